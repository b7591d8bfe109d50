-- What do two revisions say differently, row by row, in the order of the records that the rows belong to?
with touched as materialized (
  select distinct relation, id from revision_entry where revision > @From and revision <= @Revision
), said as materialized (
  select row.relation, row.id, lower(row.recorded) as recorded_in, upper(row.recorded) as superseded_in, row.fields || row.texts as content
  from recorded_row as row
  join touched on touched.relation = row.relation and touched.id = row.id
), compared as (
  select touched.relation, touched.id, before.content as before, after.content as after
  from touched
  left join said as before on before.relation = touched.relation and before.id = touched.id
    and said_in(before.recorded_in, before.superseded_in, @From)
  left join said as after on after.relation = touched.relation and after.id = touched.id
    and said_in(after.recorded_in, after.superseded_in, @Revision)
  where before.content is distinct from after.content
), keyed as (
  select distinct on (id) id, key
  from (
    select id, key, recorded_in from classification
    union all
    select id, key, recorded_in from lead
    union all
    select id, key, recorded_in from pending_law
  ) as version
  order by id, recorded_in desc
), named as (
  select compared.relation, compared.id, compared.before, compared.after,
    case
      when compared.relation = 'source_version' then coalesce(compared.after, compared.before) ->> 'source'
      when compared.relation in ('jurisdiction_parent', 'participation') then coalesce(compared.after, compared.before) ->> 'jurisdiction'
      when compared.relation = 'form' then coalesce(compared.after, compared.before) ->> 'substance'
      else coalesce(keyed.key, compared.id)
    end as record
  from compared
  left join keyed on keyed.id = case
    when compared.relation = 'citation' then coalesce(compared.after, compared.before) ->> 'record' else compared.id end
), page as materialized (
  select relation, id, before, after, record
  from named
  where @AfterRecord::text is null or (record, relation, id) > (@AfterRecord, @AfterRelation, @AfterId)
  order by record, relation, id
  limit @Take
), noted as materialized (
  select note.said ->> 'record' as record, revision.number as revision, note.said
  from revision
  cross join lateral jsonb_array_elements(revision.changes) as note (said)
  where revision.number > @From and revision.number <= @Revision
)
select jsonb_build_object('record', page.record, 'relation', page.relation, 'id', page.id, 'before', page.before, 'after', page.after,
  'changes', (select coalesce(jsonb_agg(noted.said || jsonb_build_object('revision', noted.revision) order by noted.revision), '[]')
    from noted where noted.record = page.record)) as "Item"
from page
order by page.record, page.relation, page.id
