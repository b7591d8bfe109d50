-- Add rows to the revision in the making. A row of a history that is rebuilt brings the salt of its digests,
-- and what is kept of texts that were redacted.
with added as (
  select relation, fields, coalesce(decode(salt, 'hex'), new_salt()) as salt, redacted, int8range(@Revision, null) as recorded
  from jsonb_to_recordset(@Rows::jsonb) as row (relation text, fields jsonb, salt text, redacted jsonb)
), added_jurisdiction as (
  insert into jurisdiction (code, type, name, aliases, salt, recorded)
  select row.code, row.type, row.name, coalesce(row.aliases, '{}'), salt, recorded
  from added, jsonb_to_record(fields) as row (code text, type text, name text, aliases text[])
  where relation = 'jurisdiction'
), added_jurisdiction_parent as (
  insert into jurisdiction_parent (id, jurisdiction, parent, law, begins, ends, salt, recorded)
  select row.id, row.jurisdiction, row.parent, row.law, window_of_days(row."from"), window_of_days(row."to"), salt, recorded
  from added, jsonb_to_record(fields) as row (id text, jurisdiction text, parent text, law text, "from" text, "to" text)
  where relation = 'jurisdiction_parent'
), added_participation as (
  insert into participation (id, jurisdiction, treaty, party, begins, ends, source, version, pinpoint, salt, recorded)
  select row.id, row.jurisdiction, row.treaty, row.party, window_of_days(row."from"), window_of_days(row."to"),
    row.source, row.version, row.pinpoint, salt, recorded
  from added, jsonb_to_record(fields) as row (id text, jurisdiction text, treaty text, party boolean, "from" text, "to" text,
    source text, version int, pinpoint text)
  where relation = 'participation'
), added_substance as (
  insert into substance (slug, ordinal, name, inn, synonyms, identifiers, salt, recorded)
  select row.slug, row.ordinal, row.name, row.inn, coalesce(row.synonyms, '{}'), coalesce(row.identifiers, '{}'), salt, recorded
  from added, jsonb_to_record(fields) as row (slug text, ordinal int, name text, inn text, synonyms text[], identifiers jsonb)
  where relation = 'substance'
), added_form as (
  insert into form (substance, slug, ordinal, name, synonyms, falls_back, identifiers, salt, recorded)
  select row.substance, row.slug, row.ordinal, row.name, coalesce(row.synonyms, '{}'), row."fallsBack",
    coalesce(row.identifiers, '{}'), salt, recorded
  from added, jsonb_to_record(fields) as row (substance text, slug text, ordinal int, name text, synonyms text[],
    "fallsBack" boolean, identifiers jsonb)
  where relation = 'form'
), added_source as (
  insert into source (key, jurisdiction, type, title, citation, salt, redacted, recorded)
  select row.key, row.jurisdiction, row.type, row.title, row.citation, salt, redacted, recorded
  from added, jsonb_to_record(fields) as row (key text, jurisdiction text, type text, title text, citation text)
  where relation = 'source'
), added_source_version as (
  insert into source_version (source, version, url, archive_url, language, publisher, published, retrieved_on, sha256, read, salt, recorded)
  select row.source, row.version, row.url, row."archiveUrl", row.language, row.publisher, window_of_days(row."publishedOn"),
    row."retrievedOn", row.sha256, row.read, salt, recorded
  from added, jsonb_to_record(fields) as row (source text, version int, url text, "archiveUrl" text, language text,
    publisher text, "publishedOn" text, "retrievedOn" date, sha256 text, read boolean)
  where relation = 'source_version'
), added_classification as (
  insert into classification (id, key, jurisdiction, substance, form, begins, ends, attested_from, status, schedule, activities,
    medical_access, thresholds, conditions, summary, verification, verified_on, review_due, disputed, to_check, salt, redacted, recorded)
  select row.id, row.key, row.jurisdiction, row.substance, row.form, window_of_days(row."from"), window_of_days(row."to"),
    row."attestedFrom", row.status, row.schedule, coalesce(row.activities, '{}'), row."medicalAccess",
    coalesce(row.thresholds, '[]'), coalesce(row.conditions, '{}'), row.summary, row.verification, row."verifiedOn",
    row."reviewDue", row.disputed, row."toCheck", salt, redacted, recorded
  from added, jsonb_to_record(fields) as row (id text, key text, jurisdiction text, substance text, form text, "from" text,
    "to" text, "attestedFrom" date, status text, schedule text, activities jsonb, "medicalAccess" text, thresholds jsonb,
    conditions jsonb, summary text, verification text, "verifiedOn" date, "reviewDue" date, disputed text, "toCheck" text)
  where relation = 'classification'
), added_citation as (
  insert into citation (id, record, ordinal, source, version, role, pinpoint, class, frozen_on, salt, recorded)
  select row.id, row.record, row.ordinal, row.source, row.version, row.role, row.pinpoint, row.class, row."frozenOn", salt, recorded
  from added, jsonb_to_record(fields) as row (id text, record text, ordinal int, source text, version int, role text,
    pinpoint text, class text, "frozenOn" date)
  where relation = 'citation'
), added_lead as (
  insert into lead (id, key, jurisdiction, substance, form, summary, to_check, salt, redacted, recorded)
  select row.id, row.key, row.jurisdiction, row.substance, row.form, row.summary, row."toCheck", salt, redacted, recorded
  from added, jsonb_to_record(fields) as row (id text, key text, jurisdiction text, substance text, form text, summary text,
    "toCheck" text)
  where relation = 'lead'
)
insert into pending_law (id, key, jurisdiction, substance, form, kind, title, expected, outcome, summary, salt, redacted, recorded)
select row.id, row.key, row.jurisdiction, row.substance, row.form, row.kind, row.title, window_of_days(row."expectedOn"),
  row.outcome, row.summary, salt, redacted, recorded
from added, jsonb_to_record(fields) as row (id text, key text, jurisdiction text, substance text, form text, kind text,
  title text, "expectedOn" text, outcome text, summary text)
where relation = 'pending_law'
