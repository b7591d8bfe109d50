-- What does a revision say of each record that it changed on purpose?
select change.said as "Item"
from revision, jsonb_array_elements(changes) with ordinality as change (said, place)
where number = @Revision
order by change.place
