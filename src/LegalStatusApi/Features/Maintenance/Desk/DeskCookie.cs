using System.Security.Cryptography;
using LegalStatusApi.Features.Maintenance.Keys;
using Microsoft.AspNetCore.DataProtection;

namespace LegalStatusApi.Features.Maintenance.Desk;

/// <summary>
/// The key of whoever signed in, in a cookie of the browser's session that no script reads, that is sent from the desk's own pages alone,
/// and in which the key stands sealed: nobody who sees the cookie sees the key.
/// </summary>
public static class DeskCookie
{
    public const string Name = "desk";
    private const string Purpose = "the key of a maintainer at the desk";

    public static void Put(HttpContext http, KeyToken key) =>
        http.Response.Cookies.Append(Name, Protector(http).Protect(key.ToString()), Options(http));

    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http));

    /// <summary>The key; null where there is none, or it was sealed by a service that has been started anew since.</summary>
    public static KeyToken? Read(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            return KeyToken.TryParse(Protector(http).Unprotect(value), out var key) ? key : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static IDataProtector Protector(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = DeskEndpoints.Home, IsEssential = true,
    };
}
