-- What does each revision say of itself, oldest first?
select
  number as "Number",
  recorded_at as "RecordedAt",
  author as "Author",
  reviewer as "Reviewer",
  reason as "Reason",
  salt as "Salt",
  content_hash as "ContentHash",
  previous_hash as "PreviousHash",
  hash as "Hash",
  changes::text as "Changes",
  redacted::text as "Redacted"
from revision
order by number
