-- What lies ahead of a day at a revision: pending law, laws not yet in force, known ends, and, where asked for, dates of review?
-- With withdrawn items too, what a calendar has to take back: what was told, and is not said any more.
with pending as (
  select 'pending' as source, law.id, law.kind::text as kind, case when law.outcome is null then 'open' else 'resolved' end as state,
    law.outcome::text as outcome, law.jurisdiction::text as jurisdiction, law.substance::text as substance, law.form::text as form,
    law.title, law.summary, law.expected::daterange as expected, law.recorded_in as told_in, law.recorded_in as said_at
  from pending_law as law
  where said_in(law.recorded_in, law.superseded_in, @Revision)
  union all
  select 'pending', law.id, law.kind, 'withdrawn', law.outcome, law.jurisdiction, law.substance, law.form, law.title, law.summary,
    law.expected, law.superseded_in, law.recorded_in
  from pending_law as law
  where @Withdrawn::boolean and law.superseded_in <= @Revision
    and not exists (select from pending_law as later where later.id = law.id and later.recorded_in > law.recorded_in
      and later.recorded_in <= @Revision)
), boundary as materialized (
  select event.classification, event.boundary, event.jurisdiction, event.substance, event.form,
    daterange(event.earliest_on, event.takes_effect_on, '[]') as expected, event.takes_effect_on,
    lower(part.said) as told_in, case when upper(part.said) <= @Revision then upper(part.said) end as taken_back_in
  from law_event as event
  cross join lateral unnest(event.stated) as part (said)
  where lower(part.said) <= @Revision
), ahead as (
  select 'classification' as source, classification as id, case boundary when 'begins' then 'taking_effect' else 'ending' end as kind,
    'open' as state, null::text as outcome, jurisdiction, substance, form, null::text as title, null::text as summary, expected, told_in,
    @Revision::bigint as said_at
  from boundary
  where taken_back_in is null and takes_effect_on > @On
), gone as (
  -- Told while it lay ahead, taken back before it came, and not told again for another day ahead.
  select distinct on (gone.classification, gone.boundary) 'classification' as source, gone.classification as id,
    case gone.boundary when 'begins' then 'taking_effect' else 'ending' end as kind, 'withdrawn' as state, null::text as outcome,
    gone.jurisdiction, gone.substance, gone.form, null::text as title, null::text as summary, gone.expected,
    gone.taken_back_in as told_in, gone.taken_back_in - 1 as said_at
  from boundary as gone
  join revision on revision.number = gone.taken_back_in
  where @Withdrawn::boolean and gone.takes_effect_on > (revision.recorded_at at time zone 'UTC')::date
    and not exists (
      select from boundary as now
      join revision as told on told.number = now.told_in
      where now.classification = gone.classification and now.boundary = gone.boundary and now.taken_back_in is null
        and (now.takes_effect_on > @On or now.takes_effect_on > (told.recorded_at at time zone 'UTC')::date))
  order by gone.classification, gone.boundary, gone.taken_back_in desc
), review as (
  select 'classification' as source, id, 'record_review' as kind, 'open' as state, null::text as outcome,
    jurisdiction::text, substance::text, form::text, null::text as title, null::text as summary,
    daterange(review_due, review_due, '[]') as expected, recorded_in as told_in, @Revision::bigint as said_at
  from classification
  where @Kind = 'record_review' and review_due is not null and said_in(recorded_in, superseded_in, @Revision)
), item as (
  select source, id, kind, state, outcome, jurisdiction, substance, form, title, summary, expected, told_in, said_at,
    concat_ws('|', coalesce(lower(expected)::text, '9999-12-31'), jurisdiction, id, kind) as place
  from (
    select pending.* from pending
    union all
    select ahead.* from ahead
    union all
    select gone.* from gone
    union all
    select review.* from review
  ) as each
  where (@Kind::text is null or kind = @Kind)
    and (@State::text is null or state = @State or state = 'withdrawn')
    and (@Jurisdiction::text is null or jurisdiction = @Jurisdiction)
    and (@Substance::text is null or substance = @Substance)
), page as materialized (
  select item.*
  from item
  where @After::text is null or place collate "C" > @After::text collate "C"
  order by place collate "C"
  limit @Take
)
select jsonb_build_object(
  'id', page.id, 'kind', page.kind, 'state', page.state, 'outcome', page.outcome, 'title', page.title, 'summary', page.summary,
  'expectedOn', partial_date(page.expected), 'substance', page.substance, 'form', page.form, 'position', page.place,
  'recordedIn', greatest(page.told_in, case when page.state <> 'withdrawn' then record.recorded_in end),
  'recordedAt', revision.recorded_at,
  'place', (select jsonb_build_object('code', code, 'name', name, 'type', type) from jurisdiction
    where code = page.jurisdiction and recorded_in <= @Revision order by recorded_in desc limit 1),
  'subject', coalesce(
    (select name from form where form.substance = page.substance and form.slug = page.form and recorded_in <= @Revision
      order by recorded_in desc limit 1),
    (select name from substance where substance.slug = page.substance and recorded_in <= @Revision order by recorded_in desc limit 1)),
  'record', record.fields || jsonb_build_object('citations', cited.citations),
  'citations', cited.citations) as "Item"
from page
left join classification_in_full as record
  on page.source = 'classification' and record.id = page.id and said_in(record.recorded_in, record.superseded_in, page.said_at)
join revision on revision.number = greatest(page.told_in, case when page.state <> 'withdrawn' then record.recorded_in end)
cross join lateral (
  select coalesce(jsonb_agg(citation.fields order by citation.ordinal), '[]') as citations
  from citation_in_full as citation
  where citation.record = page.id and said_in(citation.recorded_in, citation.superseded_in, page.said_at)
) as cited
order by page.place collate "C"
