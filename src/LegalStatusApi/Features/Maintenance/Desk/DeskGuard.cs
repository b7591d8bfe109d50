using LegalStatusApi.Http;
using Microsoft.AspNetCore.Antiforgery;

namespace LegalStatusApi.Features.Maintenance.Desk;

/// <summary>
/// What stands before every page of the desk: its address must be text, and a form must come from a page of ours. Three things say so, each by
/// itself enough: the cookie is sent from our own site alone, the browser says where the form was, and the form holds a token that no other site reads.
/// </summary>
public static class DeskGuard
{
    public static async ValueTask<object?> PassAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var check = Check.OfForm(http);
        if (check.Failed)
        {
            return await DeskPage.OfProblem(http, check.Problem());
        }

        if (HttpMethods.IsPost(http.Request.Method) && await RefusalOfAsync(http) is { } detail)
        {
            return await DeskPage.OfProblem(http, Problems.Forbidden.With(detail));
        }

        return await next(context);
    }

    private static async Task<string?> RefusalOfAsync(HttpContext http)
    {
        if (!IsOfOurSite(http.Request))
        {
            return "This form was sent from a page of another site. Nothing was changed.";
        }

        try
        {
            await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
            return null;
        }
        catch (AntiforgeryValidationException)
        {
            return "This form was not made by the page as you are signed in now: perhaps you signed in or out in another tab, or the service was started anew. "
                + "Nothing was changed. Go back, load the page again, and send the form from there.";
        }
    }

    // Our pages send no referrer, for which browsers send "Origin: null"; then Sec-Fetch-Site alone can tell.
    private static bool IsOfOurSite(HttpRequest request)
    {
        var (site, origin) = (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers.Origin.ToString());
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
