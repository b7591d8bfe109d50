-- Publish a revision: its row comes last, after the rows that it added and closed.
insert into revision (number, recorded_at, author, reviewer, reason, salt, content_hash, previous_hash, hash, changes, redacted)
values (@Number, @RecordedAt, @Author, @Reviewer, @Reason, @Salt, @ContentHash, @PreviousHash, @Hash, @Changes::jsonb, @Redacted::jsonb)
