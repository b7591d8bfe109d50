-- Revoke a key, and say whose it was.
with revoked as (
  update api_key set revoked_at = clock_timestamp() where id = @Id and revoked_at is null
  returning id, maintainer, scopes, created_at, expires_at, revoked_at
), noted as (
  insert into audit (action, subject) select 'revoke key', id from revoked
)
select
  revoked.id as "Id", maintainer.name as "Name", array_to_string(revoked.scopes, ',') as "Scopes", revoked.created_at as "CreatedAt",
  revoked.expires_at as "ExpiresAt", revoked.revoked_at as "RevokedAt", null::timestamptz as "LastUsedAt", 0::bigint as "Uses",
  false as "IsValid"
from revoked
join maintainer on maintainer.id = revoked.maintainer
