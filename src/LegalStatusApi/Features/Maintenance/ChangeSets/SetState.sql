-- Move the set to another state, as its next version.
update changeset set
  state = @State::text,
  version = version + 1,
  base_revision = coalesce(@BaseRevision::bigint, base_revision),
  submitted_at = case when @State = 'in_review' then clock_timestamp() else submitted_at end,
  reviewer = case when @State in ('approved', 'rejected') then @Reviewer
    when @State in ('draft', 'in_review') then null else reviewer end,
  reviewed_at = case when @State in ('approved', 'rejected') then clock_timestamp()
    when @State in ('draft', 'in_review') then null else reviewed_at end,
  approved_hash = case when @State = 'approved' then @ApprovedHash::bytea
    when @State in ('draft', 'in_review') then null else approved_hash end,
  rejection = case when @State = 'rejected' then @Rejection end,
  revision = case when @State = 'published' then @Revision::bigint end,
  diff = case when @State <> 'draft' then coalesce(@Diff::jsonb, diff) end
where id = @Id
