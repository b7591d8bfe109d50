-- The whole record with its history up to a revision, oldest first: one line of JSON for each revision, each row that it
-- added and each row that it closed, in the order in which they are hashed. Where a text is redacted, redacted stands for the salt.
with line as (
  select number as revision, 0 as place, '' as relation, '' as id,
    json_strip_nulls(json_build_object('type', 'revision', 'number', number,
      'recordedAt', to_char(recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'author', author, 'reviewer', reviewer, 'reason', reason, 'salt', case when redacted is null then encode(salt, 'hex') end,
      'redacted', redacted, 'changes', changes,
      'contentHash', encode(content_hash, 'hex'), 'previousHash', encode(previous_hash, 'hex'), 'hash', encode(hash, 'hex')))::text as text
  from revision
  where number <= @Revision
  union all
  select entry.revision, 1, entry.relation, entry.id,
    json_strip_nulls(json_build_object('type', 'added', 'relation', entry.relation, 'id', entry.id,
      'hash', encode(entry.hash, 'hex'),
      'salt', case when redacted_row.redacted is null then encode(added.salt, 'hex') end, 'redacted', redacted_row.redacted,
      'fields', added.fields, 'texts', added.texts))::text
  from revision_entry entry
  left join recorded_row added
    on added.relation = entry.relation and added.id = entry.id and lower(added.recorded) = entry.revision
  left join redacted_row
    on redacted_row.relation = entry.relation and redacted_row.id = entry.id and redacted_row.recorded_in = entry.revision
  where entry.action = 'added' and entry.revision <= @Revision
  union all
  select revision, 2, relation, id,
    json_strip_nulls(json_build_object('type', action, 'relation', relation, 'id', id, 'hash', encode(hash, 'hex')))::text
  from revision_entry
  where action = 'closed' and revision <= @Revision
)
select convert_to(text, 'UTF8')
from line
order by revision, place, relation collate "C", id collate "C"
