using System.Text.Json;
using System.Text.Json.Serialization;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Npgsql;
using NpgsqlTypes;

namespace LegalStatusApi.Features.Statuses;

/// <summary>What a stack is asked for of: a place, a substance, and the day of interest (null = every day).</summary>
internal readonly record struct Pair(string Jurisdiction, string Substance, DateOnly? On);

/// <summary>
/// Levels of law as they were written out with the revision that made them: one row for each, where <see cref="FetchLevels"/> reads dozens.
/// What has no document is read row by row.
/// </summary>
internal static class LevelDocuments
{
    private static readonly string KeepOnePlan = SqlFile.Beside(typeof(LevelDocuments), nameof(KeepOnePlan));
    private static readonly string Statement = SqlFile.Numbered(
        SqlFile.Beside(typeof(LevelDocuments), "FindLevelDocuments"), "Jurisdictions", "Substances", "Days", "Revision", "AsOf");

    /// <summary>The stacks of some pairs at one revision: one round trip, and another for those pairs that are not written out.</summary>
    /// <param name="known">A level for all days that the caller knows already; null where it does not.</param>
    /// <param name="take">Is given each level that was read.</param>
    /// <returns>One entry for each pair, in order; empty where there is no such revision.</returns>
    public static async Task<IReadOnlyList<FetchStacks.Found>> FindAsync(
        NpgsqlConnection connection, IReadOnlyList<Pair> pairs, AskedRevision asked, Func<Pair, Level?> known, Action<Pair, Level> take, CancellationToken cancellation)
    {
        var levels = new Dictionary<Pair, Level?>();
        foreach (var pair in pairs)
        {
            levels.TryAdd(pair, null);
            foreach (var above in JurisdictionCode.Above(pair.Jurisdiction).Select(code => new Pair(code, pair.Substance, null)))
            {
                levels.TryAdd(above, known(above));
            }
        }

        foreach (var (pair, level) in await ReadAsync(connection, [.. levels.Keys.Where(each => levels[each] is null)], asked, cancellation))
        {
            levels[pair] = level;
            take(pair, level);
        }

        var found = pairs.Select(pair => WalkUp(pair, at => levels.GetValueOrDefault(at) ?? known(at)) is { } stack ? FetchStacks.FoundAs(Level.StackOf(stack)) : null).ToList();
        var missing = pairs.Where((_, at) => found[at] is null).Select(pair => (pair.Jurisdiction, pair.Substance)).ToList();
        if (missing.Count == 0)
        {
            return found!;
        }

        // Of the same revision, should another be published in between.
        var same = found.Find(each => each is not null) is { } one ? new AskedRevision(one.Revision.Number, null) : asked;
        var rest = new Queue<FetchStacks.Found>(await FetchStacks.FindAsync(connection, missing, same, cancellation));
        return rest.Count == 0 ? [] : [.. found.Select(each => each ?? rest.Dequeue())];
    }

    /// <summary>The level of a pair and, for all days, those above it, the nearest first; null where one of them is not found.</summary>
    public static List<Level>? WalkUp(Pair pair, Func<Pair, Level?> find)
    {
        List<Pair> above = [pair];
        List<Level> levels = [];
        for (var i = 0; i < above.Count; i++)
        {
            if (find(above[i]) is not { } level)
            {
                return null;
            }

            levels.Add(level);
            foreach (var link in level.Place.Links)
            {
                if (!above.Exists(each => each.Jurisdiction == link.Parent))
                {
                    above.Add(new Pair(link.Parent, pair.Substance, null));
                }
            }
        }

        return levels;
    }

    private static async Task<IReadOnlyList<(Pair Pair, Level Level)>> ReadAsync(
        NpgsqlConnection connection, IReadOnlyList<Pair> pairs, AskedRevision asked, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(KeepOnePlan),
                new NpgsqlBatchCommand(Statement)
                {
                    Parameters =
                    {
                        new NpgsqlParameter<string[]> { TypedValue = [.. pairs.Select(pair => pair.Jurisdiction)] },
                        new NpgsqlParameter<string[]> { TypedValue = [.. pairs.Select(pair => pair.Substance)] },
                        // Before every day that can be asked for there is only the document of all days.
                        new NpgsqlParameter<DateOnly[]> { TypedValue = [.. pairs.Select(pair => pair.On ?? DateOnly.MinValue)] },
                        new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bigint, Value = asked.Number ?? (object)DBNull.Value },
                        new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = asked.AsOf?.UtcDateTime ?? (object)DBNull.Value },
                    },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var read = new List<(Pair, Level)>(pairs.Count);
        while (await reader.ReadAsync(cancellation))
        {
            var level = JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(5), LevelJson.Read.Level)!;
            read.Add((pairs[(int)reader.GetInt64(0)], level with { Revision = new Revision(reader.GetInt64(1), reader.GetDateTime(2)), Days = DaysOf(reader) }));
        }

        return read;
    }

    private static SomeDays? DaysOf(NpgsqlDataReader row) =>
        row.GetFieldValue<DateOnly>(3) is var first && first == DateOnly.MinValue ? null : new SomeDays(first, row.GetFieldValue<DateOnly>(4));
}

/// <summary>Generated code that reads and writes a level.</summary>
[JsonSerializable(typeof(Level))]
internal sealed partial class LevelJson : JsonSerializerContext
{
    public static LevelJson Read { get; } = new(new JsonSerializerOptions(DomainJson.Options));
}
