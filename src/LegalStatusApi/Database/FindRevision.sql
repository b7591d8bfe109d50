-- Which revision is this one, or was current at this instant, or is the latest?
select number as "Number", recorded_at as "RecordedAt"
from revision
where (@Revision::bigint is null or number = @Revision)
  and (@AsOf::timestamptz is null or recorded_at <= @AsOf)
order by number desc
limit 1
