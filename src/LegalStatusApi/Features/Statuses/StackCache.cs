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
    private Together<(RecordState State, long Revision, string Substance), StackKey, FetchStacks.Found>? _together;

    /// <summary>Where it reads what it does not keep.</summary>
    public NpgsqlDataSource Database => database;

    /// <summary>The pairs as <see cref="FetchStacks"/> finds them; at most one round trip, and none where all were found before.</summary>
    /// <returns>One entry for each pair, in order; empty where there is no such revision.</returns>
    public async Task<IReadOnlyList<FetchStacks.Found>> FindAsync(
        IReadOnlyList<(string Jurisdiction, string Substance)> pairs, AskedRevision asked, CancellationToken cancellation)
    {
        if (room == 0 || asked.AsOf is not null || latest.State is not { } state || (asked.Number ?? state.Revision.Number) is var number && number > state.Revision.Number)
        {
            return await FetchStacks.FindAsync(database, pairs, asked, cancellation);
        }

        var found = pairs is [var (jurisdiction, substance)]
            ? await OneAsync(new StackKey(state, number, jurisdiction, substance), cancellation)
            : await ManyAsync(pairs, state, number, cancellation);
        // A standby that lags does not know the revision that another told of.
        return found.Count > 0 ? found : await FetchStacks.FindAsync(database, pairs, asked, cancellation);
    }

    public void Dispose()
    {
        _stacks.Dispose();
        _levels.Dispose();
    }

    private async Task<IReadOnlyList<FetchStacks.Found>> OneAsync(StackKey key, CancellationToken cancellation)
    {
        var found = _stacks.TryGetValue(key, out FetchStacks.Found? kept) ? kept : await _flights.RunAsync(key, ending => ReadAsync(key, ending), cancellation);
        return found is null ? [] : [found];
    }

    private async Task<FetchStacks.Found?> ReadAsync(StackKey key, CancellationToken cancellation)
    {
        if (await _levels.WholeAsync(key, cancellation) is { } levels)
        {
            return Keep(key, FetchStacks.FoundIn(new LevelsOfLaw(levels[0].Revision, levels), key.Jurisdiction, key.Substance));
        }

        // Those of one substance, in many places: a crowd that asks for what nobody asked yet costs a few statements.
        var together = _together ??= new(FetchAsync, MostTogether, longest);
        return await together.RunAsync((key.State, key.Revision, key.Substance), key).WaitAsync(cancellation);
    }

    private async Task<IReadOnlyList<FetchStacks.Found>> ManyAsync(
        IReadOnlyList<(string Jurisdiction, string Substance)> pairs, RecordState state, long number, CancellationToken cancellation)
    {
        var keys = pairs.Select(pair => new StackKey(state, number, pair.Jurisdiction, pair.Substance)).ToList();
        var found = keys.Select(key => _stacks.TryGetValue(key, out FetchStacks.Found? kept) ? kept : null).ToList();
        var missing = keys.Where((_, at) => found[at] is null).ToList();
        if (missing.Count == 0)
        {
            return found!;
        }

        var fetched = await FetchAsync(missing, cancellation);
        if (fetched.Count == 0)
        {
            return [];
        }

        var read = new Queue<FetchStacks.Found>(fetched);
        return [.. found.Select(each => each ?? read.Dequeue())];
    }

    // All of one revision, in one round trip; empty where the database has no such revision.
    private async Task<IReadOnlyList<FetchStacks.Found>> FetchAsync(IReadOnlyList<StackKey> keys, CancellationToken cancellation)
    {
        var above = await _levels.AboveAsync(keys);
        var known = above.Select(level => level.Place.Place.Code).Distinct(StringComparer.Ordinal).ToList();
        var levels = await database.ReadAsync(
            connection => FetchLevels.FindInFullAsync(
                connection, new AskedRevision(keys[0].Revision, null), keys.Select(key => key.Jurisdiction), keys.Select(key => key.Substance), known, cancellation),
            cancellation);
        if (levels is null)
        {
            return [];
        }

        levels.Add(above);
        var found = new List<FetchStacks.Found>(keys.Count);
        foreach (var key in keys)
        {
            found.Add(Keep(key, FetchStacks.FoundIn(levels, key.Jurisdiction, key.Substance)));
            if (found[^1].Stack is not null)
            {
                Share(key, levels, known);
            }
        }

        return found;
    }

    // What lies above a place is kept for all others below it; the rest is in the stack.
    private void Share(StackKey key, LevelsOfLaw levels, List<string> known)
    {
        foreach (var code in levels.CodesFrom(key.Jurisdiction).Except(known, StringComparer.Ordinal).Where(code => levels.PlaceOf(code) is not null))
        {
            var (at, level) = (key with { Jurisdiction = code }, levels.LevelOf(code, key.Substance));
            if (code != key.Jurisdiction)
            {
                _levels.Keep(at, level);
            }

            _levels.Leave(at, level);
        }
    }

    // What is not on record is not kept: there is no end of names that are not.
    private FetchStacks.Found Keep(StackKey key, FetchStacks.Found found)
    {
        if (found.Stack is { } stack)
        {
            _stacks.Set(key, found, new MemoryCacheEntryOptions { Size = SizeOfLaw.OwnOf(stack), AbsoluteExpirationRelativeToNow = Longest });
        }

        return found;
    }
}

/// <summary>What one stack is kept under.</summary>
/// <param name="State">The record as it was when it was read.</param>
/// <param name="Revision">The revision that says it.</param>
public readonly record struct StackKey(RecordState State, long Revision, string Jurisdiction, string Substance);
