-- What did this change set change, as it was submitted, approved or published last?
select diff::text from changeset where id = @Id
