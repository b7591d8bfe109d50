using System.Collections.Concurrent;
using System.Diagnostics;
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
/// <remarks>
/// A standby cannot LISTEN, and a notification can be lost; a look at one row costs next to nothing and can do neither. What one server told need not be
/// what another shows: each connection is looked at once for each state before something is read on it, and where one lags, all that is kept is left behind.
/// </remarks>
public sealed class LatestRevision : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    // A standby that lags behind the one that was asked before tells an earlier revision: so much later it must have been a restored database.
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(30);

    // So many sessions come in weeks; then they are looked at once more.
    private const int MostSessions = 10_000;
    private readonly NpgsqlDataSource _database;
    private readonly TimeProvider _clock;
    private readonly ILogger<LatestRevision> _logger;
    private readonly Lock _changing = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Seen? _seen;
    private long _forgottenAt = long.MinValue;

    public LatestRevision(NpgsqlDataSource database, TimeProvider clock, ILogger<LatestRevision> logger)
    {
        (_database, _clock, _logger) = (database, clock, logger);
        database.CheckReads(CheckAsync);
    }

    /// <param name="State">What was seen; null where nothing is published.</param>
    /// <param name="At">When it was looked for.</param>
    /// <param name="Since">When that revision was seen first.</param>
    /// <param name="Reached">The sessions whose server is known to have come so far. A server may go back when it is started again, but no session outlives that.</param>
    private sealed record Seen(RecordState? State, long At, long Since, ConcurrentDictionary<Session, bool> Reached);

    private readonly record struct Session(string Server, int Process)
    {
        public static Session Of(NpgsqlConnection connection) => new($"{connection.Host}:{connection.Port}", connection.ProcessID);
    }

    /// <summary>The record as of a moment ago; null where that is not known, or where nothing is published.</summary>
    public RecordState? State
    {
        get
        {
            _asked.TrySetResult();
            return _seen is { } seen && seen.At > Volatile.Read(ref _forgottenAt) && _clock.GetElapsedTime(seen.At) < Longest ? seen.State : null;
        }
    }

    /// <summary>The latest revision as of a moment ago; null where that is not known, or where nothing is published.</summary>
    public Revision? Current => State?.Revision;

    /// <summary>The same as a question asks for it: the latest, and what is known of it.</summary>
    public AskedRevision Asked => Current is { } revision ? AskedRevision.Of(revision) : AskedRevision.Latest;

    /// <summary>Something was written here: whoever wrote it reads it, not what was seen before.</summary>
    public void Forget() => Volatile.Write(ref _forgottenAt, _clock.GetTimestamp());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _asked.Task.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Period, _clock);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        var at = _clock.GetTimestamp();
        try
        {
            var (found, session) = await _database.ReadUncheckedAsync(
                async connection => (await FindAsync(connection, cancellation), Session.Of(connection)), cancellation);
            if (at > Volatile.Read(ref _forgottenAt))
            {
                lock (_changing)
                {
                    _seen = After(_seen, found, session, at);
                }
            }
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            // Whoever asks looks in the database meanwhile, and says what is wrong.
            _logger.LogDebug("The latest revision was not found: {Fault}", fault.GetType().Name);
        }
    }

    private Seen After(Seen? before, RecordState? found, Session session, long at)
    {
        if (before?.State is not { } known)
        {
            return new Seen(found, at, at, ReachedBy(session));
        }

        var isEarlier = found is null || found.Revision.Number < known.Revision.Number || found.Redactions < known.Redactions;
        if (isEarlier && _clock.GetElapsedTime(before.Since) < Lag)
        {
            return before with { At = at };
        }

        var state = found is null ? null : found with { Epoch = known.Epoch };
        if (state != known)
        {
            return new Seen(state, at, at, ReachedBy(session));
        }

        before.Reached.TryAdd(session, true);
        return before with { At = at, Reached = before.Reached.Count < MostSessions ? before.Reached : ReachedBy(session) };
    }

    private static ConcurrentDictionary<Session, bool> ReachedBy(Session session) => new() { [session] = true };

    // What is kept under a state was read where that state was reached. Whoever reads where it was not keeps it under one that nobody asks for any more.
    private async Task CheckAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var session = Session.Of(connection);
        if (_seen is not { State: { } state } seen || seen.Reached.ContainsKey(session))
        {
            return;
        }

        // A look of the service's own: no part of what the request costs.
        Activity.Current = null;
        if (await FindAsync(connection, cancellation) is { } found && found.HasReached(state))
        {
            seen.Reached.TryAdd(session, true);
            return;
        }

        lock (_changing)
        {
            _seen = _seen is { State: { } now } latest ? latest with { State = now with { Epoch = now.Epoch + 1 } } : _seen;
        }
    }

    private static async Task<RecordState?> FindAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var found = await connection.QuerySingleOrDefaultAsync<Found>(new CommandDefinition(
            SqlFile.Beside(typeof(LatestRevision), "FindRecordState"), cancellationToken: cancellation));
        return found is null ? null : new RecordState(
            new Revision(found.Number, new DateTimeOffset(found.RecordedAt, TimeSpan.Zero)), found.Hash, found.Redactions);
    }

    private sealed record Found(long Number, DateTime RecordedAt, string Hash, long Redactions);
}
