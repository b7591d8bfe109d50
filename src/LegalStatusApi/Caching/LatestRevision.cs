using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Caching;

/// <summary>
/// Which revision is the latest, looked up several times a second once anything has been asked for, so that an answer need not ask. What was
/// looked up a second ago is not believed: then there is no answer, and whoever asks looks for it in the database.
/// </summary>
/// <remarks>A standby cannot LISTEN, and a notification can be lost; a look at one row costs next to nothing and can do neither.</remarks>
public sealed class LatestRevision(NpgsqlDataSource database, TimeProvider clock, ILogger<LatestRevision> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    // A standby that lags behind the one that was asked before tells an earlier revision: so much later it must have been a restored database.
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(30);
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Seen? _seen;
    private long _forgottenAt;

    /// <param name="State">What was seen; null where nothing is published.</param>
    /// <param name="At">When it was looked for.</param>
    /// <param name="Since">When that revision was seen first.</param>
    private sealed record Seen(RecordState? State, long At, long Since);

    /// <summary>The record as of a moment ago; null where that is not known, or where nothing is published.</summary>
    public RecordState? State
    {
        get
        {
            _asked.TrySetResult();
            return _seen is { } seen && clock.GetElapsedTime(seen.At) < Longest ? seen.State : null;
        }
    }

    /// <summary>The latest revision as of a moment ago; null where that is not known, or where nothing is published.</summary>
    public Revision? Current => State?.Revision;

    /// <summary>The same as a question asks for it: the latest, and what is known of it.</summary>
    public AskedRevision Asked => Current is { } revision ? AskedRevision.Of(revision) : AskedRevision.Latest;

    /// <summary>Something was written here: whoever wrote it reads it, not what was seen before.</summary>
    public void Forget()
    {
        Volatile.Write(ref _forgottenAt, clock.GetTimestamp());
        _seen = null;
    }

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
            var found = await FindAsync(cancellation);
            if (at > Volatile.Read(ref _forgottenAt))
            {
                _seen = After(_seen, found, at);
            }
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            // Whoever asks looks in the database meanwhile, and says what is wrong.
            logger.LogDebug("The latest revision was not found: {Fault}", fault.GetType().Name);
        }
    }

    private Seen After(Seen? before, RecordState? found, long at)
    {
        if (before?.State is not { } known)
        {
            return new Seen(found, at, at);
        }

        var isEarlier = found is null || found.Revision.Number < known.Revision.Number || found.Redactions < known.Redactions;
        return isEarlier && clock.GetElapsedTime(before.Since) < Lag
            ? before with { At = at }
            : new Seen(found, at, found == known ? before.Since : at);
    }

    private Task<RecordState?> FindAsync(CancellationToken cancellation) => database.ReadAsync(async connection =>
    {
        var found = await connection.QuerySingleOrDefaultAsync<Found>(new CommandDefinition(
            SqlFile.Beside(typeof(LatestRevision), "FindRecordState"), cancellationToken: cancellation));
        return found is null ? null : new RecordState(
            new Revision(found.Number, new DateTimeOffset(found.RecordedAt, TimeSpan.Zero)), found.Hash, found.Redactions);
    }, cancellation);

    private sealed record Found(long Number, DateTime RecordedAt, string Hash, long Redactions);
}
