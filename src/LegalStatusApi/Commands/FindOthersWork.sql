-- Which revision is current, was any made by a change set, and is the one that a text names (and its hash) on record?
select
  max(number) as "Current",
  coalesce(bool_or(number = @Revision::bigint and encode(hash, 'hex') = @Hash::text), false) as "IsKnown",
  coalesce(bool_or(changes <> '[]'), false) or exists (select from changeset where state = 'published') as "IsReviewed"
from revision
