-- Which number, time and predecessor will the next revision have? Time comes from the database and never runs backwards.
select
  coalesce(max(number), 0) + 1 as "Number",
  greatest(date_trunc('milliseconds', clock_timestamp()), max(recorded_at) + interval '1 millisecond') as "RecordedAt",
  (select hash from revision order by number desc limit 1) as "PreviousHash"
from revision
