using LegalStatusApi.Caching;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace LegalStatusApi.Features.Statuses;

/// <summary>
/// What revisions say of places, as it was read: for every date at once, so that a day that nobody asked yet needs no database either. A
/// revision never changes but by a redaction; so what is kept under a state of the record is never out of date, only left behind.
/// Bounded by bytes.
/// </summary>
/// <param name="room">How many bytes; 0 = nothing is kept.</param>
/// <param name="longest">How long a read may take for which several may wait.</param>
public sealed class StackCache(NpgsqlDataSource database, LatestRevision latest, SharedLevels? shared, long room, TimeSpan longest) : IDisposable
{
    private const int MostTogether = 66;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly MemoryCache _stacks = new(new MemoryCacheOptions { SizeLimit = room / 4 * 3 });
    private readonly KnownLevels _levels = new(room / 4, shared);
    private readonly Flights<StackKey, FetchStacks.Found?> _flights = new(longest);
    private Together<(RecordState State, long Revision), Pair, FetchStacks.Found>? _together;

    /// <summary>Whether it keeps anything.</summary>
    public bool Keeps => room > 0;

    /// <summary>Where it reads what it does not keep.</summary>
    public NpgsqlDataSource Database => database;

    /// <summary>The pairs as <see cref="FetchStacks"/> finds them; at most one round trip, and none where all were found before.</summary>
    /// <returns>One entry for each pair, in order; empty where there is no such revision.</returns>
    public async Task<IReadOnlyList<FetchStacks.Found>> FindAsync(
        IReadOnlyList<(string Jurisdiction, string Substance)> pairs, AskedRevision asked, CancellationToken cancellation)
    {
        if (NumberOf(asked) is var (state, number))
        {
            var found = pairs is [var (jurisdiction, substance)]
                ? await OneAsync(new StackKey(state, number, jurisdiction, substance), null, cancellation) is { } one ? [one] : []
                : await ManyAsync(pairs, state, number, cancellation);
            // A standby that lags does not know the revision that another told of.
            if (found.Count > 0)
            {
                return found;
            }
        }

        return await ReadAsync([.. pairs.Select(pair => new Pair(pair.Jurisdiction, pair.Substance, null))], asked, cancellation);
    }

    /// <summary>One pair, as much of its stack as tells of one day; null where there is no such revision.</summary>
    public async Task<FetchStacks.Found?> FindOnAsync(string jurisdiction, string substance, DateOnly on, AskedRevision asked, CancellationToken cancellation)
    {
        if (NumberOf(asked) is var (state, number))
        {
            if (await OneAsync(new StackKey(state, number, jurisdiction, substance), on, cancellation) is { } found)
            {
                return found;
            }
        }

        return await ReadAsync([new Pair(jurisdiction, substance, on)], asked, cancellation) is [var read] ? read : null;
    }

    public void Dispose()
    {
        _stacks.Dispose();
        _levels.Dispose();
    }

    // The number of a revision that is on record for certain.
    private (RecordState State, long Number)? NumberOf(AskedRevision asked) =>
        room > 0 && asked.AsOf is null && latest.State is { } state && (asked.Number ?? state.Revision.Number) is var number && number <= state.Revision.Number
            ? (state, number)
            : null;

    private Task<IReadOnlyList<FetchStacks.Found>> ReadAsync(IReadOnlyList<Pair> pairs, AskedRevision asked, CancellationToken cancellation) =>
        database.ReadAsync(connection => LevelDocuments.FindAsync(connection, pairs, asked, _ => null, (_, _) => { }, cancellation), cancellation);

    private async Task<FetchStacks.Found?> OneAsync(StackKey key, DateOnly? day, CancellationToken cancellation)
    {
        while (true)
        {
            if (Kept(key, day) is { } kept)
            {
                return kept;
            }

            // It may be another's, who asked for another day of a place with many periods.
            var found = await _flights.RunAsync(key, ending => ReadAsync(key, day, ending), cancellation);
            if (found?.Stack is not { } stack || stack.Covers(day))
            {
                return found;
            }
        }
    }

