using System.Net;
using System.Text;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Maps;

/// <summary>A page that holds a map and nothing else, to stand in a frame of another site: live, or frozen with on and revision.</summary>
public static class EmbedMap
{
    // Whoever wants may frame it; it loads its own style sheet alone and runs nothing.
    private const string Policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";
    private const string Prefix = "m-";

    public static string PathOf(string substance) => $"/embed/{substance}";

    public static Task<IResult> Handle(
        [AsParameters] DrawMap.Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation) =>
        DrawMap.AnswerAsync(request, http, database, clock, PathOf, (map, freshness) =>
        {
            http.Response.Headers.ContentSecurityPolicy = Policy;
            return Task.FromResult(Answer.OfBytes(Encoding.UTF8.GetBytes(Page(map, http.Request)), "text/html; charset=utf-8", freshness));
        }, cancellation);

    // Title, legend and source are text of the page, not of the picture: a frame may be as narrow as a telephone.
    private static string Page(MapOfDay map, HttpRequest request)
    {
        var picture = map.Question.FreshnessOf(map.Revision, DrawMap.PathOf);
        var data = map.Question.FreshnessOf(map.Revision, ShowMapData.PathOf);
        var address = Text(picture.Permalink ?? picture.Latest!);
        var title = Text(map.Title);
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + $"<title>{title}, law on {map.On}</title><base target=\"_blank\"><link rel=\"stylesheet\" href=\"{SiteFiles.AddressOf("embed.css")}\"></head><body><main>"
            + $"<h1><a rel=\"noopener\" href=\"{address}\">{title}</a></h1><p>{Text(MapPicture.DayOf(map))}</p>"
            + MapPicture.Fragment(map, new MapPicture.Shown(Prefix, Heading: false, Legend: false))
            + MapLegend.List(Prefix)
            + $"<p>{SourceOf(map, $"<a rel=\"noopener\" href=\"{Text(request.Absolute("/"))}\">Legal Status API</a>", $"<a rel=\"noopener\" href=\"{Text(data.Permalink ?? data.Latest!)}\">data</a>")}</p></main></body></html>\n";
    }

    /// <summary>The line below the legend.</summary>
    internal static string SourceOf(MapOfDay map, string service = "Legal Status API", string data = "data") =>
        $"{Text(Notices.LawOn(map.Question.Day.On))} Unknown never means lawful. Source: {service}, {data} CC BY 4.0; outlines: {MapPicture.CreditOf(map)}.";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
