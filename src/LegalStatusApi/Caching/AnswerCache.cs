using LegalStatusApi.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Caching;

/// <summary>
/// Finished answers to what is asked more than once, by the exact bytes of what asks for them, given again before anything else looks at the request. What is not known by
/// its exact bytes takes the long way, which decides what is answered and what is refused; but who has another answer by its tag is given the one that is kept. All that is kept is left behind with the
/// next revision, redaction or day (UTC). Bounded by bytes.
/// </summary>
public sealed class AnswerCache(
    LatestRevision latest, TimeProvider clock, IResponseCompressionProvider compression, Draining draining, long mostBytes, RateLimits? limits) : IDisposable
{
    /// <summary>A longer answer is made anew each time.</summary>
    public const int LongestBytes = 4 * 1024 * 1024;

    // Of a condition that is kept or judged: our own tags have 34 characters, and a coding.
    private const int LongestTag = 64;

    private readonly AcceptedCodings _codings = new(compression);
    private volatile KeptAnswers? _kept;

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
        var way = kept.WayOf(http.Request, coding);
        if (kept.Find(way, target) is { } exact)
        {
            return GiveAsync(http, next, kept, exact, way, target);
        }

        var key = string.Concat(way, target);
        var asked = coding.Length == 0 ? DayInTarget.Of(target, way) : null;
        if (asked is { } day && kept.Find(day) is { } answer)
        {
            return OfDayAsync(http, next, kept, key, day, answer);
        }

        var question = asked?.Question ?? key;
        return http.Request.Headers.IfNoneMatch.Count > 0 ? OnConditionAsync(http, next, kept, key, question)
            : kept.Note(question) ? kept.MakeAsync(http, next, key, question, null) : next(http);
    }

    public void Dispose() => _kept?.Dispose();

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

    private KeptAnswers KeptUnder(RecordState state)
    {
        var day = clock.Today();
        if (_kept is { } kept && kept.State == state && kept.Day == day)
        {
            return kept;
        }

        return _kept = new KeptAnswers(state, day, mostBytes);
    }

    // Whether the client has the answer already, by exactly this tag; null where the condition is a list or *, or the tag may be another form of this one.
    private static bool? ConditionOf(HttpContext http, string tag) => http.Request.Headers.IfNoneMatch switch
    {
        { Count: 0 } => false,
        [{ } only] when only == tag => true,
        [{ Length: <= LongestTag } only] when EntityTagHeaderValue.TryParse(only, out var other) && !other.Equals(EntityTagHeaderValue.Any)
            && Compression.WithoutCoding(other.Tag) != Compression.WithoutCoding(tag) => false,
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

    private Task GiveAsync(HttpContext http, RequestDelegate next, KeptAnswers kept, KeptAnswer answer, string way, string target) =>
        ConditionOf(http, answer.Tag) is not { } isKnown ? OnConditionAsync(http, next, kept, string.Concat(way, target), null)
        : Admit(http, answer.IsForPeople, isKnown) ? answer.WriteAsync(http, isKnown) : next(http);

    // Whoever keeps answers, such as a cache in front, asks once without a condition and with one ever after; some have made the tag a weak one. That the answer
    // is 304 is kept for exactly what was sent.
    private Task OnConditionAsync(HttpContext http, RequestDelegate next, KeptAnswers kept, string key, string? question)
    {
        var sent = http.Request.Headers.IfNoneMatch is [{ Length: <= LongestTag } only] && EntityTagHeaderValue.TryParse(only, out _) ? $"{key}\n{only}" : null;
        if (sent is not null && kept.Find(sent) is { } known)
        {
            return Admit(http, known.IsForPeople, isKnown: true) ? known.WriteAsync(http, isKnown: true) : next(http);
        }

        // Which of the two becomes of it is known at its end.
        var isAskedAgain = question is not null && kept.Note(question);
        isAskedAgain |= sent is not null && kept.Note(sent);
        return isAskedAgain ? kept.MakeAsync(http, next, key, question, sent) : next(http);
    }

    // What is asked often is given again without looking for what other days have in common with it; what may never be asked again is not made into an answer
    // that could be kept.
    private async Task OfDayAsync(HttpContext http, RequestDelegate next, KeptAnswers kept, string key, DayInTarget asked, AnswerOfDays answer)
    {
        if (kept.Note(key))
        {
            var ofDay = answer.On(asked);
            kept.Keep(key, ofDay);
            await GiveAsync(http, next, kept, ofDay, "", key);
            return;
        }

        bool? isKnown;
        using (var text = answer.Text.Lend(asked.Day))
        {
            var tag = Answer.TagOf(text.Text.Span);
            isKnown = ConditionOf(http, tag);
            if (isKnown is { } known && Admit(http, answer.Headers.IsForPeople, known))
            {
                answer.Headers.Tell(http, asked.Digits, tag, known);
                await KeptAnswer.SendAsync(http, known, text.Text);
                return;
            }
        }

        await (isKnown is null ? OnConditionAsync(http, next, kept, key, null) : next(http));
    }
}
