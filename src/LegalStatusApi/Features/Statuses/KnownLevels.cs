using LegalStatusApi.Domain;
using Microsoft.Extensions.Caching.Memory;

namespace LegalStatusApi.Features.Statuses;

/// <summary>
/// Levels of law as they were read: those above others, which the stacks of all places below them have in common. So only what a place says
/// itself is read for it. Bounded by bytes.
/// </summary>
/// <param name="room">How many bytes.</param>
/// <param name="shared">Where instances share what they read; null = nowhere.</param>
internal sealed class KnownLevels(long room, SharedLevels? shared) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly MemoryCache _levels = new(new MemoryCacheOptions { SizeLimit = room });

    /// <summary>A level and all above it, if all are known here or to another instance.</summary>
    public async Task<IReadOnlyList<Level>?> WholeAsync(StackKey key, CancellationToken cancellation) =>
        await Level.WalkUpAsync(new Pair(key.Jurisdiction, key.Substance, null), async pair =>
        {
            var at = key with { Jurisdiction = pair.Jurisdiction };
            return Find(at) ?? await SharedAsync(at, isAbove: at != key, cancellation);
        });

    /// <summary>A level that is kept.</summary>
    public Level? Find(StackKey key) => _levels.TryGetValue(key, out Level? level) ? level : null;

    /// <summary>Keeps a level that lies above another.</summary>
    public void Keep(StackKey key, Level level) =>
        _levels.Set(key, level, new MemoryCacheEntryOptions { Size = SizeOfLaw.Of(level), AbsoluteExpirationRelativeToNow = Longest });

    /// <summary>Leaves a level for other instances.</summary>
    public void Leave(StackKey key, Level level) => shared?.Keep(key, level);

    public void Dispose() => _levels.Dispose();

    private async Task<Level?> SharedAsync(StackKey key, bool isAbove, CancellationToken cancellation)
    {
        var left = shared is null ? null : await shared.FindAsync(key, cancellation);
        if (left is not null && isAbove)
        {
            Keep(key, left);
        }

        return left;
    }
}

/// <summary>About how many bytes the law of one level takes.</summary>
internal static class SizeOfLaw
{
    /// <summary>A stack without the law of its levels.</summary>
    public const int OfStack = 3072;
    private const int OfRecord = 1024;
    private const int OfCitation = 768;

    public static long Of(Level level) => OfRecord + (OfRecord * (level.Place.Links.Count + level.Law.Leads.Count))
        + Of(level.Law.Classifications.Select(record => (record.Summary, record.Citations.Count)))
        + Of(level.Law.Pending.Select(law => (law.Said.Summary, law.Said.Citations.Count)));

    /// <summary>What a stack says of its own place.</summary>
    public static long OwnOf(Stack stack) => OfStack
        + Of(stack.Classifications.Where(record => record.Jurisdiction == stack.Jurisdiction).Select(record => (record.Summary, record.Citations.Count)))
        + Of(stack.Pending.Where(law => law.Jurisdiction == stack.Jurisdiction).Select(law => (law.Summary, law.Citations.Count)));

    private static long Of(IEnumerable<(string Summary, int Citations)> said) =>
        said.Sum(each => OfRecord + (sizeof(char) * each.Summary.Length) + (OfCitation * each.Citations));
}
