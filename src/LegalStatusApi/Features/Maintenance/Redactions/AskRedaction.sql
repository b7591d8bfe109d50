-- Note which text is to be redacted and why, unless that is asked for already.
insert into redaction_request (id, relation, row_id, recorded_in, field, reason, asked_by)
values (@Redaction, @Relation, @Id, @RecordedIn, @Field, @Reason, @AskedBy)
on conflict (relation, row_id, recorded_in, field) do nothing
