-- Which sources are on record at a revision, and where does the latest version of each stand?
select jsonb_build_object('key', source.key, 'jurisdiction', source.jurisdiction, 'type', source.type, 'title', source.title,
  'officialCitation', source.citation, 'latestVersion', latest.version, 'url', latest.url,
  'read', latest.read, 'language', latest.language) as "Item"
from source
cross join lateral (
  select version.version, version.url, version.read, version.language
  from source_version as version
  where version.source = source.key and said_in(version.recorded_in, version.superseded_in, @Revision)
  order by version.version desc
  limit 1
) as latest
where said_in(source.recorded_in, source.superseded_in, @Revision)
  and (@Jurisdiction::text is null or source.jurisdiction = @Jurisdiction)
  and (@Type::text is null or source.type = @Type)
  and (@After::text is null or source.key > @After)
order by source.key
limit @Take
