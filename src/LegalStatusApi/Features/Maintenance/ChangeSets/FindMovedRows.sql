-- Which rows of this set did later revisions add or close?
select distinct entry.relation as "Relation", entry.id as "Id"
from changeset_row as row
join revision_entry as entry on entry.relation = row.relation and entry.id = row.id
where row.changeset = @Id and entry.revision > @BaseRevision
order by 1, 2
