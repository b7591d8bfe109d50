-- What does a revision say of this source and its versions?
select jsonb_build_object('key', source.key, 'jurisdiction', source.jurisdiction, 'type', source.type, 'title', source.title,
  'officialCitation', source.citation,
  'versions', (
    select coalesce(jsonb_agg(jsonb_build_object('version', version.version, 'url', version.url, 'archiveUrl', version.archive_url,
      'language', version.language, 'publisher', version.publisher, 'publishedOn', partial_date(version.published),
      'retrievedOn', version.retrieved_on, 'sha256', version.sha256, 'read', version.read,
      'recordedIn', version.recorded_in) order by version.version), '[]')
    from source_version as version
    where version.source = source.key and said_in(version.recorded_in, version.superseded_in, @Revision)),
  'answers', (
    select count(*)
    from citation
    join classification as record on record.id = citation.record and said_in(record.recorded_in, record.superseded_in, @Revision)
    where citation.source = source.key and said_in(citation.recorded_in, citation.superseded_in, @Revision)),
  'revision', @Revision::bigint) as "Item"
from source
where source.key = @Key and said_in(source.recorded_in, source.superseded_in, @Revision)
