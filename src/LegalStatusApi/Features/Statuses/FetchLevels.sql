-- What does one revision say of these substances in these places and the places above them, whatever the date?
-- One row for each thing that is said: of which kind, what it belongs to, its order there, and the thing itself: as JSON, or of a
-- citation, of which there are most, its fields (SaidOfLevels reads them by their order). No row where there is no such revision. Each
-- level is there once, however many of the places lie below it. In full: with citations and treaties too.
-- "offset 0" and collate "C" keep the plan to one look-up along a B-tree for each level, for one place and for 200: without them the
-- planner reads whole tables, or the GiST indexes of the exclusion constraints, which cost ten times as much. Windows of days go out as
-- they are (Database/DomainJson.cs).
with recursive revision_asked as (
  select number, recorded_at as "recordedAt"
  from revision
  where (@Revision::bigint is null or number = @Revision)
    and (@AsOf::timestamptz is null or recorded_at <= @AsOf)
  order by number desc
  limit 1
), level (code, revision) as (
  select asked.code, revision_asked.number from revision_asked cross join unnest(@Jurisdictions::text[]) as asked (code)
  union
  select above.parent, level.revision
  from level
  cross join lateral (
    select link.parent::text
    from jurisdiction_parent as link
    where link.jurisdiction = level.code and said_in(link.recorded_in, link.superseded_in, level.revision)
    offset 0) as above
)
select 'revision' as kind, null::text as owner, null::int as ordinal, null::text as key, row_to_json(revision_asked) as said,
  null::text[] as fields
from revision_asked
union all
select 'substance', null, null, null, row_to_json(said), null
from revision_asked
cross join lateral (
  select substance.slug, substance.name
  from substance
  where substance.slug = any(@Substances::text[])
    and said_in(substance.recorded_in, substance.superseded_in, revision_asked.number)) as said
union all
select 'form', said.substance, said.ordinal, null, row_to_json(said), null
from revision_asked
cross join lateral (
  select form.substance, form.ordinal, form.slug, form.name, form.falls_back as "fallsBack"
  from form
  where form.substance = any(@Substances::text[])
    and said_in(form.recorded_in, form.superseded_in, revision_asked.number)) as said
union all
select said.kind, said.owner, said.ordinal, said.key, said.said, said.fields
from level
cross join lateral (
  select 'place' as kind, null::text as owner, null::int as ordinal, null::text as key, row_to_json(said) as said, null::text[] as fields
  from (
    select place.code, place.name, place.type
    from jurisdiction as place
    where place.code collate "C" = level.code and said_in(place.recorded_in, place.superseded_in, level.revision)) as said
  union all
  select 'link', null, null, said.id, row_to_json(said), null
  from (
    select link.id, link.jurisdiction, link.parent, link.law, link.begins as "from", link.ends as "to"
    from jurisdiction_parent as link
    where link.jurisdiction = level.code and said_in(link.recorded_in, link.superseded_in, level.revision)) as said
  union all
  select 'classification', null, null, null, row_to_json(said), null
  from (
    select record.id, record.key, record.jurisdiction, record.substance, record.form, record.begins as "from", record.ends as "to",
      record.attested_from as "attestedFrom", record.status, record.schedule, record.activities,
      record.medical_access as "medicalAccess", record.thresholds, nullif(record.conditions, '{}') as conditions, record.summary,
      record.verification, record.verified_on as "verifiedOn", record.review_due as "reviewDue", record.disputed,
      record.recorded_in as "recordedIn"
    from classification as record
    where record.jurisdiction = level.code and record.substance = any(@Substances::text[])
      and said_in(record.recorded_in, record.superseded_in, level.revision)) as said
  union all
  select 'lead', said.substance, null, said.key, row_to_json(said), null
  from (
    select lead.key, lead.substance, lead.id, lead.jurisdiction, lead.form, lead.summary, lead.to_check as "toCheck"
    from lead
    where lead.jurisdiction = level.code and lead.substance = any(@Substances::text[])
      and said_in(lead.recorded_in, lead.superseded_in, level.revision)) as said
  union all
  select 'pending', said.substance, null, said.key, row_to_json(said), null
  from (
    select law.key, law.substance, law.id, law.jurisdiction, law.form, law.kind, law.title, law.expected as "expectedOn", law.summary
    from pending_law as law
    where law.jurisdiction = level.code and law.substance = any(@Substances::text[]) and law.outcome is null
      and said_in(law.recorded_in, law.superseded_in, level.revision)) as said
  union all
  select 'participation', null, null, said.id, row_to_json(said), null
  from (
    select part.id, part.jurisdiction, part.treaty, part.party, part.begins as "from", part.ends as "to"
    from participation as part
    where @InFull and part.jurisdiction = level.code and said_in(part.recorded_in, part.superseded_in, level.revision)) as said
  union all
  select 'citation', said.record, said.ordinal, null, null, said.fields
  from (
    select citation.record, citation.ordinal, array[citation.id, citation.source, citation.version::text, citation.role, citation.pinpoint,
      citation.class, citation.frozen_on::text, source.type, source.title, source.citation, source_version.url, source_version.archive_url,
      source_version.publisher, source_version.published::text, source_version.retrieved_on::text, source_version.read::text,
      source_version.language] as fields
    from (
      select record.id
      from classification as record
      where record.jurisdiction = level.code and record.substance = any(@Substances::text[])
        and said_in(record.recorded_in, record.superseded_in, level.revision)
      union all
      select law.id
      from pending_law as law
      where law.jurisdiction = level.code and law.substance = any(@Substances::text[]) and law.outcome is null
        and said_in(law.recorded_in, law.superseded_in, level.revision)) as record
    join citation on citation.record = record.id and said_in(citation.recorded_in, citation.superseded_in, level.revision)
    join source on source.key collate "C" = citation.source and said_in(source.recorded_in, source.superseded_in, level.revision)
    join source_version on source_version.source = citation.source and source_version.version = citation.version
    where @InFull) as said
  offset 0) as said
