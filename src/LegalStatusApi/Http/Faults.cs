using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace LegalStatusApi.Http;

/// <summary>What a client is told when something breaks: never a stack trace, and 503 where trying again may help.</summary>
public sealed class Faults(ILogger<Faults> logger) : IExceptionHandler
{
    /// <summary>Every fault is handled here; the framework insists on a last resort, which is never reached.</summary>
    public static readonly ExceptionHandlerOptions Only = new()
    {
        ExceptionHandler = _ => Task.CompletedTask,
        SuppressDiagnosticsCallback = _ => true,
    };

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested && exception is OperationCanceledException && !TimedOut(httpContext))
        {
            return true;
        }

        var problem = ProblemOf(exception);
        if (problem.Status >= 500)
        {
            // The route pattern, never the path: no log ties a place and a substance to an address.
            var route = (httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "no route";
            // An outage is one short line for each request; only what nobody expected tells where it happened.
            var trace = problem.Status == StatusCodes.Status500InternalServerError ? exception : null;
            logger.LogError(trace, "Answered {Status} on {Method} {Route}: {Fault}", problem.Status, httpContext.Request.Method, route, exception.GetType().Name);
        }

        await Problems.WriteAsync(httpContext, problem);
        return true;
    }

    /// <summary>What a client is told of it.</summary>
    public static Problem ProblemOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => Problems.BadRequest.With("The request could not be read.") with { Status = bad.StatusCode },
        // The web server's way to say that the size of a chunk is no number that it can hold.
        IOException { InnerException: OverflowException } => Problems.BadRequest.With("The request could not be read."),
        // What PostgreSQL or UTF-8 cannot hold although it got past every check: the client's text, not our fault.
        EncoderFallbackException or PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } =>
            Problems.BadRequest.With("The request holds characters that cannot be stored."),
        OperationCanceledException => Problems.TookTooLong.With("The answer took too long. Try again."),
        NpgsqlException { InnerException: TimeoutException } or TimeoutException or
            PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } =>
            Problems.DatabaseUnavailable.With("The database does not answer in time. Try again."),
        PostgresException known when !IsOutage(known.SqlState) => Problems.InternalFault.With("The service failed to answer. The fault was logged."),
        NpgsqlException => Problems.DatabaseUnavailable.With("The database is not available. Try again."),
        _ => Problems.InternalFault.With("The service failed to answer. The fault was logged."),
    };

    /// <summary>Connection, resources, operator, system; a standby or read-only primary where a write was tried.</summary>
    public static bool IsOutage(string state) => state[..2] is "08" or "53" or "57" or "58" || state == PostgresErrorCodes.ReadOnlySqlTransaction;

    private static bool TimedOut(HttpContext http) =>
        http.Features.Get<Microsoft.AspNetCore.Http.Timeouts.IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.IsCancellationRequested == true;
}
