using LegalStatusApi.Features.Maintenance.Keys;
using Microsoft.AspNetCore.Antiforgery;

namespace LegalStatusApi.Features.Maintenance.Desk;

/// <summary>Who is at the desk, and what each form of the page sends back.</summary>
/// <param name="Who">Null: nobody is signed in.</param>
/// <param name="Scopes">What their key may do.</param>
/// <param name="Token">Proves that a form came from a page of ours.</param>
/// <param name="Once">Names what a form does, so that sending it twice does it once.</param>
public sealed record DeskVisit(Maintainer? Who, IReadOnlyList<string> Scopes, string Token, string Once)
{
    public bool May(params string[] scopes) => scopes.Any(scope => Scopes.Contains(scope, StringComparer.Ordinal));

    public static DeskVisit Of(HttpContext http)
    {
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        var isSignedIn = http.User.Identity is { IsAuthenticated: true, AuthenticationType: DeskAuthentication.Name };
        return new DeskVisit(
            isSignedIn ? Maintainer.Of(http.User) : null,
            isSignedIn ? [.. http.User.FindAll(KeyAuthentication.ScopeClaim).Select(claim => claim.Value)] : [],
            tokens.RequestToken!,
            "desk-" + Guid.NewGuid().ToString("N"));
    }
}
