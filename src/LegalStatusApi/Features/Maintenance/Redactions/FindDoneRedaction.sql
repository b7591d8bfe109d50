-- Was this redaction done?
select gone.value ->> 'redaction'
from redacted_row, jsonb_each(redacted_row.redacted -> 'texts') as gone
where gone.value ->> 'redaction' = @Redaction
limit 1
