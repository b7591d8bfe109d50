-- What does this change set hold?
select relation as "Relation", id as "Id", content::text as "Content", put_by as "PutBy"
from changeset_row
where changeset = @Id
order by relation, id
