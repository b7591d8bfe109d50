-- Make a key, and its maintainer if there is none of that name yet.
with person as (
  insert into maintainer (id, name) values (@Maintainer, @Name)
  on conflict (name) do nothing
), noted as (
  insert into audit (action, subject, after)
  values ('create key', @Id, jsonb_build_object('maintainer', @Name, 'scopes', @Scopes::text[], 'expiresAt', @ExpiresAt::timestamptz))
)
insert into api_key (id, maintainer, hash, scopes, expires_at)
values (@Id, @Maintainer, @Hash, @Scopes::maintenance_scope[], @ExpiresAt::timestamptz)
