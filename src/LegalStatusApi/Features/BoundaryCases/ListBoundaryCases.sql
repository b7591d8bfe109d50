-- On which days, as precisely as they are known, does a record of a place on a substance or form begin or end, at a revision?
with record as materialized (
  select said.id, said.jurisdiction::text as jurisdiction, said.substance::text as substance, coalesce(said.form::text, '') as form,
    partial_date(said.begins) as begins, partial_date(said.ends) as ends
  from classification as said
  where said_in(said.recorded_in, said.superseded_in, @Revision)
    and (@Jurisdiction::text is null or said.jurisdiction = @Jurisdiction)
    and (@Substance::text is null or said.substance = @Substance)
), edge (jurisdiction, substance, form, date, ending, beginning) as (
  select jurisdiction, substance, form, begins, null, id from record where begins is not null
  union all
  select jurisdiction, substance, form, ends, id, null from record where ends is not null
)
select jsonb_build_object('jurisdiction', edge.jurisdiction, 'substance', edge.substance, 'form', nullif(edge.form, ''), 'date', edge.date,
  'ends', min(edge.ending), 'begins', min(edge.beginning)) as "Item"
from edge
where @AfterJurisdiction::text is null
  or (edge.jurisdiction, edge.substance, edge.form, edge.date)
    > (@AfterJurisdiction, @AfterSubstance::text, @AfterForm::text, @AfterDate::text)
group by edge.jurisdiction, edge.substance, edge.form, edge.date
order by edge.jurisdiction, edge.substance, edge.form, edge.date
limit @Take
