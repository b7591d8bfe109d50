-- What is on record of each place and substance, stretch of time by stretch of time, how well checked, and of which is nothing on record?
with pair as materialized (
  select place.code::text as jurisdiction, substance.slug::text as substance
  from jurisdiction as place
  cross join substance
  where said_in(place.recorded_in, place.superseded_in, @Revision) and said_in(substance.recorded_in, substance.superseded_in, @Revision)
    and (@Jurisdiction::text is null or place.code = @Jurisdiction)
    and (@Substance::text is null or substance.slug = @Substance)
    and (@Form::text is null or exists (
      select from form
      where form.substance = substance.slug and form.slug = @Form and said_in(form.recorded_in, form.superseded_in, @Revision)))
), record as materialized (
  select said.id, said.jurisdiction::text as jurisdiction, said.substance::text as substance, coalesce(said.form::text, '') as form,
    said.begins, said.ends, said.verification,
    row_number() over timeline as place_in_line,
    lag(said.ends) over timeline as ended_before,
    lead(said.id) over timeline is null as is_last
  from classification as said
  where said_in(said.recorded_in, said.superseded_in, @Revision)
    and (@Jurisdiction::text is null or said.jurisdiction = @Jurisdiction)
    and (@Substance::text is null or said.substance = @Substance)
  window timeline as (partition by said.jurisdiction, said.substance, said.form order by lower(said.possible) nulls first, said.id)
), silent as materialized (
  -- Grouped, not joined: with a plan made for any parameters, joining them would compare each pair with each record.
  select told.jurisdiction, told.substance, bool_or(told.is_record) as has_records, bool_or(told.is_lead) as has_lead
  from (
    select jurisdiction, substance, true as is_pair, false as is_record, false as is_it, false as is_lead
    from pair
    union all
    select jurisdiction, substance, false, true, form = coalesce(@Form::text, ''), false
    from record
    union all
    select lead.jurisdiction::text, lead.substance::text, false, false, false, true
    from lead
    where (lead.form is null or @Form::text is null or lead.form = @Form)
      and said_in(lead.recorded_in, lead.superseded_in, @Revision)
  ) as told
  group by told.jurisdiction, told.substance
  having bool_or(told.is_pair) and not bool_or(told.is_it)
), stretch (jurisdiction, substance, form, position, id, begins, ends, reason, verification) as (
  select jurisdiction, substance, form, 2 * place_in_line, id, begins::daterange, ends::daterange, null, verification::text
  from record
  where @Form::text is null or form = @Form
  union all
  -- Before the first record, and between two of them.
  select jurisdiction, substance, form, 2 * place_in_line - 1, null, ended_before::daterange, begins::daterange, 'no_record_for_date', null
  from record
  where (@Form::text is null or form = @Form) and begins is not null
    and (place_in_line = 1 or upper(ended_before) - 1 < lower(begins))
  union all
  -- After the last.
  select jurisdiction, substance, form, 2 * place_in_line + 1, null, ends::daterange, null, 'no_record_for_date', null
  from record
  where (@Form::text is null or form = @Form) and is_last and ends is not null
  union all
  -- Nothing at all.
  select jurisdiction, substance, coalesce(@Form::text, ''), 0, null, null, null,
    case when has_lead then 'lead_only'
      when not has_records then 'not_researched'
      when @Form::text is null then 'only_forms_recorded'
      else 'form_not_recorded' end, null
  from silent
), page as materialized (
  select stretch.jurisdiction, stretch.substance, stretch.form, stretch.position, stretch.id, stretch.begins, stretch.ends, stretch.reason
  from stretch
  where (@Verification::text is null or stretch.verification = @Verification)
    and (@AfterJurisdiction::text is null or (stretch.jurisdiction, stretch.substance, stretch.form, stretch.position)
      > (@AfterJurisdiction, @AfterSubstance::text, @AfterForm::text, @AfterPosition::bigint))
  order by stretch.jurisdiction, stretch.substance, stretch.form, stretch.position
  limit @Take
)
select jsonb_build_object('position', page.position, 'item', jsonb_build_object(
  'jurisdiction', page.jurisdiction, 'name', place.name, 'substance', page.substance, 'form', nullif(page.form, ''),
  'from', partial_date(page.begins), 'to', partial_date(page.ends), 'attestedFrom', said.attested_from,
  'status', coalesce(said.status, 'unknown'), 'reason', page.reason, 'verification', said.verification,
  'citations', counted.citations, 'citationsRead', counted.read, 'verifiedOn', said.verified_on, 'reviewDue', said.review_due,
  'classification', page.id)) as "Item"
from page
join jurisdiction as place on place.code = page.jurisdiction and said_in(place.recorded_in, place.superseded_in, @Revision)
left join classification as said on said.id = page.id and said_in(said.recorded_in, said.superseded_in, @Revision)
cross join lateral (
  select count(*) as citations, count(*) filter (where version.read) as read
  from citation
  join source_version as version on version.source = citation.source and version.version = citation.version
    and said_in(version.recorded_in, version.superseded_in, @Revision)
  where citation.record = page.id and said_in(citation.recorded_in, citation.superseded_in, @Revision)
) as counted
order by page.jurisdiction, page.substance, page.form, page.position
