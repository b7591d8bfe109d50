-- Which records did revisions after this one change, by key, and how many are they in all?
select
  coalesce(recorded.fields ->> 'key', cited.fields ->> 'key', entry.id) as "Record",
  count(*) over () as "Total"
from revision_entry as entry
left join recorded_row as recorded on recorded.relation = entry.relation and recorded.id = entry.id
left join recorded_row as cited on entry.relation = 'citation' and cited.id = recorded.fields ->> 'record'
where entry.revision > @Revision
group by 1
order by 1
limit @Take
