using System.Security.Claims;
using LegalStatusApi.Features.Maintenance.Keys;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace LegalStatusApi.Features.Maintenance;

/// <summary>Who asks, by the key that was sent.</summary>
/// <param name="Id">Id of the person.</param>
/// <param name="Name">As public pages show it.</param>
/// <param name="Key">Id of the key.</param>
public sealed record Maintainer(string Id, string Name, string Key)
{
    public static Maintainer Of(ClaimsPrincipal user) => new(
        user.FindFirstValue(ClaimTypes.NameIdentifier)!, user.FindFirstValue(ClaimTypes.Name)!, user.FindFirstValue(KeyAuthentication.KeyClaim)!);
}

/// <summary>The check of keys and of what they may do.</summary>
public static class MaintainersSetup
{
    public static void AddMaintainers(this IServiceCollection services)
    {
        services.AddAuthentication(KeyAuthentication.Name)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.Name, null);
        var policies = services.AddAuthorizationBuilder();
        foreach (var scope in Scopes.All)
        {
            policies.AddPolicy(scope, policy => policy.RequireAuthenticatedUser().RequireClaim(KeyAuthentication.ScopeClaim, scope));
        }

        policies.AddPolicy(Scopes.ProposeOrReview, policy => policy.RequireAuthenticatedUser().RequireClaim(KeyAuthentication.ScopeClaim, Scopes.Propose, Scopes.Review));
        policies.AddPolicy(Scopes.AnyKey, policy => policy.RequireAuthenticatedUser());
    }
}
