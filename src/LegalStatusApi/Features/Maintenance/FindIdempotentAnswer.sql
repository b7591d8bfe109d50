-- What was answered to this Idempotency-Key within the last day?
select request_hash as "RequestHash", status as "Status", location as "Location", tag as "Tag", body as "Body"
from idempotency
where key = @Key and name = @Name and created_at > clock_timestamp() - interval '24 hours'
