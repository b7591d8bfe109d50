using System.Text.Json;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Maps;

/// <summary>The same as GeoJSON (RFC 7946), for who draws a map of their own.</summary>
public static class ShowMapData
{
    public const string MediaType = "application/geo+json";

    private static readonly JsonEncodedText License = JsonEncodedText.Encode("https://creativecommons.org/licenses/by/4.0/");

    public static string PathOf(string substance) => $"/v1/maps/{substance}.geojson";

    public static Task<IResult> Handle(
        [AsParameters] DrawMap.Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation) =>
        DrawMap.AnswerAsync(request, http, database, clock, PathOf, (map, freshness) =>
            Task.FromResult(Answer.OfBytes(Write(map, freshness.Permalink), MediaType, freshness)), cancellation);

    private static byte[] Write(MapOfDay map, string? permalink)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = ApiJson.Options.Encoder }))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "FeatureCollection");
            writer.WriteString("title", map.Title);
            writer.WriteString("substance", map.Substance.Slug);
            Optional(writer, "form", map.Form?.Slug);
            writer.WriteString("region", map.Question.Region);
            writer.WriteString("on", map.On);
            writer.WriteNumber("revision", map.Revision.Number);
            Optional(writer, "permalink", permalink);
            writer.WriteString("license", License);
            writer.WriteString("notice", Notices.LawOn(map.Question.Day.On));
            writer.WriteStartArray("features");
            foreach (var place in map.Places)
            {
                WritePlace(writer, map, place);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WritePlace(Utf8JsonWriter writer, MapOfDay map, PlaceOnMap place)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        Optional(writer, "id", place.Code);
        writer.WriteStartObject("properties");
        Optional(writer, "code", place.Code);
        writer.WriteString("name", place.Name);
        if (place.Headline is { } headline)
        {
            writer.WriteString("status", headline.Status);
            Optional(writer, "reason", headline.Reason);
            writer.WriteString("certainty", headline.Certainty);
            Optional(writer, "verification", headline.Verification);
            Optional(writer, "schedule", headline.Record?.Schedule);
            Optional(writer, "from", headline.Layer?.Place.Code);
            writer.WriteBoolean("inherited", headline.Inherited);
            Optional(writer, "permalink", map.PermalinkOf(place.Code!));
        }

        Optional(writer, "mark", place.Mark);
        writer.WriteString("say", place.Say);
        writer.WriteEndObject();
        writer.WritePropertyName("geometry");
        place.Outline.Geometry.WriteTo(writer);
        writer.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
