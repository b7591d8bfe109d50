-- What does one revision (the current one where none is named) say, row by row?
select relation as "Relation", id as "Id", (fields || texts)::text as "Content"
from recorded_row
where recorded @> (select number from revision where @Revision::bigint is null or number = @Revision order by number desc limit 1)
order by relation, id
