using System.Text.Encodings.Web;
using LegalStatusApi.Database;
using LegalStatusApi.Features.Maintenance.Keys;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Desk;

/// <summary>
/// Who sits at the desk, by the key in the cookie. The database is asked each time, as of every key: one that is revoked is out at once.
/// No other route takes the cookie, and the desk takes no header.
/// </summary>
public sealed class DeskAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    [FromKeyedServices(Databases.Writer)] NpgsqlDataSource database)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Desk";

    /// <summary>How one is let in, as every 401 says.</summary>
    public const string Asked = "Cookie realm=\"desk\"";

    /// <summary>A policy for keys with one of these scopes; with any scope where none is named.</summary>
    public static AuthorizationPolicy Needs(params string[] scopes)
    {
        var policy = new AuthorizationPolicyBuilder(Name).RequireAuthenticatedUser();
        return (scopes.Length == 0 ? policy : policy.RequireClaim(KeyAuthentication.ScopeClaim, scopes)).Build();
    }

    /// <summary>A policy for everybody, signed in or not.</summary>
    public static AuthorizationPolicy NeedsNothing() => new AuthorizationPolicyBuilder(Name).RequireAssertion(_ => true).Build();

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (DeskCookie.Read(Context) is not { } key)
        {
            return AuthenticateResult.NoResult();
        }

        return await KeyCheck.FindAsync(database, key, Context, Name) is { } user
            ? AuthenticateResult.Success(new AuthenticationTicket(user, Name))
            : AuthenticateResult.Fail("no valid key");
    }

    // Who reads a page is led back to it; what a form would have done is not done later by itself.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (DeskCookie.WasSent(Context))
        {
            DeskCookie.Forget(Context);
        }

        Response.Headers.WWWAuthenticate = Asked;
        var next = HttpMethods.IsGet(Request.Method) ? Request.Path.ToUriComponent() + Request.QueryString.ToUriComponent() : null;
        return DeskPage.ShowAsync<SignInPage>(Context, StatusCodes.Status401Unauthorized, visit => new SignInView(visit, next, SignInView.Needed));
    }

    // Somebody with a key tried what it may not do: that stands in the audit like every other refusal.
    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var problem = Problems.Forbidden.With("Your key does not have the scope that this needs.");
        var (refused, who) = (SentWrite.Of(Context, []), Maintainer.Of(Context.User));
        await database.WriteAsync(connection => new Write(connection, who, refused).AuditRefusalAsync(problem), Context.RequestAborted);
        await DeskPage.ShowRefusalAsync(Context, problem);
    }
}
