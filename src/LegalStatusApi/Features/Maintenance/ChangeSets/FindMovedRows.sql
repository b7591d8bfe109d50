-- Which rows of this set did later revisions add or close, and to which records do they belong?
select distinct entry.relation as "Relation", coalesce(recorded.fields ->> 'key', cited.fields ->> 'key', entry.id) as "Record"
from changeset_row as row
join revision_entry as entry on entry.relation = row.relation and entry.id = row.id
left join recorded_row as recorded on recorded.relation = entry.relation and recorded.id = entry.id
left join recorded_row as cited on entry.relation = 'citation' and cited.id = recorded.fields ->> 'record'
where row.changeset = @Id and entry.revision > @BaseRevision
order by 1, 2
