using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Maps;

/// <summary>The same as a PNG, for what shows no SVG: previews of links.</summary>
public static class DrawCard
{
    public const string MediaType = "image/png";

    public static string PathOf(string substance) => $"/v1/maps/{substance}.png";

    public static Task<IResult> Handle(
        [AsParameters] DrawMap.Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, Rasterizer rasterizer,
        CancellationToken cancellation) =>
        DrawMap.AnswerAsync(request, http, database, clock, PathOf, async (map, freshness) =>
        {
            if (rasterizer.Missing is { } missing)
            {
                return Problems.NotImplemented.With($"This installation draws no PNG: {missing}. The same map as SVG is at {AsSvg(http.Request)}.").Result();
            }

            var card = MapCard.Write(map, http.Request.Absolute(freshness.Permalink ?? freshness.Latest!), http.Request.Absolute("/"));
            return Answer.OfBytes(await rasterizer.DrawAsync(card, cancellation), MediaType, freshness);
        }, cancellation);

    private static string AsSvg(HttpRequest request) => Path.ChangeExtension(request.Path.Value, "svg") + request.QueryString.ToUriComponent();
}
