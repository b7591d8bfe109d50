-- Which classifications rest on this source at a revision, in what role and where in it?
select jsonb_build_object('citation', citation.id, 'version', citation.version, 'role', citation.role, 'pinpoint', citation.pinpoint,
  'class', citation.class, 'frozenOn', citation.frozen_on, 'record', record.fields) as "Item"
from citation
join classification_in_full as record on record.id = citation.record and record.recorded @> @Revision::bigint
where citation.source = @Key and citation.recorded @> @Revision::bigint
  and (@AfterRecord::text is null or (record.key, citation.id) > (@AfterRecord, @AfterCitation))
order by record.key, citation.id
limit @Take
