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
        await WalkAsync(key, async at =>
        {
            if (Known(at) is { } level)
            {
                return level;
            }

            var left = shared is null ? null : await shared.FindAsync(at, cancellation);
            return left is null || at == key ? left : Keep(at, left);
        });

    /// <summary>
    /// Those levels above some places that are known with all above them, for each of the substances. Above a place are those that its code
    /// names, and for most the unions of states; whichever are not guessed are read again.
    /// </summary>
    public async Task<List<Level>> AboveAsync(IEnumerable<StackKey> keys)
    {
        var asked = keys.ToList();
        var substances = asked.Select(key => key.Substance).Distinct(StringComparer.Ordinal).ToList();
        var guessed = asked.SelectMany(key => JurisdictionCode.Above(key.Jurisdiction)).Distinct(StringComparer.Ordinal)
            .Except(asked.Select(key => key.Jurisdiction), StringComparer.Ordinal);
        var known = new Dictionary<string, List<Level>>(StringComparer.Ordinal);
        foreach (var code in guessed)
        {
            var levels = new List<List<Level>?>();
            foreach (var substance in substances)
            {
                levels.Add(await WalkAsync(asked[0] with { Jurisdiction = code, Substance = substance }, at => ValueTask.FromResult(Known(at))));
            }

            if (levels.TrueForAll(each => each is not null))
            {
                foreach (var group in levels.SelectMany(each => each!).GroupBy(level => level.Place.Place.Code, StringComparer.Ordinal))
                {
                    known[group.Key] = [.. group];
                }
            }
        }

        return [.. known.Values.SelectMany(each => each)];
    }

    /// <summary>Keeps a level that lies above another.</summary>
    /// <returns>The same, or the one that is kept already.</returns>
    public Level Keep(StackKey key, Level level)
    {
        if (Known(key) is { } before)
        {
            return before;
        }

        _levels.Set(key, level, new MemoryCacheEntryOptions { Size = SizeOfLaw.Of(level), AbsoluteExpirationRelativeToNow = Longest });
        return level;
    }

    /// <summary>Leaves a level for other instances.</summary>
    public void Leave(StackKey key, Level level) => shared?.Keep(key, level);

    public void Dispose() => _levels.Dispose();

    private Level? Known(StackKey key) => _levels.TryGetValue(key, out Level? level) ? level : null;

    // A level and all above it, as long as each can be found.
    private static async ValueTask<List<Level>?> WalkAsync(StackKey key, Func<StackKey, ValueTask<Level?>> find)
    {
        List<string> codes = [key.Jurisdiction];
        List<Level> levels = [];
        for (var i = 0; i < codes.Count; i++)
        {
            if (await find(key with { Jurisdiction = codes[i] }) is not { } level)
            {
                return null;
            }

            levels.Add(level);
            codes.AddRange(level.Place.Links.Select(link => link.Parent).Except(codes, StringComparer.Ordinal).ToList());
        }

        return levels;
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
