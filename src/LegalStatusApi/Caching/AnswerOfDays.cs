using System.Buffers;
using System.Globalization;
using LegalStatusApi.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Caching;

/// <summary>A finished answer for all days on which it says the same: only the day is put into its headers and its text.</summary>
internal sealed record AnswerOfDays(DateOnly First, DateOnly Last, HeadersOfDays Headers, DayText Text)
{
    // Rough, of the entry itself.
    private const int BytesBeside = 96;

    /// <summary>About how much room it takes, without its headers.</summary>
    public long Bytes => BytesBeside + Text.Bytes;

    // The entity tag of the text of a day, as the header says it.
    private string TagOn(DateOnly day)
    {
        var length = Text.LengthOn(day);
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        Text.Fill(day, buffer);
        var tag = $"\"{Answer.TagOf(buffer.AsSpan(0, length))}\"";
        ArrayPool<byte>.Shared.Return(buffer);
        return tag;
    }

    /// <summary>That of one day.</summary>
    /// <param name="asked">The day, and how it was written.</param>
    public KeptAnswer On(DayInTarget asked) => new(
        Headers.On(asked.Digits).Append(KeyValuePair.Create(HeaderNames.ETag, new StringValues(TagOn(asked.Day)))), Text, asked.Day, Headers.Endpoint);
}

/// <summary>The headers of the answers to one question, whatever its day.</summary>
internal sealed class HeadersOfDays
{
    private readonly (string Name, StringValues Value, bool NamesDay)[] _headers;
    private readonly string _digits;

    /// <param name="day">The day that the headers name.</param>
    public HeadersOfDays(DateOnly day, IEnumerable<KeyValuePair<string, StringValues>> headers, Endpoint? endpoint)
    {
        Endpoint = endpoint;
        _digits = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        _headers = [.. headers.Where(header => header.Key != HeaderNames.ETag)
            .Select(header => (header.Key, header.Value, header.Value.ToString().Contains(_digits, StringComparison.Ordinal)))];
    }

    public Endpoint? Endpoint { get; }

    /// <summary>About how much room they take.</summary>
    public long Bytes => 256 + _headers.Sum(header => 64 + (sizeof(char) * header.Value.ToString().Length));

    /// <summary>Whether those of another day are the same, but for the day.</summary>
    public bool AreLike(HeadersOfDays others) => others.Endpoint == Endpoint
        && others._headers.Select(header => (header.Name, header.Value))
            .SequenceEqual(_headers.Select(header => (header.Name, header.NamesDay ? On(header.Value, others._digits) : header.Value)));

    /// <summary>Those of another day.</summary>
    public IEnumerable<KeyValuePair<string, StringValues>> On(string digits) =>
        _headers.Select(header => KeyValuePair.Create(header.Name, header.NamesDay ? On(header.Value, digits) : header.Value));

    private StringValues On(StringValues value, string digits) => value.Count == 1
        ? value.ToString().Replace(_digits, digits, StringComparison.Ordinal)
        : new StringValues([.. value.Select(each => each?.Replace(_digits, digits, StringComparison.Ordinal))]);
}

/// <summary>The answers to one question, each for some days that it does not share with another.</summary>
internal sealed class AnswersOfDays
{
    private readonly AnswerOfDays[] _answers;
    private readonly DateOnly[] _firsts;

    public AnswersOfDays(IEnumerable<AnswerOfDays> answers)
    {
        _answers = [.. answers.OrderBy(answer => answer.First)];
        _firsts = Array.ConvertAll(_answers, answer => answer.First);
    }

    public long Bytes => _answers.Sum(answer => answer.Bytes) + _answers.Select(answer => answer.Headers).Distinct().Sum(headers => headers.Bytes);

    public AnswerOfDays? On(DateOnly day)
    {
        var at = Array.BinarySearch(_firsts, day);
        at = at < 0 ? ~at - 1 : at;
        return at >= 0 && _answers[at].Last >= day ? _answers[at] : null;
    }

    public AnswersOfDays With(AnswerOfDays another)
    {
        var like = Array.Find(_answers, answer => answer.Headers.AreLike(another.Headers));
        return new AnswersOfDays([.. _answers, like is null ? another : another with { Headers = like.Headers }]);
    }
}
