using System.Text.Json.Serialization;

namespace LegalStatusApi.Http;

/// <summary>An error as RFC 9457 has it.</summary>
/// <param name="Type">Which problem it is: the address of a page about it, relative to the service.</param>
/// <param name="Title">What it is, in general.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What happened here, and what to do.</param>
/// <param name="Errors">Every wrong parameter.</param>
/// <param name="Suggestions">What may have been meant.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    IReadOnlyList<ParameterError>? Errors = null,
    IReadOnlyList<string>? Suggestions = null)
{
    public const string ContentType = "application/problem+json";

    /// <summary>What the suggested codes are called, for pages.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string>? Names { get; init; }
}

/// <summary>One wrong parameter.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Detail">What is wrong, and what is expected.</param>
public sealed record ParameterError(string Parameter, string Detail);

/// <summary>A kind of problem. Its page is <c>/problems/{Slug}</c>.</summary>
public sealed record ProblemKind(string Slug, int Status, string Title, string Meaning)
{
    public Problem With(
        string detail, IReadOnlyList<ParameterError>? errors = null, IReadOnlyList<string>? suggestions = null) =>
        new($"/problems/{Slug}", Title, Status, detail, errors, suggestions is { Count: > 0 } ? suggestions : null);
}

/// <summary>The catalogue of every error that the service answers with.</summary>
public static class Problems
{
    public static readonly ProblemKind InvalidParameters = new("invalid-parameters", 400, "Invalid parameters",
        "One or more parameters are unknown, malformed or out of range. Every wrong one is named in errors. Unknown parameters are refused, because a misspelt one would silently widen the answer.");

    public static readonly ProblemKind BadRequest = new("bad-request", 400, "Bad request",
        "The request itself could not be read.");

    public static readonly ProblemKind HostNotAllowed = new("host-not-allowed", 400, "Host not allowed",
        "The Host header names a host that this service does not answer for.");

    public static readonly ProblemKind UnknownJurisdiction = new("unknown-jurisdiction", 404, "Unknown jurisdiction",
        "No place with this code is covered. All of ISO 3166-1 is; of subdivisions and cities only some. This is not the same as a place without a record, which answers 200 with the status unknown.");

    public static readonly ProblemKind UnknownSubstance = new("unknown-substance", 404, "Unknown substance",
        "The service covers psilocybin, LSD and ketamine, by their slugs, synonyms or CAS numbers.");

    public static readonly ProblemKind UnknownRecord = new("unknown-record", 404, "Unknown record",
        "Nothing with this id or key is on record at this revision.");

    public static readonly ProblemKind NotFound = new("not-found", 404, "Not found",
        "There is nothing at this address.");

    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", 405, "Method not allowed",
        "This address does not take this method; the Allow header lists those that it takes.");

    public static readonly ProblemKind Unauthorized = new("unauthorized", 401, "Unauthorized",
        "The request needs the key of a maintainer, and none was sent or it is not valid: unknown, expired or revoked.");

    public static readonly ProblemKind Forbidden = new("forbidden", 403, "Forbidden",
        "The key is valid, but it does not have the scope, or the person may not do this: nobody approves what they put in themselves.");

    public static readonly ProblemKind Conflict = new("conflict", 409, "Conflict",
        "The state of the thing does not allow this now; the detail says what stands in the way.");

    public static readonly ProblemKind StillAtWork = new("still-at-work", 409, "Still at work",
        "The same Idempotency-Key is at work at this moment. Try again after Retry-After seconds, and its answer is given again.");

    public static readonly ProblemKind Stale = new("stale", 412, "Precondition failed",
        "If-Match names another version than the current one: somebody changed it in between. Read it again.");

    public static readonly ProblemKind TooLarge = new("too-large", 413, "Content too large",
        "The body is larger than this address takes.");

    public static readonly ProblemKind UnsupportedMediaType = new("unsupported-media-type", 415, "Unsupported media type",
        "The body is of a kind that this address does not read.");

    public static readonly ProblemKind Impossible = new("impossible", 422, "Unprocessable content",
        "The request is well formed, but what it says cannot be: every mistake is named in errors.");

    public static readonly ProblemKind NoIfMatch = new("no-if-match", 428, "Precondition required",
        "A change of something that others may change too needs If-Match with the version it was made from.");

    public static readonly ProblemKind TooManyRequests = new("too-many-requests", 429, "Too many requests",
        "The client, or all clients together, sent more than is taken. Try again after Retry-After seconds.");

    public static readonly ProblemKind InternalFault = new("internal-fault", 500, "Internal fault",
        "A fault of the service, which it has logged.");

    public static readonly ProblemKind NotImplemented = new("not-implemented", 501, "Not implemented",
        "The address is right, but the service does not answer in this way.");

    public static readonly ProblemKind DatabaseUnavailable = new("database-unavailable", 503, "Database unavailable",
        "The database does not answer. Nothing is known to be wrong with the request: try again after Retry-After seconds.");

    public static readonly ProblemKind OutcomeUnknown = new("outcome-unknown", 503, "Outcome unknown",
        "The database went away while the change was being made final: it was made whole or not at all. Sent again with the same Idempotency-Key it is made once, and the answer is given that was lost.");

    public static readonly ProblemKind Ending = new("ending", 503, "Ending",
        "This instance is about to end. What was asked is still answered; new requests go to another instance.");

    public static readonly ProblemKind TookTooLong = new("took-too-long", 503, "Took too long",
        "The answer was not ready within the time a request may take. Try again after Retry-After seconds.");

    public static readonly IReadOnlyList<ProblemKind> All =
    [
        InvalidParameters, BadRequest, HostNotAllowed, UnknownJurisdiction, UnknownSubstance, UnknownRecord, NotFound,
        MethodNotAllowed, Unauthorized, Forbidden, Conflict, StillAtWork, Stale, TooLarge, UnsupportedMediaType, Impossible,
        NoIfMatch, TooManyRequests, InternalFault, NotImplemented, DatabaseUnavailable, OutcomeUnknown, Ending, TookTooLong,
    ];

    private const int RetryAfterSeconds = 5;

    /// <summary>An answer that is this problem: never cached, and with Retry-After where trying again may help.</summary>
    public static IResult Result(this Problem problem) => new ProblemAnswer(problem);

    public static async Task WriteAsync(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.Headers.CacheControl = "no-store";
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString();
        }
        else if (problem.Title == StillAtWork.Title)
        {
            http.Response.Headers.RetryAfter = "1";
        }

        if (ProblemsForPeople.Of(http) is { } pages)
        {
            await pages.WriteAsync(http, problem);
            return;
        }

        await http.Response.WriteAsJsonAsync(problem, ApiJson.Options, Problem.ContentType, CancellationToken.None);
    }

    private sealed class ProblemAnswer(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, problem);
    }
}
