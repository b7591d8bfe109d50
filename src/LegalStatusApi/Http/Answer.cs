using System.Globalization;
using System.IO.Hashing;
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

    /// <summary>The same of the answer in another form.</summary>
    public Freshness In(Format format) => this with
    {
        Permalink = Permalink is null ? null : Formats.AddressIn(format, Permalink),
        Latest = Latest is null ? null : Formats.AddressIn(format, Latest),
    };
}

/// <summary>An answer with a strong ETag, which is 304 to whoever has it already (RFC 9110, RFC 9111), in the form that is asked for.</summary>
public sealed class Answer : IResult
{
    private readonly Freshness _freshness;
    private readonly Dictionary<Format, Func<HttpContext, ReadOnlyMemory<byte>>> _forms;
    private SameDays? _days;

    private Answer(Freshness freshness, Dictionary<Format, Func<HttpContext, ReadOnlyMemory<byte>>> forms) => (_freshness, _forms) = (freshness, forms);

    /// <summary>An answer as JSON, a list also as CSV, and in the other forms that are given.</summary>
    public static IResult Of<T>(T body, Freshness freshness, params (Format Format, Func<HttpContext, T, byte[]> Write)[] others)
    {
        var answer = new Answer(freshness, FormsOf(() => body, others));
        answer._forms[Formats.Json] = _ => JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options);
        if (body is IRows rows)
        {
            answer._forms[Formats.Csv] = _ => CsvText.Of(rows);
        }

        return answer;
    }

    /// <summary>The same where its JSON can be had without the whole of it, which is made only for other forms.</summary>
    /// <param name="json">Is given what becomes of the answer, since it may lend its text until that is sent.</param>
    public static IResult Of<T>(
        Func<HttpResponse, ReadOnlyMemory<byte>> json, Func<T> body, Freshness freshness, params (Format Format, Func<HttpContext, T, byte[]> Write)[] others) =>
        new Answer(freshness, new(FormsOf(body, others)) { [Formats.Json] = http => json(http.Response) });

    /// <summary>The same of a day, where the JSON of other days may be told from it.</summary>
    public static IResult OfDay<T>(T body, SameDays? days, Freshness freshness, params (Format Format, Func<HttpContext, T, byte[]> Write)[] others)
    {
        var answer = (Answer)Of(body, freshness, others);
        answer._days = days;
        return answer;
    }

    /// <summary>Text that stands as it is, such as the contract.</summary>
    public static IResult OfText(string text, string contentType) => OfBytes(Encoding.UTF8.GetBytes(text), contentType, new Freshness());

    /// <summary>An answer in one form, whatever is asked for.</summary>
    public static IResult OfBytes(byte[] bytes, string contentType, Freshness freshness) =>
        new Answer(freshness, new() { [Formats.Json with { ContentType = contentType }] = _ => bytes });

    /// <summary>308 to the one spelling of an address, its query as it was.</summary>
    public static IResult CanonicalAt(HttpRequest request, string path) =>
        Results.Redirect(path + request.QueryString.ToUriComponent(), permanent: true, preserveMethod: true);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var format = _forms.Count == 1 ? _forms.Keys.First() : Formats.AskedOf(httpContext);
        var bytes = _forms[format](httpContext);
        if (_forms.Count > 1)
        {
            httpContext.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Accept);
        }

        AnswerInMaking.Tell(httpContext, _freshness, format == Formats.Json ? _days : null);
        if (IsKnown(httpContext, TagOf(bytes.Span), _freshness.In(format)))
        {
            return;
        }

        httpContext.Response.ContentType = format.ContentType;
        httpContext.Response.ContentLength = bytes.Length;
        await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    /// <summary>The strong entity tag of a text (RFC 9110), with its quotation marks: 128 bits of a hash that is quick, not one that proves anything.</summary>
    public static string TagOf(ReadOnlySpan<byte> text) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{XxHash128.HashToUInt128(text):x32}\"");

    private static Dictionary<Format, Func<HttpContext, ReadOnlyMemory<byte>>> FormsOf<T>(Func<T> body, (Format Format, Func<HttpContext, T, byte[]> Write)[] others) =>
        others.ToDictionary(form => form.Format, form => (Func<HttpContext, ReadOnlyMemory<byte>>)(http => form.Write(http, body())));

    /// <summary>
    /// Says in the headers what this is and how long it keeps. True where the client has it already: then the answer is 304
    /// and has no body.
    /// </summary>
    public static bool IsKnown(HttpContext http, string entityTag, Freshness freshness)
    {
        // Caches keep answers apart by these headers of the request.
        http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        Memento.Describe(http, freshness);
        var known = KnownTag(http.Request, entityTag);
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = known ?? new EntityTagHeaderValue(entityTag);
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

        http.Response.StatusCode = known is null ? http.Response.StatusCode : StatusCodes.Status304NotModified;
        return known is not null;
    }

    // If-None-Match decides alone where it is given. If-Modified-Since is not honoured: an answer to an undated question
    // may change at midnight without a new revision. The tag of a compressed answer names its coding (Compression.cs).
    private static EntityTagHeaderValue? KnownTag(HttpRequest request, string entityTag)
    {
        if (!EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known))
        {
            return null;
        }

        var plain = new EntityTagHeaderValue(entityTag);
        return known.Select(each => each.Equals(EntityTagHeaderValue.Any) ? plain : new EntityTagHeaderValue(each.Tag))
            .FirstOrDefault(each => Compression.WithoutCoding(each.Tag) == plain.Tag);
    }
}
