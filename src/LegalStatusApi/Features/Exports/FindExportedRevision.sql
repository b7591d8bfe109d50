-- Which revision ends the export, when was it published, and what is its hash? The latest where none is named.
select number as "Number", recorded_at as "RecordedAt", hash as "Hash"
from revision
where @Revision::bigint is null or number = @Revision
order by number desc
limit 1
