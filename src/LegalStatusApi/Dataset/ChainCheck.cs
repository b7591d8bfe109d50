using Dapper;
using LegalStatusApi.Database;
using Npgsql;

namespace LegalStatusApi.Dataset;

/// <summary>Recomputes the whole hash chain from the database and names the first record that does not fit.</summary>
public static class ChainCheck
{
    /// <param name="Revisions">How many revisions were recomputed.</param>
    /// <param name="Breaks">Each place where what is stored is not what was published; empty where the chain holds.</param>
    public sealed record Report(long Revisions, IReadOnlyList<string> Breaks);

    public static async Task<Report> RunAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var revisions = (await connection.QueryAsync<StoredRevision>(
            new CommandDefinition(Statement("FetchRevisionHeads"), commandTimeout: Databases.PatientTimeout, cancellationToken: cancellation))).ToList();
        var breaks = new List<string>();
        byte[]? previousHash = null;
        foreach (var revision in revisions)
        {
            var parameters = new { Revision = revision.Number };
            var rows = (await connection.QueryAsync<RecordedRow>(
                new CommandDefinition(Statement("FetchRecordedRows"), parameters, commandTimeout: Databases.PatientTimeout, cancellationToken: cancellation))).ToList();
            var entries = await connection.QueryAsync<RevisionEntry>(
                new CommandDefinition(Statement("FetchRevisionEntries"), parameters, commandTimeout: Databases.PatientTimeout, cancellationToken: cancellation));
            breaks.AddRange(Compare(revision, previousHash, rows, entries));
            previousHash = revision.Hash;
        }

        var missing = await connection.QueryAsync<long>(
            new CommandDefinition(Statement("FetchUnpublishedRevisions"), commandTimeout: Databases.PatientTimeout, cancellationToken: cancellation));
        breaks.AddRange(missing.Select(number => $"revision {number}: it is gone, but there are rows of it"));
        return new Report(revisions.Count, breaks);
    }

    private static IEnumerable<string> Compare(
        StoredRevision revision, byte[]? previousHash, List<RecordedRow> rows, IEnumerable<RevisionEntry> entries)
    {
        var stored = entries.ToDictionary(entry => (entry.Action, entry.Relation, entry.Id), entry => entry.Hash);
        foreach (var entry in Chain.Entries(rows, revision.Number))
        {
            if (!stored.Remove((entry.Action, entry.Relation, entry.Id), out var hash))
            {
                yield return $"revision {revision.Number}: {entry.Relation} {entry.Id} was {entry.Action} without being published";
            }
            else if (!hash.AsSpan().SequenceEqual(entry.Hash))
            {
                yield return $"revision {revision.Number}: {entry.Relation} {entry.Id} is not what was published";
            }
        }

        foreach (var (action, relation, id) in stored.Keys)
        {
            yield return $"revision {revision.Number}: {relation} {id}, published as {action}, is gone";
        }

        var contentHash = Chain.ContentHash(rows, revision.Number);
        if (!contentHash.AsSpan().SequenceEqual(revision.ContentHash))
        {
            yield return $"revision {revision.Number}: its rows do not give its content hash";
        }

        if (!(revision.PreviousHash ?? []).AsSpan().SequenceEqual(previousHash ?? []))
        {
            yield return $"revision {revision.Number}: it does not follow the hash of its predecessor";
        }

        if (!Chain.Hash(revision.Head, revision.ContentHash, revision.PreviousHash).AsSpan().SequenceEqual(revision.Hash))
        {
            yield return $"revision {revision.Number}: its author, reviewer, reason, time or hash is not what was published";
        }
    }

    private static string Statement(string name) => SqlFile.Beside(typeof(ChainCheck), name);

    private sealed record StoredRevision(
        long Number, DateTime RecordedAt, string Author, string? Reviewer, string Reason, byte[] Salt, byte[] ContentHash,
        byte[]? PreviousHash, byte[] Hash)
    {
        public RevisionHead Head => new(Number, RecordedAt, Author, Reviewer, Reason, Salt);
    }
}
