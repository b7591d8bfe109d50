-- Whose key is this, what may it do, and is it valid now, by the database's clock?
select
  maintainer.id as "Maintainer",
  maintainer.name as "Name",
  api_key.hash as "Hash",
  array_to_string(api_key.scopes, ',') as "Scopes",
  api_key.revoked_at is null and api_key.expires_at > clock_timestamp() as "IsValid"
from api_key
join maintainer on maintainer.id = api_key.maintainer
where api_key.id = @Id
