-- Does the database take writes: is it neither a standby nor read-only?
select not pg_is_in_recovery() and not current_setting('default_transaction_read_only')::boolean as writable
