-- Which keys are there, whose, and when were they used last?
select
  api_key.id as "Id", maintainer.name as "Name", array_to_string(api_key.scopes, ',') as "Scopes", api_key.created_at as "CreatedAt",
  api_key.expires_at as "ExpiresAt", api_key.revoked_at as "RevokedAt",
  (select max(used_at) from key_use where key = api_key.id) as "LastUsedAt",
  (select count(*) from key_use where key = api_key.id) as "Uses",
  api_key.revoked_at is null and api_key.expires_at > clock_timestamp() as "IsValid"
from api_key
join maintainer on maintainer.id = api_key.maintainer
order by maintainer.name, api_key.created_at
