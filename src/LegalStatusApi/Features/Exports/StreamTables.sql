-- What does each row of a table say (of all tables where none is named), with the revisions that say it, up to a revision?
with asked as materialized (
  select @Revision::bigint as revision, @Relation::text as relation
), row_said as (
  select said.relation, said.id, lower(said.recorded) as recorded_in,
    case when upper(said.recorded) <= asked.revision then upper(said.recorded) end as superseded_in, said.fields || said.texts as fields
  from asked
  join recorded_row as said on lower(said.recorded) <= asked.revision
    and (asked.relation is null or said.relation = asked.relation)
  union all
  select 'revision', number::text, number, null, jsonb_build_object('number', number,
    'recordedAt', to_char(recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'author', author, 'reviewer', reviewer,
    'reason', reason, 'contentHash', encode(content_hash, 'hex'), 'previousHash', encode(previous_hash, 'hex'), 'hash', encode(hash, 'hex'))
  from asked
  join revision on number <= asked.revision and (asked.relation is null or asked.relation = 'revision')
)
select relation, convert_to(jsonb_strip_nulls(
  jsonb_build_object('recordedIn', recorded_in, 'supersededIn', superseded_in) || fields)::text, 'UTF8')
from row_said
order by relation collate "C", recorded_in, id collate "C"
