-- Which records that this set changes did later revisions change? A citation is part of what it is cited in, a version of its
-- source, a link of its place, a form of its substance: who approved a part approved it beside the rest as it was.
with owned (relation, id, record) as (
  select 'citation', id, record from citation
  union all
  select 'source_version', source || '/' || version, source from source_version
  union all
  select 'jurisdiction_parent', id, jurisdiction from jurisdiction_parent
  union all
  select 'participation', id, jurisdiction from participation
  union all
  select 'form', substance || '/' || slug, substance from form
), part (relation, id, family, record) as (
  select distinct relation, id,
    case
      when relation in ('citation', 'lead', 'pending_law') then 'classification'
      when relation = 'source_version' then 'source'
      when relation in ('jurisdiction_parent', 'participation') then 'jurisdiction'
      when relation = 'form' then 'substance'
      else relation
    end,
    record
  from (
    select relation, id,
      case
        when relation = 'citation' then content ->> 'record'
        when relation = 'source_version' then content ->> 'source'
        when relation in ('jurisdiction_parent', 'participation') then content ->> 'jurisdiction'
        when relation = 'form' then content ->> 'substance'
        else id
      end as record
    from changeset_row where changeset = @Id and content is not null
    union all
    select entry.relation, entry.id, coalesce(owned.record, entry.id)
    from (
      select relation, id from changeset_row where changeset = @Id
      union
      select relation, id from revision_entry where revision > @BaseRevision
    ) as entry
    left join owned on owned.relation = entry.relation and owned.id = entry.id
  ) as said
), moved as (
  select distinct family, record
  from part
  join revision_entry as entry on entry.relation = part.relation and entry.id = part.id and entry.revision > @BaseRevision
), known (id, key) as (
  select id, key from classification
  union all
  select id, key from lead
  union all
  select id, key from pending_law
)
select distinct moved.family as "Relation", coalesce(known.key, moved.record) as "Record"
from changeset_row as row
join part on part.relation = row.relation and part.id = row.id
join moved on moved.family = part.family and moved.record = part.record
left join known on known.id = moved.record
where row.changeset = @Id
order by 1, 2
