using Dapper;
using LegalStatusApi.Database;
using Npgsql;

namespace LegalStatusApi.Dataset;

/// <summary>Recomputes the whole hash chain from the database and names the first record that does not fit, and what beside the record says otherwise.</summary>
public static class ChainCheck
{
    /// <param name="Revisions">How many revisions were recomputed.</param>
    /// <param name="Breaks">Each place where what is stored is not what was published; empty where the chain holds.</param>
    public sealed record Report(long Revisions, IReadOnlyList<string> Breaks);

    public static async Task<Report> RunAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var revisions = (await connection.QueryAsync<PublishedRevision>(
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
            breaks.AddRange(ChainProof.BreaksOf(revision, previousHash, rows, entries).Select(found => found.ToString()));
            previousHash = revision.Hash;
        }

        var missing = await connection.QueryAsync<long>(
            new CommandDefinition(Statement("FetchUnpublishedRevisions"), commandTimeout: Databases.PatientTimeout, cancellationToken: cancellation));
        breaks.AddRange(missing.Select(number => $"revision {number}: it is gone, but there are rows of it"));
        // Rows that were altered say so themselves; only of rows that hold is it told what was written out of them.
        if (breaks.Count == 0)
        {
            var documents = await connection.QueryAsync<string>(
                new CommandDefinition(Statement("FindFalseDocuments"), commandTimeout: Databases.PatientTimeout, cancellationToken: cancellation));
            breaks.AddRange(documents.Select(document => $"{document}: what is written out of it is not what its rows say"));
        }

        return new Report(revisions.Count, breaks);
    }

    private static string Statement(string name) => SqlFile.Beside(typeof(ChainCheck), name);
}
