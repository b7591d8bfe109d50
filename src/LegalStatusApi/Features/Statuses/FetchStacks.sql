-- What does one revision say of these substances in these places and the places above them, whatever the date?
-- One row for each pair asked, in order; no row at all where there is no such revision.
with recursive revision_asked as (
  select number, recorded_at
  from revision
  where (@Revision::bigint is null or number = @Revision)
    and (@AsOf::timestamptz is null or recorded_at <= @AsOf)
  order by number desc
  limit 1
), asked as (
  select jurisdiction, substance, ordinal
  from unnest(@Jurisdictions::text[], @Substances::text[]) with ordinality as pair (jurisdiction, substance, ordinal)
), level (asked, code) as (
  select distinct jurisdiction, jurisdiction from asked
  union
  select level.asked, link.parent::text
  from level
  join jurisdiction_parent as link on link.jurisdiction = level.code
  join revision_asked on said_in(link.recorded_in, link.superseded_in, revision_asked.number)
), cited as not materialized (
  select citation.record, citation.ordinal, citation.fields
  from revision_asked
  join citation_in_full as citation on said_in(citation.recorded_in, citation.superseded_in, revision_asked.number)
)
select
  asked.jurisdiction as "Jurisdiction",
  asked.substance as "Substance",
  revision_asked.number as "Revision",
  revision_asked.recorded_at as "RecordedAt",
  (select jsonb_build_object('slug', substance.slug, 'name', substance.name, 'forms', coalesce((
      select jsonb_agg(jsonb_build_object('slug', form.slug, 'name', form.name, 'fallsBack', form.falls_back) order by form.ordinal)
      from form
      where form.substance = substance.slug
        and said_in(form.recorded_in, form.superseded_in, revision_asked.number)), '[]'))
    from substance
    where substance.slug = asked.substance
      and said_in(substance.recorded_in, substance.superseded_in, revision_asked.number)) as "SubstanceJson",
  (select coalesce(jsonb_agg(jsonb_build_object('code', place.code, 'name', place.name, 'type', place.type)), '[]')
    from level
    join jurisdiction as place on place.code = level.code
      and said_in(place.recorded_in, place.superseded_in, revision_asked.number)
    where level.asked = asked.jurisdiction) as "PlacesJson",
  (select coalesce(jsonb_agg(jsonb_build_object('jurisdiction', link.jurisdiction, 'parent', link.parent, 'law', link.law,
      'from', partial_date(link.begins), 'to', partial_date(link.ends)) order by link.id), '[]')
    from level
    join jurisdiction_parent as link
      on link.jurisdiction = level.code and said_in(link.recorded_in, link.superseded_in, revision_asked.number)
    where level.asked = asked.jurisdiction) as "LinksJson",
  (select coalesce(jsonb_agg(record.fields || jsonb_build_object(
      'citations', (select coalesce(jsonb_agg(cited.fields order by cited.ordinal), '[]') from cited where cited.record = record.id))
      order by lower(record.possible) nulls first, record.id), '[]')
    from level
    join classification_in_full as record
      on record.jurisdiction = level.code and record.substance = asked.substance
        and said_in(record.recorded_in, record.superseded_in, revision_asked.number)
    where level.asked = asked.jurisdiction) as "ClassificationsJson",
  (select coalesce(jsonb_agg(jsonb_build_object('id', lead.id, 'jurisdiction', lead.jurisdiction, 'form', lead.form,
      'summary', lead.summary, 'toCheck', lead.to_check) order by lead.key), '[]')
    from level
    join lead on lead.jurisdiction = level.code and lead.substance = asked.substance
      and said_in(lead.recorded_in, lead.superseded_in, revision_asked.number)
    where level.asked = asked.jurisdiction) as "LeadsJson",
  (select coalesce(jsonb_agg(jsonb_build_object('id', law.id, 'jurisdiction', law.jurisdiction, 'form', law.form,
      'kind', law.kind, 'title', law.title, 'expectedOn', partial_date(law.expected), 'summary', law.summary,
      'citations', (select coalesce(jsonb_agg(cited.fields order by cited.ordinal), '[]') from cited where cited.record = law.id))
      order by law.expected nulls last, law.key), '[]')
    from level
    join pending_law as law
      on law.jurisdiction = level.code and law.substance = asked.substance
        and said_in(law.recorded_in, law.superseded_in, revision_asked.number)
    where level.asked = asked.jurisdiction and law.outcome is null) as "PendingJson",
  (select coalesce(jsonb_agg(jsonb_build_object('jurisdiction', part.jurisdiction, 'treaty', part.treaty, 'party', part.party,
      'from', partial_date(part.begins), 'to', partial_date(part.ends)) order by part.id), '[]')
    from level
    join participation as part on part.jurisdiction = level.code
      and said_in(part.recorded_in, part.superseded_in, revision_asked.number)
    where level.asked = asked.jurisdiction) as "ParticipationsJson"
from asked
cross join revision_asked
order by asked.ordinal
