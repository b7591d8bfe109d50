using System.Globalization;
using LegalStatusApi.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Caching;

/// <summary>A finished answer: its headers as they were, and its text.</summary>
public sealed class KeptAnswer
{
    // Rough, of the entry itself with its headers.
    private const int BytesBeside = 1024;
    private readonly HeaderSet _common;
    private readonly KeyValuePair<string, StringValues>[] _own;
    private readonly byte[] _text;
    private readonly (DayText Text, DateOnly Day)? _ofDay;
    private readonly Endpoint? _endpoint;

    public KeptAnswer(HeaderSet common, KeyValuePair<string, StringValues>[] own, byte[] text, Endpoint? endpoint)
        : this(common, own, endpoint) => _text = text;

    /// <summary>That of one day, whose text is put together when it is sent.</summary>
    internal KeptAnswer(HeaderSet common, KeyValuePair<string, StringValues>[] own, DayText text, DateOnly day, Endpoint? endpoint)
        : this(common, own, endpoint) => _ofDay = (text, day);

    private KeptAnswer(HeaderSet common, KeyValuePair<string, StringValues>[] own, Endpoint? endpoint)
    {
        _text = [];
        (_common, _own, _endpoint) = (common, own, endpoint);
        Tag = own.First(header => header.Key == HeaderNames.ETag).Value.ToString();
        IsForPeople = IsPage(endpoint);
    }

    public bool IsForPeople { get; }

    /// <summary>Its entity tag, as the header says it.</summary>
    public string Tag { get; }

    /// <summary>About how much room it takes.</summary>
    public long Bytes => BytesBeside + _text.Length;

    internal static bool IsPage(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<ForPeople>() is not null;

    /// <summary>The same for all days on which it is the same; null where its text cannot be told for another day.</summary>
    internal AnswerOfDays? OfDays(SameDays days, SharedParts shared)
    {
        // A header that all answers share cannot name another day.
        if (_common.Names(days.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) || DayText.Of(days, _text, shared) is not { } text)
        {
            return null;
        }

        var (first, last) = days.Find();
        return new AnswerOfDays(first, last, new HeadersOfDays(days.On, _common, _own, _endpoint), text);
    }

    public Task WriteAsync(HttpContext http, bool isKnown)
    {
        // Logs and metrics name the route.
        http.SetEndpoint(_endpoint);
        var headers = http.Response.Headers;
        _common.Tell(headers, isKnown);
        foreach (var (name, value) in _own)
        {
            headers[name] = value;
        }

        return !isKnown && _ofDay is var (text, day) ? SendAsync(http, text, day) : SendAsync(http, isKnown, _text);
    }

    /// <summary>Sends a text, or 304 to whom it is known.</summary>
    internal static Task SendAsync(HttpContext http, bool isKnown, ReadOnlyMemory<byte> text)
    {
        if (isKnown)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        http.Response.ContentLength = text.Length;
        return http.Response.BodyWriter.WriteAsync(text, http.RequestAborted).AsTask();
    }

    private static async Task SendAsync(HttpContext http, DayText text, DateOnly day)
    {
        using var lent = text.Lend(day);
        await SendAsync(http, isKnown: false, lent.Text);
    }
}
