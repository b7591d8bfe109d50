-- Let go of what was said of records that the set changes no more.
delete from changeset_note where changeset = @Id and record <> all(@Records)
