using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Http;

/// <summary>How long an answer keeps, and where it can be had again.</summary>
/// <param name="RecordedAt">The time of the revision it comes from.</param>
/// <param name="Permalink">Where exactly this answer will always be; null where there is none.</param>
/// <param name="IsPinned">The request itself was the permalink or its like: the answer never changes.</param>
/// <param name="Latest">Where the current answer to the same question is.</param>
/// <param name="IsBrief">It changes between revisions too, so it is kept for seconds only.</param>
public sealed record Freshness(
    DateTimeOffset? RecordedAt = null, string? Permalink = null, bool IsPinned = false, string? Latest = null, bool IsBrief = false)
{
    public string CacheControl => IsBrief ? "public, max-age=10" : IsPinned
        ? "public, max-age=31536000, immutable"
        : "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";
}

/// <summary>An answer with a strong ETag, which is 304 to whoever has it already (RFC 9110, RFC 9111).</summary>
public sealed class Answer(byte[] bytes, string contentType, Freshness freshness) : IResult
{
    public static IResult Of<T>(T body, Freshness freshness) =>
        new Answer(JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options), "application/json; charset=utf-8", freshness);

    /// <summary>Text that stands as it is, such as the contract.</summary>
    public static IResult OfText(string text, string contentType) => new Answer(Encoding.UTF8.GetBytes(text), contentType, new Freshness());

    /// <summary>308 to the one spelling of an address, its query as it was.</summary>
    public static IResult CanonicalAt(HttpRequest request, string path) =>
        Results.Redirect(path + request.QueryString.ToUriComponent(), permanent: true, preserveMethod: true);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (IsKnown(httpContext, Convert.ToHexStringLower(SHA256.HashData(bytes)[..16]), freshness))
        {
            return;
        }

        httpContext.Response.ContentType = contentType;
        httpContext.Response.ContentLength = bytes.Length;
        await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    /// <summary>
    /// Says in the headers what this is and how long it keeps. True where the client has it already: then the answer is 304
    /// and has no body.
    /// </summary>
    public static bool IsKnown(HttpContext http, string entityTag, Freshness freshness)
    {
        var tag = new EntityTagHeaderValue($"\"{entityTag}\"");
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.LastModified = freshness.RecordedAt;
        http.Response.Headers.CacheControl = freshness.CacheControl;
        if (freshness.Permalink is not null && !freshness.IsPinned)
        {
            http.Response.Headers.ContentLocation = freshness.Permalink;
        }

        if (freshness.IsPinned && freshness.Latest is not null)
        {
            http.Response.Headers.Append(HeaderNames.Link, $"<{freshness.Latest}>; rel=\"latest-version\"");
        }

        var isKnown = IsAmong(http.Request, tag);
        http.Response.StatusCode = isKnown ? StatusCodes.Status304NotModified : http.Response.StatusCode;
        return isKnown;
    }

    // If-None-Match decides alone where it is given. If-Modified-Since is not honoured: an answer to an undated question
    // may change at midnight without a new revision.
    private static bool IsAmong(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known) &&
        known.Any(each => each.Equals(EntityTagHeaderValue.Any) || each.Compare(tag, useStrongComparison: false));
}
