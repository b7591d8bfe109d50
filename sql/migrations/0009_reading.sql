-- What several answers say in the same words, and the indexes that lists are read along.

create view citation_in_full as
  select citation.id, citation.record, citation.ordinal, citation.source, citation.version,
    citation.recorded * source.recorded as recorded,
    lower(citation.recorded * source.recorded) as recorded_in,
    upper(citation.recorded * source.recorded) as superseded_in,
    jsonb_build_object(
      'id', citation.id, 'source', citation.source, 'version', citation.version, 'role', citation.role,
      'pinpoint', citation.pinpoint, 'class', citation.class, 'frozenOn', citation.frozen_on,
      'type', source.type, 'title', source.title, 'officialCitation', source.citation,
      'url', source_version.url, 'archiveUrl', source_version.archive_url, 'publisher', source_version.publisher,
      'publishedOn', partial_date(source_version.published), 'retrievedOn', source_version.retrieved_on,
      'read', source_version.read) as fields
  from citation
  -- Not source.recorded && citation.recorded, which would tempt the planner into a GiST index (see said_in).
  join source on source.key = citation.source and not isempty(citation.recorded * source.recorded)
  join source_version on source_version.source = citation.source and source_version.version = citation.version;
comment on view citation_in_full is 'A citation with what its source and source version say of themselves, as answers show it.';

create view classification_in_full as
  select id, key, jurisdiction, substance, form, status, verification, possible, certain, recorded, recorded_in, superseded_in,
    jsonb_build_object(
      'id', id, 'key', key, 'jurisdiction', jurisdiction, 'substance', substance,
      'form', form, 'from', partial_date(begins), 'to', partial_date(ends),
      'attestedFrom', attested_from, 'status', status, 'schedule', schedule,
      'activities', activities, 'medicalAccess', medical_access, 'thresholds', thresholds,
      'conditions', nullif(conditions, '{}'), 'summary', summary, 'verification', verification,
      'verifiedOn', verified_on, 'reviewDue', review_due, 'disputed', disputed,
      'recordedIn', recorded_in) as fields
  from classification;
comment on view classification_in_full is 'A classification without its citations, as answers show it.';

create index classification_id on classification (id);
create index classification_key on classification (key);
create index substance_slug on substance (slug);
create index form_substance on form (substance);

grant select on citation_in_full, classification_in_full to legal_status_reader, legal_status_writer;
