-- How many rows of each relation did a revision add and close?
select jsonb_build_object('relation', relation, 'action', action, 'count', count(*)) as "Item"
from revision_entry
where revision = @Revision
group by relation, action
order by relation, action
