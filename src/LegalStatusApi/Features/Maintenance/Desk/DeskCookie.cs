using System.Globalization;
using System.Security.Cryptography;
using LegalStatusApi.Features.Maintenance.Keys;
using Microsoft.AspNetCore.DataProtection;

namespace LegalStatusApi.Features.Maintenance.Desk;

/// <summary>
/// The key of whoever signed in, in a cookie of the browser's session that no script reads, that is sent from the desk's own pages alone,
/// and in which the key stands sealed: nobody who sees the cookie sees the key. It opens for a working day, and never after signing out.
/// </summary>
public static class DeskCookie
{
    private const string Name = "desk";
    private const string Purpose = "the key of a maintainer at the desk";

    /// <summary>How long one is signed in.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    // A browser takes a cookie of this name over https alone (RFC 6265bis).
    private static string NameOf(HttpContext http) => http.Request.IsHttps ? $"__Secure-{Name}" : Name;

    public static void Put(HttpContext http, KeyToken key) =>
        http.Response.Cookies.Append(NameOf(http), Protector(http).Protect(string.Create(
            CultureInfo.InvariantCulture, $"{Guid.NewGuid():N} {Now(http).Add(Lasts).ToUnixTimeSeconds()} {key}")), Options(http));

    /// <summary>Whether the browser sent one, of whatever worth.</summary>
    public static bool WasSent(HttpContext http) => http.Request.Cookies.ContainsKey(NameOf(http));

    /// <summary>Takes the cookie from the browser.</summary>
    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(NameOf(http), Options(http));

    /// <summary>Ends the session: whoever kept a copy of the cookie is out too.</summary>
    public static void End(HttpContext http)
    {
        if (Open(http) is { } session)
        {
            Ended(http).Add(session.Id);
        }

        Forget(http);
    }

    /// <summary>The key; null where there is none, its time is over, or it was sealed by a service that has been started anew since.</summary>
    public static KeyToken? Read(HttpContext http) => Open(http) is { } session && !Ended(http).Holds(session.Id) ? session.Key : null;

    private static (string Id, KeyToken Key)? Open(HttpContext http)
    {
        if (http.Request.Cookies[NameOf(http)] is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            return Protector(http).Unprotect(value).Split(' ') is [var id, var until, var text]
                && long.Parse(until, CultureInfo.InvariantCulture) > Now(http).ToUnixTimeSeconds() && KeyToken.TryParse(text, out var key) ? (id, key) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static IDataProtector Protector(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);

    private static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    private static EndedSessions Ended(HttpContext http) => http.RequestServices.GetRequiredService<EndedSessions>();

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = DeskEndpoints.Home, IsEssential = true,
    };
}
