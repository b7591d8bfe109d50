-- Which revision was current at an instant; the first, where nothing was published by then?
select number
from revision
order by recorded_at <= @Instant desc, case when recorded_at <= @Instant then -number else number end
limit 1
