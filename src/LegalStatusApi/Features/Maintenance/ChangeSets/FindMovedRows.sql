-- Which records that this set changes did later revisions change? A citation is part of what it is cited in, a version of its
-- source, a link of its place, a form of its substance: who approved a part approved it beside the rest as it was.
with part (relation, id, family, record) as (
  select distinct relation, id,
    case
      when relation in ('citation', 'lead', 'pending_law') then 'classification'
      when relation = 'source_version' then 'source'
      when relation in ('jurisdiction_parent', 'participation') then 'jurisdiction'
      when relation = 'form' then 'substance'
      else relation
    end,
    case
      when relation = 'citation' then said ->> 'record'
      when relation = 'source_version' then said ->> 'source'
      when relation in ('jurisdiction_parent', 'participation') then said ->> 'jurisdiction'
      when relation = 'form' then said ->> 'substance'
      else id
    end
  from (
    select relation, id, content as said from changeset_row where changeset = @Id and content is not null
    union all
    select entry.relation, entry.id, recorded.fields
    from (
      select relation, id from changeset_row where changeset = @Id
      union
      select relation, id from revision_entry where revision > @BaseRevision
    ) as entry
    join recorded_row as recorded on recorded.relation = entry.relation and recorded.id = entry.id
  ) as said
), moved as (
  select distinct family, record
  from part
  join revision_entry as entry on entry.relation = part.relation and entry.id = part.id and entry.revision > @BaseRevision
)
select distinct moved.family as "Relation", coalesce(known.fields ->> 'key', moved.record) as "Record"
from changeset_row as row
join part on part.relation = row.relation and part.id = row.id
join moved on moved.family = part.family and moved.record = part.record
left join recorded_row as known on known.id = moved.record and known.relation in ('classification', 'lead', 'pending_law')
where row.changeset = @Id
order by 1, 2
