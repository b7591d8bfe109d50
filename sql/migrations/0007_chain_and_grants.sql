-- What the hash chain covers, and who may do what.

-- Every recorded row in one shape. fields: public fields as they stand. texts: free text, which enters the chain as a
-- digest salted with the row's salt, so that a text can be redacted and the chain still verifies.
create view recorded_row as
  select 'jurisdiction' as relation, code::text as id, recorded, salt,
    jsonb_strip_nulls(jsonb_build_object('code', code, 'type', type, 'name', name,
      'aliases', nullif(to_jsonb(aliases), '[]'))) as fields,
    '{}'::jsonb as texts
  from jurisdiction
  union all
  select 'jurisdiction_parent', id, recorded, salt,
    jsonb_strip_nulls(jsonb_build_object('id', id, 'jurisdiction', jurisdiction, 'parent', parent, 'law', law,
      'from', partial_date(begins), 'to', partial_date(ends))), '{}'
  from jurisdiction_parent
  union all
  select 'participation', id, recorded, salt,
    jsonb_strip_nulls(jsonb_build_object('id', id, 'jurisdiction', jurisdiction, 'treaty', treaty, 'party', party,
      'from', partial_date(begins), 'to', partial_date(ends), 'source', source, 'version', version,
      'pinpoint', pinpoint)), '{}'
  from participation
  union all
  select 'substance', slug, recorded, salt,
    jsonb_strip_nulls(jsonb_build_object('slug', slug, 'ordinal', ordinal, 'name', name, 'inn', inn,
      'synonyms', nullif(to_jsonb(synonyms), '[]'), 'identifiers', nullif(identifiers, '{}'))), '{}'
  from substance
  union all
  select 'form', substance || '/' || slug, recorded, salt,
    jsonb_strip_nulls(jsonb_build_object('substance', substance, 'slug', slug, 'ordinal', ordinal, 'name', name,
      'synonyms', nullif(to_jsonb(synonyms), '[]'), 'fallsBack', falls_back,
      'identifiers', nullif(identifiers, '{}'))), '{}'
  from form
  union all
  select 'source', key, recorded, salt,
    jsonb_strip_nulls(jsonb_build_object('key', key, 'jurisdiction', jurisdiction, 'type', type, 'citation', citation)),
    jsonb_build_object('title', title)
  from source
  union all
  select 'source_version', source || '/' || version, recorded, salt,
    jsonb_strip_nulls(jsonb_build_object('source', source, 'version', version, 'url', url, 'archiveUrl', archive_url,
      'language', language, 'publisher', publisher, 'publishedOn', partial_date(published),
      'retrievedOn', retrieved_on, 'sha256', sha256, 'read', read)), '{}'
  from source_version
  union all
  select 'classification', id, recorded, salt,
    jsonb_strip_nulls(jsonb_build_object('id', id, 'key', key, 'jurisdiction', jurisdiction, 'substance', substance,
      'form', form, 'from', partial_date(begins), 'to', partial_date(ends), 'attestedFrom', attested_from,
      'status', status, 'schedule', schedule, 'activities', nullif(activities, '{}'), 'medicalAccess', medical_access,
      'verification', verification, 'verifiedOn', verified_on, 'reviewDue', review_due)),
    jsonb_strip_nulls(jsonb_build_object('summary', summary, 'thresholds', nullif(thresholds, '[]'),
      'conditions', nullif(conditions, '{}'), 'disputed', disputed, 'toCheck', to_check))
  from classification
  union all
  select 'citation', id, recorded, salt,
    jsonb_strip_nulls(jsonb_build_object('id', id, 'record', record, 'ordinal', ordinal, 'source', source,
      'version', version, 'role', role, 'pinpoint', pinpoint, 'class', class, 'frozenOn', frozen_on)), '{}'
  from citation
  union all
  select 'lead', id, recorded, salt,
    jsonb_strip_nulls(jsonb_build_object('id', id, 'key', key, 'jurisdiction', jurisdiction, 'substance', substance,
      'form', form)),
    jsonb_build_object('summary', summary, 'toCheck', to_check)
  from lead
  union all
  select 'pending_law', id, recorded, salt,
    jsonb_strip_nulls(jsonb_build_object('id', id, 'key', key, 'jurisdiction', jurisdiction, 'substance', substance,
      'form', form, 'kind', kind, 'expectedOn', partial_date(expected), 'outcome', outcome)),
    jsonb_build_object('title', title, 'summary', summary)
  from pending_law;
comment on view recorded_row is 'Every row of every revision in one shape: what the hash chain, import and export read.';

grant usage on schema public to legal_status_reader, legal_status_writer;
grant select on all tables in schema public to legal_status_reader, legal_status_writer;
grant insert on all tables in schema public to legal_status_writer;
grant update (recorded) on jurisdiction, jurisdiction_parent, participation, substance, form, source, source_version,
  classification, citation, lead, pending_law to legal_status_writer;
grant execute on all functions in schema public to legal_status_reader, legal_status_writer;
