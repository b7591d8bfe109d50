-- What does one revision (the current one where none is named) say, row by row?
select relation as "Relation", id as "Id", (fields || texts)::text as "Content"
from recorded_row
where recorded @> coalesce(@Revision::bigint, (select max(number) from revision))
order by relation, id
