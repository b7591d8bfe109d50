-- Is nobody else at work on this Idempotency-Key? The claim ends with the transaction.
select pg_try_advisory_xact_lock(hashtextextended('idempotency ' || @Key || ' ' || @Name, 0))
