-- Which records tell of a lawful medical or supervised route that may hold on a day? Those on record for it first, leads last.
with said as materialized (
  select record.id, record.key, record.jurisdiction, record.form, record.verification, record.medical_access,
    record.certain @> @On::date as holds,
    record.begins is not null or record.attested_from <= @On::date as is_dated,
    nullif(record.conditions -> 'indications', '[]') as indications
  from classification as record
  where record.substance = @Substance and said_in(record.recorded_in, record.superseded_in, @Revision)
    and record.possible @> @On::date
    and (@Places::text[] is null or record.jurisdiction = any(@Places::text[]))
), asked_form as materialized (
  select form.slug, form.falls_back
  from form
  where form.substance = @Substance and form.slug = @Form and said_in(form.recorded_in, form.superseded_in, @Revision)
), route as materialized (
  select said.id, said.key,
    -- The order of a list: what is on record for the day and for the indication, what is on record for an unknown one, and what is less.
    case when said.verification in ('treaty', 'unverified') then 4
      when place.type in ('international', 'supranational') then 3
      when not said.holds then 2
      when @Fitting::text[] is not null and said.indications is null then 1
      else 0 end as rank
  from said
  join jurisdiction as place on place.code = said.jurisdiction and said_in(place.recorded_in, place.superseded_in, @Revision)
  where said.medical_access not in ('none', 'unknown')
    -- Research is no treatment: it is listed only where it is asked for.
    and (said.medical_access = @Kind or (@Kind::text is null and said.medical_access <> 'research_only'))
    and (@Fitting::text[] is null or said.indications is null or said.indications ?| @Fitting::text[] or said.medical_access = 'off_label')
    -- A record that is certain on the day is never displaced by a candidate.
    and (said.holds or not exists (
      select from said as certain
      where certain.jurisdiction = said.jurisdiction and certain.form is not distinct from said.form and certain.holds))
    -- A record of the form wins; else the substance's counts, if the form falls back to it.
    and (@Form::text is null or said.form = @Form or (said.form is null
      and exists (select from asked_form where asked_form.falls_back)
      and not exists (select from said as own where own.jurisdiction = said.jurisdiction and own.form = @Form and own.is_dated)))
), page as materialized (
  select route.id, route.key, route.rank
  from route
  where @AfterRank::bigint is null or (route.rank, route.key) > (@AfterRank::bigint, @AfterKey::text)
  order by route.rank, route.key
  limit @Take
)
select jsonb_build_object(
  'rank', page.rank,
  'best', (select min(route.rank) from route where route.rank <> 3),
  'appliesBelow', exists (
    select from jurisdiction_parent as link
    where link.parent = record.jurisdiction and link.law = 'applies' and said_in(link.recorded_in, link.superseded_in, @Revision)
      and (link.begins is null or lower(link.begins) <= @On::date) and (link.ends is null or upper(link.ends) - 1 > @On::date)),
  'record', record.fields || jsonb_build_object('citations', (
    select coalesce(jsonb_agg(cited.fields order by cited.ordinal), '[]')
    from citation_in_full as cited
    where cited.record = record.id and said_in(cited.recorded_in, cited.superseded_in, @Revision)))) as "Item"
from page
join classification_in_full as record on record.id = page.id and said_in(record.recorded_in, record.superseded_in, @Revision)
order by page.rank, page.key
