-- Of which kind are the changes in this set, and why?
select record as "Record", kind::text as "Kind", reason as "Reason"
from changeset_note
where changeset = @Id
order by record
