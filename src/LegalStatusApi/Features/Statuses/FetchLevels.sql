-- What does one revision say of these substances in these places and the places above them, whatever the date?
-- One row; none where there is no such revision. Each level is there once, however many of the places lie below it.
-- In full: with citations and treaties too.
with recursive revision_asked as (
  select number, recorded_at
  from revision
  where (@Revision::bigint is null or number = @Revision)
    and (@AsOf::timestamptz is null or recorded_at <= @AsOf)
  order by number desc
  limit 1
), level (code) as (
  select code from unnest(@Jurisdictions::text[]) as asked (code)
  union
  select link.parent::text
  from level
  join jurisdiction_parent as link on link.jurisdiction = level.code
  join revision_asked on said_in(link.recorded_in, link.superseded_in, revision_asked.number)
), known as materialized (
  select level.code, revision_asked.number as revision from level cross join revision_asked
), cited as not materialized (
  select citation.record, citation.ordinal, citation.fields
  from revision_asked
  join citation_in_full as citation on @InFull and said_in(citation.recorded_in, citation.superseded_in, revision_asked.number)
)
select
  revision_asked.number as "Revision",
  revision_asked.recorded_at as "RecordedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('slug', substance.slug, 'name', substance.name, 'forms', coalesce((
      select jsonb_agg(jsonb_build_object('slug', form.slug, 'name', form.name, 'fallsBack', form.falls_back) order by form.ordinal)
      from form
      where form.substance = substance.slug and said_in(form.recorded_in, form.superseded_in, revision_asked.number)), '[]'))), '[]')
    from substance
    where substance.slug = any(@Substances::text[])
      and said_in(substance.recorded_in, substance.superseded_in, revision_asked.number)) as "Substances",
  (select coalesce(jsonb_agg(jsonb_build_object('code', place.code, 'name', place.name, 'type', place.type)), '[]')
    from known
    join jurisdiction as place on place.code = known.code
      and said_in(place.recorded_in, place.superseded_in, known.revision)) as "Places",
  (select coalesce(jsonb_agg(jsonb_build_object('jurisdiction', link.jurisdiction, 'parent', link.parent, 'law', link.law,
      'from', partial_date(link.begins), 'to', partial_date(link.ends)) order by link.id), '[]')
    from known
    join jurisdiction_parent as link on link.jurisdiction = known.code
      and said_in(link.recorded_in, link.superseded_in, known.revision)) as "Links",
  (select coalesce(jsonb_agg(record.fields || jsonb_build_object(
      'citations', (select coalesce(jsonb_agg(cited.fields order by cited.ordinal), '[]') from cited where cited.record = record.id))
      order by lower(record.possible) nulls first, record.id), '[]')
    from known
    join classification_in_full as record on record.jurisdiction = known.code and record.substance = any(@Substances::text[])
      and said_in(record.recorded_in, record.superseded_in, known.revision)) as "Classifications",
  (select coalesce(jsonb_agg(jsonb_build_object('substance', lead.substance, 'said', jsonb_build_object('id', lead.id,
      'jurisdiction', lead.jurisdiction, 'form', lead.form, 'summary', lead.summary, 'toCheck', lead.to_check)) order by lead.key), '[]')
    from known
    join lead on lead.jurisdiction = known.code and lead.substance = any(@Substances::text[])
      and said_in(lead.recorded_in, lead.superseded_in, known.revision)) as "Leads",
  (select coalesce(jsonb_agg(jsonb_build_object('substance', law.substance, 'said', jsonb_build_object('id', law.id,
      'jurisdiction', law.jurisdiction, 'form', law.form, 'kind', law.kind, 'title', law.title, 'expectedOn', partial_date(law.expected),
      'summary', law.summary,
      'citations', (select coalesce(jsonb_agg(cited.fields order by cited.ordinal), '[]') from cited where cited.record = law.id)))
      order by law.expected nulls last, law.key), '[]')
    from known
    join pending_law as law on law.jurisdiction = known.code and law.substance = any(@Substances::text[])
      and said_in(law.recorded_in, law.superseded_in, known.revision)
    where law.outcome is null) as "Pending",
  (select coalesce(jsonb_agg(jsonb_build_object('jurisdiction', part.jurisdiction, 'treaty', part.treaty, 'party', part.party,
      'from', partial_date(part.begins), 'to', partial_date(part.ends)) order by part.id), '[]')
    from known
    join participation as part on @InFull and part.jurisdiction = known.code
      and said_in(part.recorded_in, part.superseded_in, known.revision)) as "Participations"
from revision_asked
