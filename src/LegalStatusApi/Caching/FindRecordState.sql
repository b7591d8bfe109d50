-- What is the record now: its latest revision, and was a text taken out of any since?
select number as "Number", recorded_at as "RecordedAt", encode(hash, 'hex') as "Hash",
  (select redactions from redaction_count) as "Redactions"
from revision
order by number desc
limit 1
