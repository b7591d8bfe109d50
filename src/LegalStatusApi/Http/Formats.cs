using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Http;

/// <summary>A form in which an answer can be had: by <c>?format=</c>, or by its media type in Accept.</summary>
/// <param name="Name">As <c>?format=</c> has it.</param>
/// <param name="MediaType">As Accept has it.</param>
/// <param name="ContentType">As Content-Type has it.</param>
public sealed record Format(string Name, string MediaType, string ContentType);

/// <summary>Names the forms beside JSON in which an endpoint answers.</summary>
public sealed record OfferedFormats(IReadOnlyList<Format> Formats);

/// <summary>The forms of answers, and which one a request asks for.</summary>
public static class Formats
{
    public const string Parameter = "format";

    public static readonly Format Json = new("json", "application/json", "application/json; charset=utf-8");
    public static readonly Format Csv = new("csv", "text/csv", "text/csv; charset=utf-8; header=present");
    public static readonly Format JsonLd = new("json-ld", "application/ld+json", "application/ld+json; charset=utf-8");
    public static readonly Format CslJson =
        new("csl-json", "application/vnd.citationstyles.csl+json", "application/vnd.citationstyles.csl+json; charset=utf-8");
    public static readonly Format BibTex = new("bibtex", "application/x-bibtex", "application/x-bibtex; charset=utf-8");
    public static readonly Format Citation = new("citation", "text/x-bibliography", "text/x-bibliography; charset=utf-8");
    public static readonly Format Text = new("text", "text/plain", "text/plain; charset=utf-8");

    /// <summary>The answer can be had in these forms too; a list always as CSV.</summary>
    public static T Offers<T>(this T endpoint, params Format[] formats)
        where T : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new OfferedFormats(formats));

    /// <summary>JSON first.</summary>
    public static IReadOnlyList<Format> Of(IEnumerable<object> metadata)
    {
        var all = metadata.ToList();
        var isPublicList = !all.OfType<IAuthorizeData>().Any()
            && all.OfType<IProducesResponseTypeMetadata>().Any(answer => typeof(IRows).IsAssignableFrom(answer.Type));
        return [Json, .. isPublicList ? [Csv] : Array.Empty<Format>(), .. all.OfType<OfferedFormats>().SelectMany(each => each.Formats)];
    }

    /// <summary>
    /// The form that a request asks for. Where Accept names none that is offered, it is JSON, as RFC 9110 leaves to the server:
    /// an answer says what it is.
    /// </summary>
    public static Format AskedOf(HttpContext http)
    {
        var offered = Of(http.GetEndpoint()?.Metadata ?? []);
        if (http.Request.Query[Parameter] is [{ Length: > 0 } name])
        {
            return offered.FirstOrDefault(format => format.Name == name) ?? Json;
        }

        return offered.Count > 1 && MediaTypeHeaderValue.TryParseList(http.Request.Headers.Accept, out var accepted)
            ? offered.MaxBy(format => QualityOf(format, accepted))!
            : Json;
    }

    /// <summary>The address of the same in a form.</summary>
    public static string AddressIn(Format format, string address) => format.Name == Json.Name
        ? address
        : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={format.Name}";

    // The most specific range that matches says how welcome a form is (RFC 9110, section 12.5.1).
    private static double QualityOf(Format format, IList<MediaTypeHeaderValue> accepted)
    {
        var type = new MediaTypeHeaderValue(format.MediaType);
        return accepted.Where(range => type.IsSubsetOf(range))
            .OrderByDescending(range => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2)
            .Select(range => range.Quality ?? 1)
            .FirstOrDefault();
    }
}
