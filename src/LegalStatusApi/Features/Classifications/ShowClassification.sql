-- What does a revision say in this classification?
select record.fields || jsonb_build_object('citations', (
  select coalesce(jsonb_agg(cited.fields order by cited.ordinal), '[]')
  from citation_in_full as cited
  where cited.record = record.id and said_in(cited.recorded_in, cited.superseded_in, @Revision))) as "Item"
from classification_in_full as record
where record.id = @Id and said_in(record.recorded_in, record.superseded_in, @Revision)
