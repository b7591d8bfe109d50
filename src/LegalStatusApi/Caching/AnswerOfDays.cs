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

    /// <summary>That of one day.</summary>
    /// <param name="asked">The day, and how it was written.</param>
    public KeptAnswer On(DayInTarget asked)
    {
        using var text = Text.Lend(asked.Day);
        return new KeptAnswer(
            Headers.Common, [KeyValuePair.Create(HeaderNames.ETag, new StringValues(Answer.TagOf(text.Text.Span))), .. Headers.On(asked.Digits)], Text, asked.Day, Headers.Endpoint);
    }
}

/// <summary>The headers of the answers to one question, whatever its day.</summary>
internal sealed class HeadersOfDays
{
    private readonly (string Name, StringValues Value, bool NamesDay)[] _own;
    private readonly string _digits;

    /// <param name="day">The day that the headers name.</param>
    /// <param name="common">Those that name none.</param>
    /// <param name="own">Those that may.</param>
    /// <param name="endpoint">What answers.</param>
    public HeadersOfDays(DateOnly day, HeaderSet common, IEnumerable<KeyValuePair<string, StringValues>> own, Endpoint? endpoint)
    {
        (Common, Endpoint) = (common, endpoint);
        _digits = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        _own = [.. own.Where(header => header.Key != HeaderNames.ETag)
            .Select(header => (header.Key, header.Value, header.Value.ToString().Contains(_digits, StringComparison.Ordinal)))];
        IsForPeople = KeptAnswer.IsPage(endpoint);
    }

    public HeaderSet Common { get; }

    public Endpoint? Endpoint { get; }

    public bool IsForPeople { get; }

    /// <summary>About how much room they take.</summary>
    public long Bytes => 256 + _own.Sum(header => 64 + (sizeof(char) * header.Value.ToString().Length));

    /// <summary>Whether those of another day are the same, but for the day.</summary>
    public bool AreLike(HeadersOfDays others) => others.Endpoint == Endpoint && others.Common == Common
        && others._own.Select(header => (header.Name, header.Value))
            .SequenceEqual(_own.Select(header => (header.Name, header.NamesDay ? On(header.Value, others._digits) : header.Value)));

    /// <summary>Those of another day.</summary>
    public IEnumerable<KeyValuePair<string, StringValues>> On(string digits) =>
        _own.Select(header => KeyValuePair.Create(header.Name, header.NamesDay ? On(header.Value, digits) : header.Value));

    /// <summary>Puts those of another day into an answer.</summary>
    /// <param name="isKnown">The client has its text already (304).</param>
    public void Tell(HttpContext http, string digits, string tag, bool isKnown)
    {
        http.SetEndpoint(Endpoint);
        var headers = http.Response.Headers;
        Common.Tell(headers, isKnown);
        foreach (var (name, value, namesDay) in _own)
        {
            headers[name] = namesDay ? On(value, digits) : value;
        }

        headers.ETag = tag;
    }

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
