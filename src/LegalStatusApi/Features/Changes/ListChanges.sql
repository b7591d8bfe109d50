-- What became known between two states of the record and of the law (revision, day), in the order in which it was told?
-- Revision 0 is before the first: then all that is stated now, and what was told and taken back.
with law as materialized (
  select classification, jurisdiction, substance, form, boundary, falls_on, status, takes_effect_on, stated
  from law_event
  where (@Kind::text is null or @Kind = 'law')
    and (@Jurisdiction::text is null or jurisdiction = @Jurisdiction)
    and (@Substance::text is null or substance = @Substance)
    and (@Classification::text is null or classification = @Classification)
), told as (
  select case law.boundary when 'begins' then 'took_effect' else 'ended' end as change, revision.number as revision,
    @Revision::bigint as said_at,
    greatest(revision.recorded_at, law.takes_effect_on::timestamp at time zone 'UTC') as told_at, law.*
  from law
  cross join lateral unnest(law.stated) as part (said)
  join revision on revision.number = lower(part.said)
  where part.said @> @Revision::bigint and law.takes_effect_on <= @Day
    and not (law.stated @> @SinceRevision::bigint and law.takes_effect_on <= @SinceDay)
), retracted as (
  select 'retracted' as change, gone.revision, gone.revision - 1 as said_at, gone.recorded_at as told_at, law.*
  from law
  cross join lateral (
    select revision.number as revision, revision.recorded_at
    from unnest(law.stated) as part (said)
    join revision on revision.number = upper(part.said)
    where revision.number <= @Revision
      and case
        when @SinceRevision::bigint > 0 then part.said @> @SinceRevision::bigint and law.takes_effect_on <= @SinceDay
        else law.takes_effect_on <= (revision.recorded_at at time zone 'UTC')::date
      end
    order by revision.number desc
    limit 1
  ) as gone
  where not law.stated @> @Revision::bigint
), touched as materialized (
  select entry.revision, part.relation, part.id,
    coalesce(bool_or(entry.action = 'added') filter (where entry.relation = part.relation), false) as is_added,
    coalesce(bool_or(entry.action = 'closed') filter (where entry.relation = part.relation), false) as is_closed
  from revision_entry as entry
  left join (select distinct id, record from citation) as cited on entry.relation = 'citation' and cited.id = entry.id
  cross join lateral (
    select
      case
        when entry.relation = 'citation' and cited.record like 'cls%' then 'classification'
        when entry.relation = 'citation' and cited.record like 'led%' then 'lead'
        when entry.relation = 'citation' then 'pending_law'
        when entry.relation = 'source_version' then 'source'
        when entry.relation = 'form' then 'substance'
        when entry.relation in ('jurisdiction_parent', 'participation') then 'jurisdiction'
        else entry.relation
      end as relation,
      case
        when entry.relation = 'citation' then cited.record
        when entry.relation in ('source_version', 'form') then split_part(entry.id, '/', 1)
        when entry.relation in ('jurisdiction_parent', 'participation') then split_part(entry.id, '>', 1)
        else entry.id
      end as id
  ) as part
  where entry.revision > @SinceRevision and entry.revision <= @Revision
    and (@Kind::text is null or @Kind = 'record')
    and (@Classification::text is null or part.id = @Classification)
  group by entry.revision, part.relation, part.id
), thing as (
  select distinct on (relation, id) relation, id, key, jurisdiction, substance, form
  from (
    select 'classification' as relation, id, key, jurisdiction::text, substance::text, form::text, recorded_in from classification
    union all
    select 'lead', id, key, jurisdiction, substance, form, recorded_in from lead
    union all
    select 'pending_law', id, key, jurisdiction, substance, form, recorded_in from pending_law
    union all
    select 'source', key, key, jurisdiction, null, null, recorded_in from source
    union all
    select 'jurisdiction', code, code, code, null, null, recorded_in from jurisdiction
    union all
    select 'substance', slug, slug, null, slug, null, recorded_in from substance
  ) as version
  where recorded_in <= @Revision
  order by relation, id, recorded_in desc
), named as (
  -- A join would be planned as if next to nothing were touched, and compare everything with everything.
  select revision, relation, id, is_added, is_closed, max(key) over same as key, max(jurisdiction) over same as jurisdiction,
    max(substance) over same as substance, max(form) over same as form
  from (
    select revision, relation, id, is_added, is_closed, null as key, null as jurisdiction, null as substance, null as form from touched
    union all
    select null, relation, id, null, null, key, jurisdiction, substance, form from thing
  ) as each
  window same as (partition by relation, id)
), noted as (
  select distinct on (revision.number, note.said ->> 'record') revision.number as revision, note.said ->> 'record' as key,
    note.said ->> 'kind' as kind, note.said ->> 'reason' as reason, (note.said ->> 'corrects')::bigint as corrects
  from revision
  cross join lateral jsonb_array_elements(revision.changes) as note (said)
  where revision.number <= @Revision
  order by revision.number, note.said ->> 'record'
), happened as (
  select 'law' as kind, change, revision, told_at, takes_effect_on as day, said_at,
    concat_ws('|', 'law', classification, boundary, falls_on, status, substance, form) as place, 'classification' as relation,
    classification as id, null as key, jurisdiction, substance, form, boundary, falls_on, status
  from (select told.* from told union all select retracted.* from retracted) as event
  union all
  select 'record',
    coalesce(noted.kind, case
      when named.is_added and not named.is_closed then 'added'
      when named.is_closed and not named.is_added then 'withdrawn'
      else 'changed' end),
    named.revision, revision.recorded_at, (revision.recorded_at at time zone 'UTC')::date, named.revision,
    concat_ws('|', 'record', named.revision, named.relation, named.id), named.relation,
    named.id, named.key, named.jurisdiction, named.substance, named.form, null, null, null
  from named
  join revision on revision.number = named.revision
  left join noted on noted.revision = named.revision and noted.key = named.key
  where (@Jurisdiction::text is null or named.jurisdiction = @Jurisdiction)
    and (@Substance::text is null or named.substance = @Substance)
), placed as (
  select happened.*,
    @Direction::bigint * (extract(epoch from told_at) * 1000000)::bigint as time_position,
    @Direction::bigint * (day - '1800-01-01'::date) as day_position
  from happened
), page as materialized (
  select placed.*
  from placed
  where @AfterPlace::text is null
    or (time_position, day_position, place collate "C") > (@AfterTime::bigint, @AfterDay::bigint, @AfterPlace::text collate "C")
  order by time_position, day_position, place collate "C"
  limit @Take
)
select jsonb_build_object(
  'kind', page.kind, 'change', page.change, 'revision', page.revision, 'at', page.told_at, 'relation', page.relation, 'id', page.id,
  'key', coalesce(page.key, this.fields ->> 'key'), 'substance', page.substance, 'form', page.form,
  'boundary', page.boundary, 'on', page.falls_on, 'status', page.status,
  'identity', page.place, 'position', jsonb_build_array(page.time_position::text, page.day_position::text, page.place),
  'place', (select jsonb_build_object('code', code, 'name', name, 'type', type) from jurisdiction
    where code = page.jurisdiction and recorded_in <= @Revision order by recorded_in desc limit 1),
  'subject', coalesce(
    (select name from form where form.substance = page.substance and form.slug = page.form and recorded_in <= @Revision
      order by recorded_in desc limit 1),
    (select name from substance where substance.slug = page.substance and recorded_in <= @Revision order by recorded_in desc limit 1)),
  'reason', coalesce(noted.reason, revision.reason), 'corrects', noted.corrects,
  'record', this.fields || jsonb_build_object('citations', (
    select coalesce(jsonb_agg(cited.fields order by cited.ordinal), '[]')
    from citation_in_full as cited
    where cited.record = page.id and said_in(cited.recorded_in, cited.superseded_in, page.said_at))),
  'before', (
    select earlier.fields || '{"citations": []}'
    from classification_in_full as earlier
    where page.boundary = 'begins' and earlier.jurisdiction = page.jurisdiction and earlier.substance = page.substance
      and earlier.form is not distinct from page.form and earlier.id <> page.id
      and said_in(earlier.recorded_in, earlier.superseded_in, page.said_at)
      and coalesce(lower(earlier.possible), '1800-01-01') < lower(this.possible)
    order by lower(earlier.possible) desc nulls last
    limit 1)) as "Item"
from page
join revision on revision.number = page.revision
left join classification_in_full as this
  on page.kind = 'law' and this.id = page.id and said_in(this.recorded_in, this.superseded_in, page.said_at)
left join noted on noted.revision = page.revision and noted.key = coalesce(page.key, this.fields ->> 'key')
order by page.time_position, page.day_position, page.place collate "C"
