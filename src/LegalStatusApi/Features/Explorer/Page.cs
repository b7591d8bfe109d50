using System.Text;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LegalStatusApi.Features.Explorer;

/// <summary>What the frame of a page says of it.</summary>
/// <param name="Title">Its title, without the name of the service.</param>
/// <param name="Description">One or two sentences for search engines and previews.</param>
/// <param name="Path">Its own address, with what it was asked.</param>
/// <param name="Json">Where the same is had as JSON.</param>
/// <param name="Csv">Where the same is had as CSV; null where it is no list.</param>
/// <param name="Notice">The line that every reuse must carry.</param>
/// <param name="Part">Which entry of the menu it belongs to.</param>
/// <param name="Revision">The revision that it shows.</param>
/// <param name="IsIndexed">Search engines may list it.</param>
public sealed record PageHead(
    string Title, string Description, string Path, string? Json = null, string? Csv = null, string? Notice = null, string? Part = null,
    long? Revision = null, bool IsIndexed = true)
{
    /// <summary>The whole address that other sites may embed by oEmbed; null where there is none.</summary>
    public string? Embeddable { get; init; }

    /// <summary>The whole address of the page itself, for previews; null where it is what is embedded.</summary>
    public string? Url { get; init; }

    /// <summary>The map that previews of a link show; null where there is none.</summary>
    public PageCard? Card { get; init; }

    /// <summary>It is of the desk: who reads it is signed in, and what is done there is audited.</summary>
    public bool IsOfDesk { get; init; }

    /// <summary>What stands in the search box.</summary>
    public string? Searched { get; init; }
}

/// <summary>Pages, rendered on the server from components: each takes one parameter, <c>View</c>, with all that it shows.</summary>
public static class Page
{
    /// <summary>
    /// Nothing but our own style, script and pictures; no inline script or style, no frame around it. Names of places come from the
    /// record, and whatever slips through as markup may still run nowhere.
    /// </summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A page as an answer, revalidated like JSON; it is never immutable, since what is printed may be corrected and the page says so.</summary>
    public static async Task<IResult> Of<TPage>(HttpContext http, object view, DateTimeOffset? recordedAt = null)
        where TPage : IComponent => Answer.OfBytes(await RenderAsync<TPage>(http, view), "text/html; charset=utf-8", new Freshness(recordedAt));

    /// <summary>The headers that every page has, whether it answers or refuses.</summary>
    public static void Guard(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), browsing-topics=()";
    }

    /// <summary>What became of a form that was sent.</summary>
    public static async Task<IResult> OfForm<TPage>(HttpContext http, object view, int status)
        where TPage : IComponent => new UncachedResult(await RenderAsync<TPage>(http, view), status);

    internal static async Task<byte[]> RenderAsync<TPage>(HttpContext http, object view)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(http.RequestServices, http.RequestServices.GetRequiredService<ILoggerFactory>());
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = view });
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TPage>(parameters);
            return Encoding.UTF8.GetBytes("<!doctype html>\n" + root.ToHtmlString());
        });
    }

    private sealed class UncachedResult(byte[] bytes, int status) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.Headers.CacheControl = "no-store";
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }
}
