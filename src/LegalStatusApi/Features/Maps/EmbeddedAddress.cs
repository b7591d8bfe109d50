using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace LegalStatusApi.Features.Maps;

/// <summary>An address of this service that another site can embed: of a map, or of an answer for a place.</summary>
/// <param name="Url">As it was given.</param>
/// <param name="Substance">Slug of the substance.</param>
/// <param name="Place">Code of the place; null of a map.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record EmbeddedAddress(string Url, string Substance, string? Place, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>It is of a page for people.</summary>
    public bool IsPage { get; init; }

    private static readonly string[] Known = ["on", "region", "form", "revision", "asOf"];

    /// <summary>Null where it is no such address.</summary>
    public static EmbeddedAddress? Of(string url, HttpRequest request)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            || !request.HttpContext.RequestServices.GetRequiredService<PublicAddress>().IsOwn(address, request))
        {
            return null;
        }

        var query = QueryHelpers.ParseQuery(address.Query);
        if (query.Any(each => !Known.Contains(each.Key, StringComparer.Ordinal) || each.Value.Count != 1))
        {
            return null;
        }

        var parameters = query.ToDictionary(each => each.Key, each => each.Value.ToString(), StringComparer.Ordinal);
        var parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        return parts switch
        {
            ["embed", var substance] => new EmbeddedAddress(url, substance, null, parameters),
            ["v1", "maps", var file] when System.IO.Path.GetExtension(file) is ".svg" or ".png" or ".geojson" =>
                new EmbeddedAddress(url, System.IO.Path.GetFileNameWithoutExtension(file), null, parameters),
            [.. var where, var place, var substance] when where is ["v1", "status"] or ["places"]
                && JurisdictionCode.TryCanonicalize(place, out var code) && !parameters.ContainsKey("region") =>
                new EmbeddedAddress(url, substance, code, parameters) { IsPage = where is ["places"] },
            _ => null,
        };
    }

    /// <summary>What it asks; a mistake is kept in <paramref name="check"/>.</summary>
    public MapQuestion Read(Check check, TimeProvider clock) => MapQuestion.Read(
        check, clock, Substance, Parameters.GetValueOrDefault("on"), Parameters.GetValueOrDefault("region"), Parameters.GetValueOrDefault("form"),
        Parameters.GetValueOrDefault("revision"), Parameters.GetValueOrDefault("asOf"));
}
