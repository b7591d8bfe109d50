using LegalStatusApi.Domain;
using LegalStatusApi.Features.Maintenance.Keys;
using Npgsql;

namespace LegalStatusApi.Tests.Support;

/// <summary>Maintainers and their keys, put straight into the database.</summary>
public static class MaintainerKeys
{
    /// <summary>Another key of the person of this name, who is made if not there.</summary>
    public static Task<string> KeyAsync(this TestDatabase database, string name, params string[] scopes) => database.Owner.KeyAsync(name, scopes);

    /// <param name="owner">Of the tables.</param>
    public static async Task<string> KeyAsync(this NpgsqlDataSource owner, string name, params string[] scopes)
    {
        var token = KeyToken.New();
        await owner.AskAsync<int>("""
            insert into maintainer (id, name) values (@Maintainer, @Name) on conflict (name) do nothing;
            insert into api_key (id, maintainer, hash, scopes, expires_at)
            values (@Id, @Maintainer, @Hash, @Scopes::maintenance_scope[], clock_timestamp() + interval '1 day')
            """, new { Maintainer = RecordId.OfMaintainer(name), Name = name, token.Id, token.Hash, Scopes = scopes });
        return token.ToString();
    }
}
