-- What is this change set, held against all others until the transaction ends?
-- It is held before anything is joined to it: a join made before the wait would show the reviewer of before the wait.
with held as (
  select id, author, title, reason, state, base_revision, version, created_at, submitted_at, reviewer, reviewed_at, approved_hash,
    rejection, revision
  from changeset
  where id = @Id
  for update
)
select
  changeset.id as "Id", changeset.author as "Author", author.name as "AuthorName", changeset.title as "Title",
  changeset.reason as "Reason", changeset.state::text as "State", changeset.base_revision as "BaseRevision",
  changeset.version as "Version", changeset.created_at as "CreatedAt", changeset.submitted_at as "SubmittedAt",
  changeset.reviewer as "Reviewer", reviewer.name as "ReviewerName", changeset.reviewed_at as "ReviewedAt",
  changeset.approved_hash as "ApprovedHash", changeset.rejection as "Rejection", changeset.revision as "Revision"
from held as changeset
join maintainer as author on author.id = changeset.author
left join maintainer as reviewer on reviewer.id = changeset.reviewer
