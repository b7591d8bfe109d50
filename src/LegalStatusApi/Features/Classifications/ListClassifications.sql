-- Which classifications are on record at a revision, of which place, substance, form, status and certain day?
select record.fields || jsonb_build_object('citations', (
  select coalesce(jsonb_agg(cited.fields order by cited.ordinal), '[]')
  from citation_in_full as cited
  where cited.record = record.id and said_in(cited.recorded_in, cited.superseded_in, @Revision))) as "Item"
from classification_in_full as record
where said_in(record.recorded_in, record.superseded_in, @Revision)
  and (@Jurisdiction::text is null or record.jurisdiction = @Jurisdiction)
  and (@Substance::text is null or record.substance = @Substance)
  and (@Form::text is null or record.form = @Form)
  and (@Status::text is null or record.status = @Status)
  and (@Verification::text is null or record.verification = @Verification)
  and (@On::date is null or record.certain @> @On::date)
  and (@After::text is null or record.key > @After)
order by record.key
limit @Take
