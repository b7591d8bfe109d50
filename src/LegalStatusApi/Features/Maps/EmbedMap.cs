using System.Net;
using System.Text;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Maps;

/// <summary>A page that holds a map and nothing else, to stand in a frame of another site: live, or frozen with on and revision.</summary>
public static class EmbedMap
{
    // Whoever wants may frame it; it loads nothing and runs nothing.
    private const string Policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    public static string PathOf(string substance) => $"/embed/{substance}";

    public static Task<IResult> Handle(
        [AsParameters] DrawMap.Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation) =>
        DrawMap.AnswerAsync(request, http, database, clock, PathOf, (map, freshness) =>
        {
            http.Response.Headers.ContentSecurityPolicy = Policy;
            return Answer.OfBytes(Encoding.UTF8.GetBytes(Page(map, http.Request)), "text/html; charset=utf-8", freshness);
        }, cancellation);

    // A frame without any style: an h1 would be larger than the map's own title.
    private static string Page(MapOfDay map, HttpRequest request)
    {
        var picture = map.Question.FreshnessOf(map.Revision, DrawMap.PathOf);
        var data = map.Question.FreshnessOf(map.Revision, ShowMapData.PathOf);
        var address = picture.Permalink ?? picture.Latest!;
        var title = WebUtility.HtmlEncode($"{map.Title}, law on {map.On}");
        var fragment = MapPicture.Fragment(map, new MapPicture.Shown("m-", Address: request.Absolute(address), Source: request.Absolute("/")));
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + $"<title>{title}</title><base target=\"_blank\"></head><body><main>{fragment}"
            + $"<p><span role=\"heading\" aria-level=\"1\"><a rel=\"noopener\" href=\"{WebUtility.HtmlEncode(address)}\">{title} (revision {map.Revision.Number})</a></span>"
            + $" · <a rel=\"noopener\" href=\"{WebUtility.HtmlEncode(data.Permalink ?? data.Latest!)}\">data</a></p></main></body></html>\n";
    }
}
