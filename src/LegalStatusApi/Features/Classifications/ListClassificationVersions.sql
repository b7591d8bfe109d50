-- What has been said in this classification, revision by revision, up to one of them?
-- It says something else wherever its own row or one of its citations was added or closed.
with boundary (number) as (
  select recorded_in from classification where id = @Id
  union
  select superseded_in from classification where id = @Id and superseded_in is not null
  union
  select recorded_in from citation where record = @Id
  union
  select superseded_in from citation where record = @Id and superseded_in is not null
), version as (
  select number as recorded_in, lead(number) over (order by number) as superseded_in
  from boundary
  where number <= @Revision
)
select jsonb_build_object(
  'recordedIn', version.recorded_in,
  'supersededIn', version.superseded_in,
  'publication', jsonb_build_object('revision', revision.number, 'recordedAt', revision.recorded_at, 'author', revision.author,
    'reviewed', revision.reviewer is not null, 'reviewer', revision.reviewer, 'reason', revision.reason),
  'record', record.fields || jsonb_build_object('citations', (
    select coalesce(jsonb_agg(cited.fields order by cited.ordinal), '[]')
    from citation_in_full as cited
    where cited.record = record.id and said_in(cited.recorded_in, cited.superseded_in, version.recorded_in)))) as "Item"
from version
join revision on revision.number = version.recorded_in
join classification_in_full as record on record.id = @Id and said_in(record.recorded_in, record.superseded_in, version.recorded_in)
where @After::bigint is null or version.recorded_in > @After
order by version.recorded_in
limit @Take
