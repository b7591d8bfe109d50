using LegalStatusApi.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Caching;

/// <summary>
/// Finished answers to what is asked more than once, by the exact bytes of what asks for them, given again before anything else looks at the request. What is not known by
/// its exact bytes takes the long way, which alone decides what is answered and what is refused. All that is kept is left behind with the
/// next revision, redaction or day (UTC). Bounded by bytes.
/// </summary>
public sealed class AnswerCache(
    LatestRevision latest, TimeProvider clock, IResponseCompressionProvider compression, Draining draining, long mostBytes, RateLimits? limits) : IDisposable
{
    /// <summary>A longer answer is made anew each time.</summary>
    public const int LongestBytes = 4 * 1024 * 1024;

    // Of a condition that is kept: our own tags have 34 characters, and a coding.
    private const int LongestTag = 64;

    /// <summary>How long anything is kept.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly AcceptedCodings _codings = new(compression);
    private volatile Kept? _kept;

    private sealed record Kept(RecordState State, DateOnly Day, MemoryCache Answers, SharedParts Parts, SharedHeaders Headers, AskedBefore Asked, Ways Ways)
    {
        public TextsOfDays Texts { get; } = new(Day, Answers, Parts, Asked);

        public KeptAnswer? Find(string way, string target)
        {
            var length = way.Length + target.Length;
            Span<char> key = length <= 256 ? stackalloc char[length] : new char[length];
            way.CopyTo(key);
            target.CopyTo(key[way.Length..]);
            return Answers.TryGetValue(key, out KeptAnswer? found) ? found : null;
        }

        public AnswerOfDays? AnswerOf(DayInTarget asked) => Answers.TryGetValue(asked.Question, out AnswersOfDays? known) ? known!.On(asked.Day) : null;

        public void Keep<T>(string key, T answer, long bytes) => Answers.Set(
            key, answer, new MemoryCacheEntryOptions { Size = bytes + (key.Length * sizeof(char)), AbsoluteExpirationRelativeToNow = Longest });

        // Of two that are added at once one may be lost, and is made again.
        public void Add(string question, DateOnly day, AnswerOfDays another)
        {
            var known = Answers.TryGetValue(question, out AnswersOfDays? before) ? before! : new AnswersOfDays([]);
            if (known.On(day) is null)
            {
                var all = known.With(another);
                Keep(question, all, all.Bytes);
            }
        }
    }

    /// <summary>Texts that answers under the present state are put together from; null where that is not known.</summary>
    public TextsOfDays? Texts => latest.State is { } state ? KeptUnder(state).Texts : null;

    public Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsRead(http.Request))
        {
            return AfterWriting(http, next);
        }

        if (latest.State is not { } state || !IsPlain(http) || _codings.Of(http) is not { } coding)
        {
            return next(http);
        }

        var kept = KeptUnder(state);
        var target = TargetOf(http);
        var way = kept.Ways.Of(http.Request, coding);
        if (kept.Find(way, target) is { } exact)
        {
            return GiveAsync(http, next, kept, exact, way, target);
        }

        var key = string.Concat(way, target);
        var asked = coding.Length == 0 ? DayInTarget.Of(target, way) : null;
        if (asked is { } day && kept.AnswerOf(day) is { } answer)
        {
            return OfDayAsync(http, next, kept, key, day, answer);
        }

        var question = asked?.Question ?? key;
        return http.Request.Headers.IfNoneMatch.Count > 0 ? OnConditionAsync(http, next, kept, key, question)
            : kept.Asked.Note(question.GetHashCode(StringComparison.Ordinal)) ? MakeAsync(http, next, kept, key, question, null) : next(http);
    }

    public void Dispose() => _kept?.Answers.Dispose();

    // Whoever writes with a key or at the desk reads what was written. Nobody else can have what was seen forgotten.
    private Task AfterWriting(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            if (http.User.Identity is { IsAuthenticated: true } && http.Response.StatusCode < StatusCodes.Status400BadRequest)
            {
                latest.Forget();
            }

            return Task.CompletedTask;
        });
        return next(http);
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    // What a key or a cookie opens is nobody else's; a part of an answer, the answer of another time, or to what comes with a body, is found
    // the long way.
    private static bool IsPlain(HttpContext http)
    {
        var headers = http.Request.Headers;
        return HttpMethods.IsGet(http.Request.Method) && http.Request.PathBase.Value is null or ""
            && headers.Authorization.Count == 0 && headers.Cookie.Count == 0 && headers.Range.Count == 0
            && headers.TransferEncoding.Count == 0 && headers.ContentLength is null && !headers.ContainsKey(Memento.AcceptDatetime);
    }

    // As it was sent; a server within a process says only what it means.
    private static string TargetOf(HttpContext http) =>
        http.Features.Get<IHttpRequestFeature>() is { RawTarget: { Length: > 0 } sent } ? sent : http.Request.GetEncodedPathAndQuery();

    private Kept KeptUnder(RecordState state)
    {
        var day = clock.Today();
        if (_kept is { } kept && kept.State == state && kept.Day == day)
        {
            return kept;
        }

        // A quarter is for what answers have in common.
        var shared = mostBytes / 4;
        return _kept = new Kept(state, day, new MemoryCache(new MemoryCacheOptions { SizeLimit = mostBytes - shared }), new SharedParts(shared), new SharedHeaders(), new AskedBefore(), new Ways());
    }

    // Whether the client has the answer already, by exactly this tag; null where it sets another condition.
    private static bool? ConditionOf(HttpContext http, string tag) => http.Request.Headers.IfNoneMatch switch
    {
        { Count: 0 } => false,
        [{ } only] when only == tag => true,
        _ => null,
    };

    // False where the long way says what becomes of the request.
    private bool Admit(HttpContext http, bool isForPeople, bool isKnown)
    {
        if (limits?.TryTake(http, isForPeople, isKnown) == false)
        {
            return false;
        }

        draining.Tell(http);
        return true;
    }

    private Task GiveAsync(HttpContext http, RequestDelegate next, Kept kept, KeptAnswer answer, string way, string target) =>
        ConditionOf(http, answer.Tag) is not { } isKnown ? OnConditionAsync(http, next, kept, string.Concat(way, target), null)
        : Admit(http, answer.IsForPeople, isKnown) ? answer.WriteAsync(http, isKnown) : next(http);

    // Whoever keeps answers, such as a cache in front, asks once without a condition and with one ever after; some have made the tag a weak one. That the answer
    // is 304 is kept for exactly what was sent.
    private Task OnConditionAsync(HttpContext http, RequestDelegate next, Kept kept, string key, string? question)
    {
        var sent = http.Request.Headers.IfNoneMatch is [{ Length: <= LongestTag } only] && EntityTagHeaderValue.TryParse(only, out _) ? $"{key}\n{only}" : null;
        if (sent is not null && kept.Answers.TryGetValue(sent, out KeptAnswer? known))
        {
            return Admit(http, known!.IsForPeople, isKnown: true) ? known.WriteAsync(http, isKnown: true) : next(http);
        }

        // Which of the two becomes of it is known at its end.
        var isAskedAgain = question is not null && kept.Asked.Note(question.GetHashCode(StringComparison.Ordinal));
        isAskedAgain |= sent is not null && kept.Asked.Note(sent.GetHashCode(StringComparison.Ordinal));
        return isAskedAgain ? MakeAsync(http, next, kept, key, question, sent) : next(http);
    }

    // What is asked often is given again without looking for what other days have in common with it; what may never be asked again is not made into an answer
    // that could be kept.
    private async Task OfDayAsync(HttpContext http, RequestDelegate next, Kept kept, string key, DayInTarget asked, AnswerOfDays answer)
    {
        if (kept.Asked.Note(key.GetHashCode(StringComparison.Ordinal)))
        {
            var ofDay = answer.On(asked);
            kept.Keep(key, ofDay, ofDay.Bytes);
            await GiveAsync(http, next, kept, ofDay, "", key);
            return;
        }

        bool? isKnown;
        using (var text = answer.Text.Lend(asked.Day))
        {
            var tag = Answer.TagOf(text.Span);
            isKnown = ConditionOf(http, tag);
            if (isKnown is { } known && Admit(http, answer.Headers.IsForPeople, known))
            {
                answer.Headers.Tell(http, asked.Digits, tag, known);
                await KeptAnswer.SendAsync(http, known, text.Memory);
                return;
            }
        }

        await (isKnown is null ? OnConditionAsync(http, next, kept, key, null) : next(http));
    }

    /// <param name="question">What it is kept by, without its day where it has one; null where its text is kept already.</param>
    /// <param name="sent">What it is kept by where it is 304; null where it is not kept then.</param>
    private static async Task MakeAsync(HttpContext http, RequestDelegate next, Kept kept, string key, string? question, string? sent)
    {
        var making = new AnswerInMaking();
        http.Features.Set(making);
        using var copy = new CopiedBody(http, LongestBytes);
        await next(http);
        if (!IsOf(kept.State, making.Freshness, http.Request) || await copy.AnswerAsync(kept.Headers) is not { } answer)
        {
            return;
        }

        if (http.Response.StatusCode == StatusCodes.Status304NotModified)
        {
            if (sent is not null)
            {
                kept.Keep(sent, answer, answer.Bytes);
            }
        }
        else if (question is not null && question != key && making.Days is { } alike && answer.OfDays(alike, kept.Parts) is { } ofDays)
        {
            kept.Add(question, alike.On, ofDays);
        }
        else if (question == key || (question is not null && kept.Asked.Note(key.GetHashCode(StringComparison.Ordinal))))
        {
            kept.Keep(key, answer, answer.Bytes);
        }
    }

    // An answer that says nothing of the record is the same under every state; one of the record must be of this one, or of a revision it names.
    private static bool IsOf(RecordState state, Freshness? freshness, HttpRequest request) =>
        freshness is { IsBrief: false }
        && (freshness.RecordedAt is null || freshness.RecordedAt == state.Revision.RecordedAt || request.Query.ContainsKey("revision"));
}
