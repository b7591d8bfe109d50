-- Which amounts do laws name that may hold on a day? Those on record for it first, leads last.
with said as materialized (
  select record.id, record.key, record.jurisdiction, record.form, record.verification, record.thresholds,
    record.certain @> @On::date as holds,
    record.begins is not null or record.attested_from <= @On::date as is_dated
  from classification as record
  where record.substance = @Substance and said_in(record.recorded_in, record.superseded_in, @Revision)
    and record.possible @> @On::date
    and (@Places::text[] is null or record.jurisdiction = any(@Places::text[]))
), asked_form as materialized (
  select form.slug, form.falls_back
  from form
  where form.substance = @Substance and form.slug = @Form and said_in(form.recorded_in, form.superseded_in, @Revision)
), amount as materialized (
  select said.id, said.key, named.ordinal, named.threshold,
    case when said.verification in ('treaty', 'unverified') then 3
      when place.type in ('international', 'supranational') then 2
      when not said.holds then 1
      else 0 end as rank
  from said
  join jurisdiction as place on place.code = said.jurisdiction and said_in(place.recorded_in, place.superseded_in, @Revision)
  cross join jsonb_array_elements(said.thresholds) with ordinality as named (threshold, ordinal)
  -- A record that is certain on the day is never displaced by a candidate.
  where (said.holds or not exists (
      select from said as certain
      where certain.jurisdiction = said.jurisdiction and certain.form is not distinct from said.form and certain.holds))
    -- A record of the form wins; else the substance's counts, if the form falls back to it.
    and (@Form::text is null or said.form = @Form or (said.form is null
      and exists (select from asked_form where asked_form.falls_back)
      and not exists (select from said as own where own.jurisdiction = said.jurisdiction and own.form = @Form and own.is_dated)))
), page as materialized (
  select amount.id, amount.key, amount.ordinal, amount.threshold, amount.rank
  from amount
  where @AfterRank::bigint is null
    or (amount.rank, amount.key, amount.ordinal) > (@AfterRank::bigint, @AfterKey::text, @AfterOrdinal::bigint)
  order by amount.rank, amount.key, amount.ordinal
  limit @Take
)
select jsonb_build_object(
  'rank', page.rank,
  'best', (select min(amount.rank) from amount where amount.rank <> 2),
  'ordinal', page.ordinal,
  'threshold', page.threshold,
  'record', record.fields || jsonb_build_object('citations', (
    select coalesce(jsonb_agg(cited.fields order by cited.ordinal), '[]')
    from citation_in_full as cited
    where cited.record = record.id and said_in(cited.recorded_in, cited.superseded_in, @Revision)))) as "Item"
from page
join classification_in_full as record on record.id = page.id and said_in(record.recorded_in, record.superseded_in, @Revision)
order by page.rank, page.key, page.ordinal
