-- What is to be redacted, and who asked for it?
select
  redaction_request.id as "Redaction", relation as "Relation", row_id as "Id", recorded_in as "RecordedIn", field as "Field",
  reason as "Reason", asked_by as "AskedBy", maintainer.name as "AskedByName"
from redaction_request
join maintainer on maintainer.id = asked_by
where redaction_request.id = @Redaction
