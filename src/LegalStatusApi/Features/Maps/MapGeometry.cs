using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Maps;

/// <summary>Where the places of a region lie, as tools/maps prepared it: projected for the picture, in degrees for GeoJSON.</summary>
/// <param name="Region">A term of MapTerms.Regions.</param>
/// <param name="Width">Width of the picture.</param>
/// <param name="Height">Height of the picture.</param>
/// <param name="Radius">Of a place that is drawn as a dot.</param>
/// <param name="Ground">Land that is only drawn, as an SVG path; it is no part of the region.</param>
/// <param name="Places">The places: shapes first, so that dots lie upon them.</param>
public sealed record MapGeometry(string Region, double Width, double Height, double Radius, string Ground, IReadOnlyList<MapGeometry.Outline> Places)
{
    private static readonly ConcurrentDictionary<string, MapGeometry> Known = new(StringComparer.Ordinal);

    /// <param name="Code">Our code of the place; null where there is none.</param>
    /// <param name="Name">Its name, for a place that is not on record.</param>
    /// <param name="Path">Its shape as an SVG path; null where it is a dot.</param>
    /// <param name="X">Of a dot, in the picture.</param>
    /// <param name="Y">Of a dot, in the picture.</param>
    /// <param name="Geometry">The same in degrees, as GeoJSON has it.</param>
    public sealed record Outline(string? Code, string Name, string? Path, double X, double Y, JsonElement Geometry);

    public IEnumerable<string> Codes => Places.Select(place => place.Code).OfType<string>();

    public static MapGeometry Of(string region) => Known.GetOrAdd(region, Read);

    /// <summary>The part of the world whose map shows a place best; all of it where no part does.</summary>
    public static string RegionOf(string code)
    {
        var country = code.Split('-')[0];
        return MapTerms.Regions.Terms.Select(term => term.Value).Where(region => region != MapTerms.World)
            .FirstOrDefault(region => region == country || Of(region).Codes.Contains(country, StringComparer.Ordinal)) ?? MapTerms.World;
    }

    private static MapGeometry Read(string region) => Prepared.Read<MapGeometry>(region);
}

/// <summary>Which places share a border, on land, as the outlines have it.</summary>
public static class Neighbours
{
    private static readonly Lazy<Dictionary<string, string[]>> Known = new(() => Prepared.Read<Dictionary<string, string[]>>("neighbours"));

    /// <summary>Codes of the neighbours in their order; none of a place without a border or without an outline.</summary>
    public static IReadOnlyList<string> Of(string code) => Known.Value.GetValueOrDefault(code) ?? [];
}

file static class Prepared
{
    public static T Read<T>(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"maps/{name}.json")
            ?? throw new InvalidOperationException($"There is no geometry of {name}: see tools/maps.");
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }
}
