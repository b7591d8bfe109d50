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
    LatestRevision latest, TimeProvider clock, IResponseCompressionProvider compression, long mostBytes, RateLimits? limits = null) : IDisposable
{
    /// <summary>A longer answer is made anew each time.</summary>
    public const int LongestBytes = 512 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly AcceptedCodings _codings = new(compression);
    private volatile Kept? _kept;

    /// <summary>What tells two requests for the same address apart: an answer may name its host, tells a page of another site more headers, and has a form and a coding.</summary>
    private readonly record struct Key(string Target, string Host, bool IsHttps, bool IsFromPage, string? Accept, string Coding);

    private sealed record Kept(RecordState State, DateOnly Day, MemoryCache Answers, AskedBefore Asked);

    public Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsRead(http.Request))
        {
            return AfterWriting(http, next);
        }

        if (latest.State is not { } state || KeptUnder(state) is not { } kept || KeyOf(http) is not { } key)
        {
            return next(http);
        }

        if (!kept.Answers.TryGetValue(key, out KeptAnswer? answer))
        {
            return kept.Asked.Note(key.GetHashCode()) ? MakeAsync(http, next, kept, key) : next(http);
        }

        return answer!.MayAnswer(http.Request) && (limits is null || limits.TryTake(http, answer.IsForPeople, answer.IsKnownTo(http.Request)))
            ? answer.WriteAsync(http)
            : next(http);
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
    private Key? KeyOf(HttpContext http)
    {
        var headers = http.Request.Headers;
        var isPlain = HttpMethods.IsGet(http.Request.Method) && http.Request.PathBase.Value is null or ""
            && !headers.ContainsKey(HeaderNames.Authorization) && !headers.ContainsKey(HeaderNames.Cookie)
            && !headers.ContainsKey(Memento.AcceptDatetime) && !headers.ContainsKey(HeaderNames.Range)
            && !headers.ContainsKey(HeaderNames.TransferEncoding) && !headers.ContainsKey(HeaderNames.ContentLength);
        return isPlain && _codings.Of(http) is { } coding
            ? new Key(TargetOf(http), http.Request.Host.Value ?? "", http.Request.IsHttps, headers.ContainsKey(HeaderNames.Origin), headers.Accept, coding)
            : null;
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

        return _kept = new Kept(state, day, new MemoryCache(new MemoryCacheOptions { SizeLimit = mostBytes }), new AskedBefore());
    }

    private static async Task MakeAsync(HttpContext http, RequestDelegate next, Kept kept, Key key)
    {
        var making = new AnswerInMaking();
        http.Features.Set(making);
        using var copy = new CopiedBody(http, LongestBytes);
        await next(http);
        if (IsOf(kept.State, making.Freshness, http.Request) && copy.Answer(making) is { } answer)
        {
            kept.Answers.Set(key, answer, new MemoryCacheEntryOptions
            {
                Size = answer.Bytes + (key.Target.Length * sizeof(char)), AbsoluteExpirationRelativeToNow = Longest,
            });
        }
    }

    // An answer that says nothing of the record is the same under every state; one of the record must be of this one, or of a revision it names.
    private static bool IsOf(RecordState state, Freshness? freshness, HttpRequest request) =>
        freshness is { IsBrief: false }
        && (freshness.RecordedAt is null || freshness.RecordedAt == state.Revision.RecordedAt || request.Query.ContainsKey("revision"));
}
