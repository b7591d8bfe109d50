using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Explorer;

/// <summary>
/// Which revision is the latest, looked up several times a second once a page has been asked for, so that a page need not ask. What was
/// looked up a second ago is not believed: then there is no answer, and whoever asks looks for it in the database.
/// </summary>
public sealed class LatestRevision(NpgsqlDataSource database, TimeProvider clock, ILogger<LatestRevision> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Seen? _seen;

    private sealed record Seen(Revision? Revision, long At);

    /// <summary>The latest revision as of a moment ago; null where that is not known, or where nothing is published.</summary>
    public Revision? Current
    {
        get
        {
            _asked.TrySetResult();
            return _seen is { } seen && clock.GetElapsedTime(seen.At) < Longest ? seen.Revision : null;
        }
    }

    /// <summary>The same as a question asks for it: the latest, and what is known of it.</summary>
    public AskedRevision Asked => Current is { } revision ? AskedRevision.Of(revision) : AskedRevision.Latest;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _asked.Task.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Period, clock);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        var at = clock.GetTimestamp();
        try
        {
            _seen = new Seen(await FindAsync(cancellation), at);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException && !cancellation.IsCancellationRequested)
        {
            // Pages ask the database themselves meanwhile, and say what is wrong.
            logger.LogDebug("The latest revision was not found: {Fault}", fault.GetType().Name);
        }
    }

    private Task<Revision?> FindAsync(CancellationToken cancellation) => database.ReadAsync(async connection =>
    {
        var asked = new { Revision = (long?)null, AsOf = (DateTime?)null };
        var found = await connection.QuerySingleOrDefaultAsync<Found>(new CommandDefinition(
            SqlFile.Beside(typeof(RecordReads), "FindRevision"), asked, cancellationToken: cancellation));
        return found is null ? null : new Revision(found.Number, new DateTimeOffset(found.RecordedAt, TimeSpan.Zero));
    }, cancellation);

    private sealed record Found(long Number, DateTime RecordedAt);
}
