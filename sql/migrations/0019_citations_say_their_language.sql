-- A citation says the language of the text that it cites, so that whoever shows its title can say how it is read.

create or replace view citation_in_full as
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
      'read', source_version.read, 'language', source_version.language) as fields
  from citation
  -- Not source.recorded && citation.recorded, which would tempt the planner into a GiST index (see said_in).
  join source on source.key = citation.source and not isempty(citation.recorded * source.recorded)
  join source_version on source_version.source = citation.source and source_version.version = citation.version;
