-- Note of which kind a record's change is, and why.
insert into changeset_note (changeset, record, kind, reason, put_by) values (@Id, @Record, @Kind, @Reason, @PutBy)
on conflict (changeset, record) do update set kind = excluded.kind, reason = excluded.reason, put_by = excluded.put_by
