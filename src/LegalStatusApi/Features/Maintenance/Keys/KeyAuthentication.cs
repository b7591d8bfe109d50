using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Keys;

/// <summary>
/// <c>Authorization: Bearer lsk_…</c>. The database is asked each time, so that a key works, and ceases to work, on every
/// instance at once.
/// </summary>
public sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    [FromKeyedServices(Databases.Writer)] NpgsqlDataSource database)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Bearer";
    public const string KeyClaim = "key";
    public const string ScopeClaim = "scope";

    // Whoever stands before the service may judge by the one, and the service by the other: so by neither.
    private bool IsSentTwice => Request.Headers.Authorization.Count > 1;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (IsSentTwice)
        {
            return AuthenticateResult.Fail("more than one key");
        }

        var header = Request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            return AuthenticateResult.NoResult();
        }

        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || !KeyToken.TryParse(header["Bearer ".Length..].Trim(), out var token))
        {
            return AuthenticateResult.Fail("no key");
        }

        return await KeyCheck.FindAsync(database, token, Context, Name) is { } user
            ? AuthenticateResult.Success(new AuthenticationTicket(user, Name))
            : AuthenticateResult.Fail("no valid key");
    }

    // One answer for no key, a wrong, an expired and a revoked one: a guesser learns nothing.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (IsSentTwice)
        {
            return Problems.WriteAsync(Context, Problems.BadRequest.With("Send Authorization once."));
        }

        Response.Headers.WWWAuthenticate = "Bearer realm=\"maintainers\"";
        return Problems.WriteAsync(Context, Problems.Unauthorized.With("Send a valid key: Authorization: Bearer lsk_…"));
    }

    // Somebody with a key tried what it may not do: that stands in the audit like every other refusal.
    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var problem = Problems.Forbidden.With("This key does not have the scope that this needs.");
        var (refused, who) = (SentWrite.Of(Context, []), Maintainer.Of(Context.User));
        await database.WriteAsync(connection => new Write(connection, who, refused).AuditRefusalAsync(problem), Context.RequestAborted);
        await Problems.WriteAsync(Context, problem);
    }
}