    private async Task<FetchStacks.Found?> ReadAsync(StackKey key, DateOnly? day, CancellationToken cancellation)
    {
        if (await _levels.WholeAsync(key, cancellation) is { } levels)
        {
            return Keep(key, FetchStacks.FoundAs(Level.StackOf(levels)));
        }

        // A crowd that asks for what nobody asked yet costs a few statements.
        var together = _together ??= new(FetchAsync, MostTogether, longest);
        return await together.RunAsync((key.State, key.Revision), new Pair(key.Jurisdiction, key.Substance, day)).WaitAsync(cancellation);
    }

    private async Task<IReadOnlyList<FetchStacks.Found>> ManyAsync(
        IReadOnlyList<(string Jurisdiction, string Substance)> pairs, RecordState state, long number, CancellationToken cancellation)
    {
        var found = pairs.Select(pair => Kept(new StackKey(state, number, pair.Jurisdiction, pair.Substance), null)).ToList();
        var missing = pairs.Where((_, at) => found[at] is null).Select(pair => new Pair(pair.Jurisdiction, pair.Substance, null)).ToList();
        if (missing.Count == 0)
        {
            return found!;
        }

        var read = new Queue<FetchStacks.Found>(await FetchAsync((state, number), missing, cancellation));
        return read.Count == 0 ? [] : [.. found.Select(each => each ?? read.Dequeue())];
    }

    // All of one revision, in one round trip; empty where the database has no such revision.
    private async Task<IReadOnlyList<FetchStacks.Found>> FetchAsync((RecordState State, long Revision) at, IReadOnlyList<Pair> pairs, CancellationToken cancellation)
    {
        var asked = pairs.ToHashSet();
        var found = await database.ReadAsync(
            connection => LevelDocuments.FindAsync(connection, pairs, new AskedRevision(at.Revision, null), pair => _levels.Find(KeyOf(pair)), Take, cancellation), cancellation);
        foreach (var each in found)
        {
            Keep(new StackKey(at.State, at.Revision, each.Jurisdiction, each.Substance), each);
        }

        return found;

        StackKey KeyOf(Pair pair) => new(at.State, at.Revision, pair.Jurisdiction, pair.Substance);

        // What lies above a place is kept for all others below it; the rest is in the stack.
        void Take(Pair pair, Level level)
        {
            if (!asked.Contains(pair))
            {
                _levels.Keep(KeyOf(pair), level);
            }

            // Where the server had not come so far, the state is another by now, and other instances would not know.
            if (level.Days is null && latest.State == at.State)
            {
                _levels.Leave(KeyOf(pair), level);
            }
        }
    }

    private FetchStacks.Found? Kept(StackKey key, DateOnly? day) =>
        _stacks.TryGetValue(key, out FetchStacks.Found? whole) ? whole
        : day is { } on && _stacks.TryGetValue(new StretchesOf(key), out FetchStacks.Found[]? parts) ? Array.Find(parts!, part => part.Stack!.Covers(on))
        : null;

    // What is not on record is not kept: there is no end of names that are not.
    private FetchStacks.Found Keep(StackKey key, FetchStacks.Found found)
    {
        if (found.Stack is not { } stack)
        {
            return found;
        }

        if (stack.Days is null)
        {
            Set(key, found, SizeOfLaw.OwnOf(stack));
            return found;
        }

        // Of two that are kept at once one may be lost, and is read again.
        var others = _stacks.TryGetValue(new StretchesOf(key), out FetchStacks.Found[]? parts) ? parts!.Where(part => part.Stack!.Days != stack.Days) : [];
        FetchStacks.Found[] all = [.. others, found];
        Set(new StretchesOf(key), all, all.Sum(part => SizeOfLaw.OwnOf(part.Stack!)));
        return found;
    }

    private void Set<T>(object key, T value, long bytes) => _stacks.Set(key, value, new MemoryCacheEntryOptions { Size = bytes, AbsoluteExpirationRelativeToNow = Longest });

    // What the stretches of days of a place with many periods are kept under.
    private sealed record StretchesOf(StackKey Key);
}

/// <summary>What one stack is kept under.</summary>
/// <param name="State">The record as it was when it was read.</param>
/// <param name="Revision">The revision that says it.</param>
public readonly record struct StackKey(RecordState State, long Revision, string Jurisdiction, string Substance);
