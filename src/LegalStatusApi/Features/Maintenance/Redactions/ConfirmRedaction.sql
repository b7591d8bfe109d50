-- Redact what one maintainer asked for and this other one confirms; how many texts were there?
select redact(@Redaction, @Maintainer)
