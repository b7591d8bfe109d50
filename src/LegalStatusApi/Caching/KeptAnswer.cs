using LegalStatusApi.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Caching;

/// <summary>A finished answer: its headers as they were, and its text.</summary>
public sealed class KeptAnswer
{
    // Rough, of the entry itself with its headers.
    private const int BytesBeside = 1024;
    private readonly KeyValuePair<string, StringValues>[] _headers;
    private readonly KeyValuePair<string, StringValues>[] _headersWhereKnown;
    private readonly string _tag;
    private readonly IAnswerText _text;
    private readonly Endpoint? _endpoint;

    public KeptAnswer(IEnumerable<KeyValuePair<string, StringValues>> headers, IAnswerText text, Endpoint? endpoint)
    {
        _text = text;
        _headers = [.. headers];
        _headersWhereKnown = [.. _headers.Where(header => header.Key != HeaderNames.ContentType && header.Key != HeaderNames.ContentEncoding)];
        _tag = _headers.First(header => header.Key == HeaderNames.ETag).Value.ToString();
        _endpoint = endpoint;
        IsForPeople = endpoint?.Metadata.GetMetadata<ForPeople>() is not null;
    }

    public bool IsForPeople { get; }

    /// <summary>About how much room it takes.</summary>
    public long Bytes => BytesBeside + (_text is AnswerBytes ? _text.Length : 0);

    /// <summary>Whether a request is one that this answers: without a condition, or under the one that the answer is not known by its tag.</summary>
    public bool MayAnswer(HttpRequest request) => request.Headers.IfNoneMatch.Count == 0 || IsKnownTo(request);

    /// <summary>The client has it already, by exactly this tag.</summary>
    public bool IsKnownTo(HttpRequest request) => request.Headers.IfNoneMatch is [{ } tag] && tag == _tag;

    public Task WriteAsync(HttpContext http)
    {
        // Logs and metrics name the route.
        http.SetEndpoint(_endpoint);
        var isKnown = IsKnownTo(http.Request);
        var headers = http.Response.Headers;
        foreach (var (name, value) in isKnown ? _headersWhereKnown : _headers)
        {
            headers[name] = value;
        }

        if (isKnown)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.ContentLength = _text.Length;
        _text.WriteTo(http.Response.BodyWriter);
        return http.Response.BodyWriter.FlushAsync(http.RequestAborted).AsTask();
    }
}
