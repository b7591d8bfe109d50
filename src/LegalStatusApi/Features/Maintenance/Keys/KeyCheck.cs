using System.Security.Claims;
using System.Security.Cryptography;
using Dapper;
using LegalStatusApi.Database;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Keys;

/// <summary>Whose key it is, by whichever way it came: the database is asked each time, and notes that the key was used.</summary>
public static class KeyCheck
{
    // Compared where no key was found, so that finding one takes no longer than not finding it.
    private static readonly byte[] NoHash = new byte[32];

    private sealed record StoredKey(string Maintainer, string Name, byte[] Hash, string Scopes, bool IsValid);

    /// <summary>The maintainer and what the key may do; null for an unknown, wrong, expired or revoked key.</summary>
    public static async Task<ClaimsPrincipal?> FindAsync(NpgsqlDataSource database, KeyToken token, HttpContext http, string scheme)
    {
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        var found = await database.ReadAsync(connection => FindAsync(connection, token, http.Request.Method, route, http.RequestAborted), http.RequestAborted);
        if (found is null)
        {
            // That somebody tries keys is to be seen, not who: the limit of requests is what stands against guessing.
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(KeyCheck)).LogWarning("Refused a key on {Method} {Route}", http.Request.Method, route);
            return null;
        }

        Claim[] claims =
        [
            new(ClaimTypes.NameIdentifier, found.Maintainer), new(ClaimTypes.Name, found.Name), new(KeyAuthentication.KeyClaim, token.Id),
            .. found.Scopes.Split(',').Select(scope => new Claim(KeyAuthentication.ScopeClaim, scope)),
        ];
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }

    private static async Task<StoredKey?> FindAsync(NpgsqlConnection connection, KeyToken token, string method, string route, CancellationToken cancellation)
    {
        var found = await connection.QuerySingleOrDefaultAsync<StoredKey>(
            new CommandDefinition(SqlFile.Beside(typeof(KeyCheck), "FindKey"), new { token.Id }, cancellationToken: cancellation));
        var proved = CryptographicOperations.FixedTimeEquals(token.Hash, found?.Hash ?? NoHash);
        if (!proved || found is not { IsValid: true })
        {
            return null;
        }

        await connection.ExecuteAsync(new CommandDefinition(
            SqlFile.Beside(typeof(KeyCheck), "RecordKeyUse"), new { Key = token.Id, Method = method, Route = route }, cancellationToken: cancellation));
        return found;
    }
}
