-- Which classifications rest on this source at a revision, in what role and where in it?
select jsonb_build_object('citation', citation.id, 'version', citation.version, 'role', citation.role, 'pinpoint', citation.pinpoint,
  'class', citation.class, 'frozenOn', citation.frozen_on, 'record', record.fields) as "Item"
from citation
join classification_in_full as record on record.id = citation.record and said_in(record.recorded_in, record.superseded_in, @Revision)
where citation.source = @Key and said_in(citation.recorded_in, citation.superseded_in, @Revision)
  and (@AfterRecord::text is null or (record.key, citation.id) > (@AfterRecord, @AfterCitation))
order by record.key, citation.id
limit @Take
