-- Keep an answer for a day, to be given again; and let go of those that are older.
with gone as (
  delete from idempotency where created_at <= clock_timestamp() - interval '24 hours' and (key, name) <> (@Key, @Name)
)
insert into idempotency (key, name, request_hash, status, location, tag, body)
values (@Key, @Name, @RequestHash, @Status, @Location, @Tag, @Body)
on conflict (key, name) do update set
  request_hash = excluded.request_hash, status = excluded.status, location = excluded.location, tag = excluded.tag,
  body = excluded.body, created_at = clock_timestamp()
