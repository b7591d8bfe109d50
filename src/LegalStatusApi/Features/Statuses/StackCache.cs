using LegalStatusApi.Caching;
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
public sealed class StackCache(NpgsqlDataSource database, LatestRevision latest, SharedStacks? shared, long room, TimeSpan longest) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly MemoryCache _stacks = new(new MemoryCacheOptions { SizeLimit = room });
    private readonly Flights<StackKey, FetchStacks.Found?> _flights = new(longest);
    private volatile SharedRecords? _records;

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

    public void Dispose() => _stacks.Dispose();

    private async Task<IReadOnlyList<FetchStacks.Found>> OneAsync(StackKey key, CancellationToken cancellation)
    {
        var found = _stacks.TryGetValue(key, out FetchStacks.Found? kept) ? kept : await _flights.RunAsync(key, ending => ReadAsync(key, ending), cancellation);
        return found is null ? [] : [found];
    }

    private async Task<FetchStacks.Found?> ReadAsync(StackKey key, CancellationToken cancellation)
    {
        if (shared is not null && await shared.FindAsync(key, cancellation) is { } stack)
        {
            return Keep(key, new FetchStacks.Found(stack.Revision, key.Jurisdiction, key.Substance, PlaceIsKnown: true, SubstanceIsKnown: true, stack));
        }

        var fetched = await FetchStacks.FindAsync(database, [(key.Jurisdiction, key.Substance)], new AskedRevision(key.Revision, null), cancellation);
        if (fetched is not [{ } found])
        {
            return null;
        }

        if (shared is not null && found.Stack is { } read)
        {
            shared.Keep(key, read);
        }

        return Keep(key, found);
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

        var fetched = await FetchStacks.FindAsync(
            database, [.. missing.Select(key => (key.Jurisdiction, key.Substance))], new AskedRevision(number, null), cancellation);
        if (fetched.Count == 0)
        {
            return [];
        }

        var read = new Queue<FetchStacks.Found>(missing.Zip(fetched, Keep));
        return [.. found.Select(each => each ?? read.Dequeue())];
    }

    // What is not on record is not kept: there is no end of names that are not.
    private FetchStacks.Found Keep(StackKey key, FetchStacks.Found found)
    {
        if (found.Stack is not { } stack)
        {
            return found;
        }

        var kept = found with { Stack = RecordsOf(key).Share(stack) };
        _stacks.Set(key, kept, new MemoryCacheEntryOptions { Size = StackSize.Of(stack), AbsoluteExpirationRelativeToNow = Longest });
        return kept;
    }

    // Many stacks hold the law of the same levels above them.
    private SharedRecords RecordsOf(StackKey key) => _records is { } records && records.IsOf(key) ? records : _records = new SharedRecords(key.State, key.Revision);
}

/// <summary>What one stack is kept under.</summary>
/// <param name="State">The record as it was when it was read.</param>
/// <param name="Revision">The revision that says it.</param>
public readonly record struct StackKey(RecordState State, long Revision, string Jurisdiction, string Substance);
