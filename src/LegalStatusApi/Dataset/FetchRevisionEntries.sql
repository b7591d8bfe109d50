-- What did this revision do, and what was the hash of each row?
select action as "Action", relation as "Relation", id as "Id", hash as "Hash"
from revision_entry
where revision = @Revision
order by action, relation, id
