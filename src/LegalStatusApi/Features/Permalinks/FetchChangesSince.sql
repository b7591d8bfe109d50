-- Which publications changed these classifications after the revision from which each was printed, up to one of them, how and why?
with asked as materialized (
  select classification, printed
  from unnest(@Classifications::text[], @Printed::bigint[]) as pair (classification, printed)
), touched as materialized (
  select asked.classification, asked.printed, record.key, record.recorded_in as number
  from asked
  join classification as record on record.id = asked.classification
  where record.recorded_in > asked.printed and record.recorded_in <= @Revision
  union
  select asked.classification, asked.printed, record.key, record.superseded_in
  from asked
  join classification as record on record.id = asked.classification
  where record.superseded_in > asked.printed and record.superseded_in <= @Revision
)
select jsonb_build_object('printed', touched.printed, 'classification', touched.classification, 'record', touched.key,
  'revision', revision.number, 'recordedAt', revision.recorded_at,
  'kind', coalesce(
    (select change.said ->> 'kind' from jsonb_array_elements(revision.changes) as change (said)
      where change.said ->> 'record' = touched.key limit 1),
    case
      when not exists (select from classification as earlier
        where earlier.id = touched.classification and earlier.recorded_in < revision.number) then 'added'
      when not exists (select from classification as later
        where later.id = touched.classification and later.recorded_in = revision.number) then 'withdrawn'
    end),
  'reason', coalesce(
    (select change.said ->> 'reason' from jsonb_array_elements(revision.changes) as change (said)
      where change.said ->> 'record' = touched.key limit 1),
    revision.reason)) as "Item"
from touched
join revision on revision.number = touched.number
order by touched.printed, touched.key, revision.number
