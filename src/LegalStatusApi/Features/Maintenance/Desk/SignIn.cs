using System.Text.RegularExpressions;
using LegalStatusApi.Database;
using LegalStatusApi.Features.Maintenance.Keys;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Desk;

/// <summary>Signs in with a key, and out.</summary>
public static partial class SignIn
{
    public static async Task<IResult> Handle(HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer)
    {
        var form = await DeskForm.ReadAsync(http);
        var next = OwnAddress(form["next"]);
        if (!KeyToken.TryParse(form["key"].Trim(), out var key) || await KeyCheck.FindAsync(writer, key, http, DeskAuthentication.Name) is null)
        {
            // One answer for no key, a wrong, an expired and a revoked one: a guesser learns nothing.
            http.Response.Headers.WWWAuthenticate = DeskAuthentication.Asked;
            return await DeskPage.Of<SignInPage>(http, visit => new SignInView(visit, next, SignInView.Refused), StatusCodes.Status401Unauthorized);
        }

        DeskCookie.Put(http, key);
        return DeskPage.SeeOther(http, next);
    }

    public static IResult Leave(HttpContext http)
    {
        DeskCookie.End(http);
        return DeskPage.SeeOther(http, DeskEndpoints.Home);
    }

    /// <summary>An address of the desk, and of no other place.</summary>
    public static string OwnAddress(string? asked) => asked is not null && Own().IsMatch(asked) ? asked : DeskEndpoints.Home;

    [GeneratedRegex(@"\A/desk(/[A-Za-z0-9._~%-]+)*(\?[A-Za-z0-9._~%&=+:/-]*)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Own();
}

/// <param name="Next">Where to go from here.</param>
/// <param name="Said">What is to be said first.</param>
public sealed record SignInView(DeskVisit Visit, string? Next, string? Said)
{
    public const string Needed = "This page is for maintainers. Sign in to see it.";
    public const string Refused = "This key is not valid: it is mistyped, expired or revoked.";
}
