using System.Text.Json;
using System.Text.Json.Serialization;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Npgsql;
using NpgsqlTypes;

namespace LegalStatusApi.Features.Statuses;

/// <summary>
/// Levels of law as they were written out with the revision that made them: one row for each, where <see cref="FetchLevels"/> reads dozens.
/// What has no document is read row by row.
/// </summary>
internal static class LevelDocuments
{
    // Where the document of all days begins: before every day that can be asked for, and no day that the driver may take for an infinite one.
    private static readonly DateOnly EveryDay = new(1, 1, 2);
    private static readonly string KeepOnePlan = SqlFile.Beside(typeof(LevelDocuments), nameof(KeepOnePlan));
    private static readonly string Statement = SqlFile.Numbered(
        SqlFile.Beside(typeof(LevelDocuments), "FindLevelDocuments"), "Jurisdictions", "Substances", "Days", "Revision", "AsOf", "Known");

    /// <summary>The stacks of some pairs at one revision: one round trip, and another for what is not written out.</summary>
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

        var found = new FetchStacks.Found?[pairs.Count];
        for (var wanted = levels.Keys.Where(each => levels[each] is null).ToList(); wanted.Count > 0;)
        {
            var kept = levels.Where(each => each.Value is not null).Select(each => each.Key.Jurisdiction).Distinct(StringComparer.Ordinal);
            foreach (var (pair, level) in await ReadAsync(connection, wanted, kept, asked, cancellation))
            {
                levels[pair] = level;
                // All of the same revision, should another be published in between.
                asked = new AskedRevision(level.Revision.Number, null);
                take(pair, level);
            }

            wanted = [];
            for (var at = 0; at < pairs.Count; at++)
            {
                found[at] ??= await Level.WalkUpAsync(pairs[at], pair => ValueTask.FromResult(Find(pair))) is { } stack ? FetchStacks.FoundAs(Level.StackOf(stack)) : null;
            }

            // What lies above it neither its code tells nor its own link.
            Level? Find(Pair pair)
            {
                if (!levels.TryGetValue(pair, out var level) && (level = known(pair)) is null)
                {
                    levels.Add(pair, null);
                    wanted.Add(pair);
                }

                return level;
            }
        }

        var missing = pairs.Where((_, at) => found[at] is null).Select(pair => (pair.Jurisdiction, pair.Substance)).ToList();
        if (missing.Count == 0)
        {
            return found!;
        }

        var rest = new Queue<FetchStacks.Found>(await FetchStacks.FindAsync(connection, missing, asked, cancellation));
        return rest.Count == 0 ? [] : [.. found.Select(each => each ?? rest.Dequeue())];
    }

    private static async Task<IReadOnlyList<(Pair Pair, Level Level)>> ReadAsync(
        NpgsqlConnection connection, IReadOnlyList<Pair> pairs, IEnumerable<string> known, AskedRevision asked, CancellationToken cancellation)
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
                        new NpgsqlParameter<DateOnly[]> { TypedValue = [.. pairs.Select(pair => pair.On ?? EveryDay)] },
                        new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bigint, Value = asked.Number ?? (object)DBNull.Value },
                        new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = asked.AsOf?.UtcDateTime ?? (object)DBNull.Value },
                        new NpgsqlParameter<string[]> { TypedValue = [.. known] },
                    },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var read = new List<(Pair, Level)>(pairs.Count);
        while (await reader.ReadAsync(cancellation))
        {
            var pair = new Pair(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2) is var day && day == EveryDay ? null : day);
            var level = JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(7), LevelJson.Read.Level)!;
            read.Add((pair, level with { Revision = new Revision(reader.GetInt64(3), new DateTimeOffset(reader.GetDateTime(4), TimeSpan.Zero)), Days = DaysOf(reader) }));
        }

        return read;
    }

    private static SomeDays? DaysOf(NpgsqlDataReader row) =>
        row.GetFieldValue<DateOnly>(5) is var first && first == EveryDay ? null : new SomeDays(first, row.GetFieldValue<DateOnly>(6));
}

/// <summary>Generated code that reads and writes a level.</summary>
[JsonSerializable(typeof(Level))]
internal sealed partial class LevelJson : JsonSerializerContext
{
    public static LevelJson Read { get; } = new(new JsonSerializerOptions(DomainJson.Options));
}
