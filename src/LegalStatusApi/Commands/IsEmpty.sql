-- Does the database hold nothing of ours yet?
select to_regclass('public.schema_migration') is null as is_empty
