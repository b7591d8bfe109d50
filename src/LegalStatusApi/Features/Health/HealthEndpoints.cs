using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Health;

/// <summary>For the orchestrator: is the process alive, and can it answer?</summary>
public static class HealthEndpoints
{
    /// <summary>How the service is.</summary>
    /// <param name="Status">live or ready.</param>
    /// <param name="Revision">The current revision; absent where health is about the process alone.</param>
    /// <param name="Writable">Whether the database takes writes: false on a standby and a read-only primary. Reading goes on then.</param>
    public sealed record HealthResponse(string Status, long? Revision = null, bool? Writable = null);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", Live)
            .WithName("GetLive")
            .WithSummary("Is the process alive?")
            .WithDescription("Answers as long as the process can answer at all; it asks nothing of the database.")
            .Produces<HealthResponse>();
        health.MapGet("/ready", ReadyAsync)
            .WithName("GetReady")
            .WithSummary("Can it answer: is the database there, with data in it?")
            .WithDescription("503 while the database does not answer or holds no data, and once the service was told to end; send no requests then.")
            .Produces<HealthResponse>();
    }

    private static IResult Live(HttpContext http) => AnswerOf(http, new HealthResponse("live"));

    // A database that does not answer is 503, by Http/Faults.cs.
    private static async Task<IResult> ReadyAsync(HttpContext http, NpgsqlDataSource database, Draining draining, CancellationToken cancellation)
    {
        if (draining.HasBegun)
        {
            return Problems.Ending.With("This instance is about to end. Ask another.").Result();
        }

        var current = await database.ReadAtAsync(null, null, (connection, _) => IsWritableAsync(connection, cancellation), cancellation);
        return current is null
            ? Problems.DatabaseUnavailable.With("The database holds no data yet.").Result()
            : AnswerOf(http, new HealthResponse("ready", current.Revision.Number, current.Said));
    }

    private static Task<bool> IsWritableAsync(NpgsqlConnection connection, CancellationToken cancellation) => connection.ExecuteScalarAsync<bool>(
        new CommandDefinition(SqlFile.Beside(typeof(HealthEndpoints), "IsWritable"), cancellationToken: cancellation));

    private static IResult AnswerOf(HttpContext http, HealthResponse health)
    {
        var check = Check.Of(http);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(health, ApiJson.Options);
    }
}
