using LegalStatusApi.Http;
using Microsoft.Extensions.Caching.Memory;

namespace LegalStatusApi.Caching;

/// <summary>What is kept under one state of the record, on one day (UTC): with either all of it is left behind. Bounded by bytes.</summary>
internal sealed class KeptAnswers : IDisposable
{
    /// <summary>How long anything is kept.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    // A single answer of more bytes takes the room of a hundred others and gives way before them. Most such are comparisons, which are soon put together again of the
    // texts that are kept of their pairs.
    private const int LongBytes = 128 * 1024;
    private readonly MemoryCache _answers;
    private readonly SharedParts _parts;
    private readonly SharedHeaders _headers = new();
    private readonly AskedBefore _asked = new();
    private readonly Ways _ways = new();

    public KeptAnswers(RecordState state, DateOnly day, long mostBytes)
    {
        // A quarter is for what answers have in common.
        var (shared, own) = (mostBytes / 4, mostBytes - (mostBytes / 4));
        (State, Day) = (state, day);
        // What gives way at once makes room for the longest answer, or is half of all where there is little.
        _answers = new MemoryCache(new MemoryCacheOptions { SizeLimit = own, CompactionPercentage = Math.Clamp((double)AnswerCache.LongestBytes / own, 0.05, 0.5) });
        _parts = new SharedParts(shared);
        Texts = new TextsOfDays(day, _answers, _parts, _asked);
    }

    public RecordState State { get; }

    public DateOnly Day { get; }

    /// <summary>Texts that answers are put together from.</summary>
    public TextsOfDays Texts { get; }

    /// <summary>What the key of a request begins with.</summary>
    public string WayOf(HttpRequest request, string coding) => _ways.Of(request, coding);

    /// <summary>The answer to what is asked at an address in some way; null where none is kept.</summary>
    public KeptAnswer? Find(string way, string target)
    {
        var length = way.Length + target.Length;
        Span<char> key = length <= 256 ? stackalloc char[length] : new char[length];
        way.CopyTo(key);
        target.CopyTo(key[way.Length..]);
        return _answers.TryGetValue(key, out KeptAnswer? found) ? found : null;
    }

    /// <summary>The answer that was kept by a key; null where none is.</summary>
    public KeptAnswer? Find(string key) => _answers.TryGetValue(key, out KeptAnswer? found) ? found : null;

    /// <summary>What the answer to a question has in common on its day and others; null where nothing is kept of it.</summary>
    public AnswerOfDays? Find(DayInTarget asked) => _answers.TryGetValue(asked.Question, out AnswersOfDays? known) ? known!.On(asked.Day) : null;

    /// <summary>Whether it was asked before; from now on it was.</summary>
    public bool Note(string key) => _asked.Note(key.GetHashCode(StringComparison.Ordinal));

    /// <summary>Keeps an answer to one request, by what tells it from others.</summary>
    public void Keep(string key, KeptAnswer answer) => Keep(key, answer, answer.Bytes, answer.Bytes > LongBytes ? CacheItemPriority.Low : CacheItemPriority.Normal);

    /// <summary>Has the request answered the long way, and keeps what came of it.</summary>
    /// <param name="key">What an answer is kept by that is of this request alone.</param>
    /// <param name="question">What it is kept by, without its day where it has one; null where its text is kept already.</param>
    /// <param name="sent">What it is kept by where it is 304; null where it is not kept then.</param>
    public async Task MakeAsync(HttpContext http, RequestDelegate next, string key, string? question, string? sent)
    {
        var making = new AnswerInMaking();
        http.Features.Set(making);
        using var copy = new CopiedBody(http, AnswerCache.LongestBytes);
        await next(http);
        if (!IsOfThis(making.Freshness, http.Request) || await copy.AnswerAsync(_headers) is not { } answer)
        {
            return;
        }

        if (http.Response.StatusCode == StatusCodes.Status304NotModified)
        {
            if (sent is not null)
            {
                Keep(sent, answer);
            }
        }
        else if (question is not null && question != key && making.Days is { } alike && answer.OfDays(alike, _parts) is { } ofDays)
        {
            Add(question, alike.On, ofDays);
        }
        else if (question == key || (question is not null && Note(key)))
        {
            Keep(key, answer);
        }
    }

    public void Dispose() => _answers.Dispose();

    // Of two that are added at once one may be lost, and is made again.
    private void Add(string question, DateOnly day, AnswerOfDays another)
    {
        var known = _answers.TryGetValue(question, out AnswersOfDays? before) ? before! : new AnswersOfDays([]);
        if (known.On(day) is null)
        {
            var all = known.With(another);
            Keep(question, all, all.Bytes, CacheItemPriority.Normal);
        }
    }

    private void Keep<T>(string key, T answer, long bytes, CacheItemPriority priority) => _answers.Set(
        key, answer, new MemoryCacheEntryOptions { Size = bytes + (key.Length * sizeof(char)), AbsoluteExpirationRelativeToNow = Longest, Priority = priority });

    // An answer that says nothing of the record is the same under every state; one of the record must be of this one, or of a revision it names.
    private bool IsOfThis(Freshness? freshness, HttpRequest request) =>
        freshness is { IsBrief: false }
        && (freshness.RecordedAt is null || freshness.RecordedAt == State.Revision.RecordedAt || request.Query.ContainsKey("revision"));
}
