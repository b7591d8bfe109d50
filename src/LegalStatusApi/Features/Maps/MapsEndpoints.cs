using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maps;

/// <summary>Maps, and what puts them into other pages.</summary>
public static class MapsEndpoints
{
    private const string WhatIsShown = "The headline of each place on the day, as /v1/status gives it; a place without law of its own on record shows what applies there from above. "
        + "What was not checked in the law itself is striped; what is unknown, not on record and outside the coverage have patterns of their own. ";

    public static void AddMaps(this IServiceCollection services) => services.AddSingleton<Rasterizer>();

    public static void MapMaps(this IEndpointRouteBuilder app)
    {
        var maps = app.MapGroup("").WithTags("Maps");
        maps.MapGet("/v1/maps/{substance}.svg", DrawMap.Handle)
            .WithName("DrawMap")
            .WithSummary("How do places classify a substance on a day, as a picture?")
            .WithDescription(WhatIsShown + "SVG without script or style sheet; every place is named in words, and title, date, revision, source and licence are in the picture. With on and revision it never changes.")
            .Produces<string>(contentType: DrawMap.MediaType);
        maps.MapGet("/v1/maps/{substance}.png", DrawCard.Handle)
            .WithName("DrawCard")
            .WithSummary("The same as a PNG of 1200 by 630 pixels")
            .WithDescription(WhatIsShown + "For previews of links: title, date, revision, legend, source and licence are in the picture. 501 where the installation has no libvips or no font.")
            .Produces<byte[]>(contentType: DrawCard.MediaType);
        maps.MapGet("/v1/maps/{substance}.geojson", ShowMapData.Handle)
            .WithName("ShowMapData")
            .WithSummary("The same as GeoJSON")
            .WithDescription(WhatIsShown + "A FeatureCollection (RFC 7946); outlines are simplified, small islands and cities are points, rounded to a tenth of a degree. mark is a term of /v1/vocabulary/mapMark.")
            .Produces<string>(contentType: ShowMapData.MediaType);
        maps.MapGet("/embed/{substance}", EmbedMap.Handle)
            .WithName("EmbedMap")
            .WithSummary("A map as a page for a frame of another site")
            .WithDescription("Live without on and revision, frozen with both. It loads its style sheet alone, runs nothing and may be framed by any site.")
            .Produces<string>(contentType: "text/html");
        maps.MapGet(ShowOEmbed.Path, ShowOEmbed.Handle)
            .WithName("ShowOEmbed")
            .WithSummary("What to put into a page for an address of this service (oEmbed 1.0)")
            .WithDescription("For the address of a map or its embed: a frame. For the address of an answer: its sentence, quoted and linked. Any other address is 404; format=xml is 501.")
            .Produces<ShowOEmbed.OEmbedResponse>();
    }
}
