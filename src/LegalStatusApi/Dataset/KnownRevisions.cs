using Dapper;
using LegalStatusApi.Database;
using Npgsql;

namespace LegalStatusApi.Dataset;

/// <summary>
/// What revisions say, kept for whoever edits: a revision never changes but by a redaction. The database is asked each time for the
/// revision's hash and for all that is redacted; only what was read under both is used again, so no redacted text comes back.
/// </summary>
public static class KnownRevisions
{
    private const int Most = 3;
    private static readonly Lock Gate = new();
    private static readonly LinkedList<(Version Version, IReadOnlyList<Differences.CurrentRow> Rows)> Kept = new();

    /// <summary>What a revision (null: the current one) says, row by row; nothing where nothing is published.</summary>
    public static async Task<IReadOnlyList<Differences.CurrentRow>> RowsAsync(
        NpgsqlConnection connection, long? revision, CancellationToken cancellation)
    {
        var version = await connection.QuerySingleOrDefaultAsync<Version>(new CommandDefinition(
            SqlFile.Beside(typeof(KnownRevisions), "FindRevisionRead"), new { Revision = revision }, cancellationToken: cancellation));
        if (version is null)
        {
            return [];
        }

        if (Find(version) is { } known)
        {
            return known;
        }

        // Read after its version was: a redaction in between is in the rows, under a version that is not asked for again.
        return Keep(version, await Publication.CurrentAsync(connection, version.Number, cancellation));
    }

    private static IReadOnlyList<Differences.CurrentRow>? Find(Version version)
    {
        lock (Gate)
        {
            for (var kept = Kept.First; kept is not null; kept = kept.Next)
            {
                if (kept.Value.Version == version)
                {
                    Kept.Remove(kept);
                    Kept.AddFirst(kept);
                    return kept.Value.Rows;
                }
            }

            return null;
        }
    }

    // What the last revision said in the same words is the same row: what was made of it need not be made again.
    private static List<Differences.CurrentRow> Keep(Version version, IReadOnlyList<Differences.CurrentRow> read)
    {
        lock (Gate)
        {
            var last = (Kept.First?.Value.Rows ?? []).ToDictionary(row => (row.Relation, row.Id));
            List<Differences.CurrentRow> rows =
                [.. read.Select(row => last.TryGetValue((row.Relation, row.Id), out var same) && same.Content == row.Content ? same : row)];
            Kept.AddFirst((version, rows));
            while (Kept.Count > Most || (Kept.Count > 1 && IsOutdated(Kept.Last!.Value.Version, version)))
            {
                Kept.RemoveLast();
            }

            return rows;
        }
    }

    // The same revision before a redaction is asked for no more.
    private static bool IsOutdated(Version kept, Version now) => kept.Hash == now.Hash && kept != now;

    private sealed record Version(long Number, string Hash, string? Redactions);
}
