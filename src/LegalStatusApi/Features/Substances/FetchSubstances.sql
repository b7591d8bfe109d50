-- Which substances are covered at a revision, in which forms, what other registers call them, and how much is on record?
select jsonb_build_object('slug', substance.slug, 'name', substance.name, 'inn', substance.inn,
  'synonyms', nullif(to_jsonb(substance.synonyms), '[]'), 'identifiers', nullif(substance.identifiers, '{}'),
  'forms', (
    select coalesce(jsonb_agg(jsonb_build_object('slug', form.slug, 'name', form.name,
      'synonyms', nullif(to_jsonb(form.synonyms), '[]'), 'fallsBackTo', case when form.falls_back then substance.slug end,
      'identifiers', nullif(form.identifiers, '{}')) order by form.ordinal), '[]')
    from form
    where form.substance = substance.slug and said_in(form.recorded_in, form.superseded_in, @Revision)),
  'records', (
    select count(*) from classification as record
    where record.substance = substance.slug and said_in(record.recorded_in, record.superseded_in, @Revision))) as "Item"
from substance
where said_in(substance.recorded_in, substance.superseded_in, @Revision)
  and (@Slug::text is null or substance.slug = @Slug)
  and (@After::text is null or substance.slug > @After)
order by substance.slug
limit @Take
