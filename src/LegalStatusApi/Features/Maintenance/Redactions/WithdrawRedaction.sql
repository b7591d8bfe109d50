-- Let go of a redaction that was asked for.
delete from redaction_request where id = @Redaction
