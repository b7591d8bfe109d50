-- Which revision ends the export, when was it published, what is its hash, and how many texts up to it are redacted?
-- The latest where none is named.
select number as "Number", recorded_at as "RecordedAt", hash as "Hash", (
    select count(*)
    from redacted_row, jsonb_object_keys(redacted_row.redacted -> 'texts')
    where redacted_row.recorded_in <= revision.number) as "Redactions"
from revision
where @Revision::bigint is null or number = @Revision
order by number desc
limit 1
