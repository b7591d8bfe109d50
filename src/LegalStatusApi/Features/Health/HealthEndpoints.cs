using Dapper;
using LegalStatusApi.Database;
using Npgsql;

namespace LegalStatusApi.Features.Health;

/// <summary>For the orchestrator: is the process alive, and can it answer?</summary>
public static class HealthEndpoints
{
    /// <param name="Status">live or ready.</param>
    /// <param name="Revision">The current revision; absent where health is about the process alone.</param>
    public sealed record Response(string Status, long? Revision = null);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", () => TypedResults.Ok(new Response("live")))
            .WithName("GetLive").WithSummary("Is the process alive?");
        health.MapGet("/ready", ReadyAsync)
            .WithName("GetReady").WithSummary("Can it answer: is the database there, with data in it?").Produces<Response>();
    }

    // A database that does not answer is 503, by Http/Faults.cs.
    private static async Task<IResult> ReadyAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        var revision = await database.ReadAsync(connection => connection.ExecuteScalarAsync<long?>(
            new CommandDefinition("select max(number) from revision", cancellationToken: cancellation)), cancellation);
        return revision is null
            ? Http.Problems.Result(Http.Problems.DatabaseUnavailable.With("The database holds no data yet."))
            : TypedResults.Ok(new Response("ready", revision));
    }
}
