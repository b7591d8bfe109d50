using System.Text.Json.Nodes;
using Dapper;
using LegalStatusApi.Database;
using Npgsql;

namespace LegalStatusApi.Dataset.Histories;

/// <summary>Rebuilds an installation from a history: the same revisions, ids, hashes, times and bytes, or nothing.</summary>
public static class HistoryImport
{
    /// <exception cref="HistoryException">A line does not fit, or the database refuses what it says. Nothing was imported.</exception>
    /// <exception cref="RecordExistsException">There are revisions already.</exception>
    public static async Task<HistoryHeader> RunAsync(
        NpgsqlDataSource database, Stream file, IProgress<string> progress, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Publication.TakeTurnAsync(connection, cancellation);
        if (await CurrentAsync(connection, cancellation) is { } current)
        {
            throw new RecordExistsException(current);
        }

        byte[]? previousHash = null;
        var header = await History.ReadAsync(file, async revision =>
        {
            progress.Report($"revision {revision.Published.Number}, {revision.Rows.Count} rows");
            try
            {
                await WriteAsync(connection, revision, previousHash, cancellation);
            }
            catch (PostgresException refused) when (refused.SqlState[..2] is "22" or "23" or "42")
            {
                throw new HistoryException(revision.Line,
                    $"The database refuses revision {revision.Published.Number} ({refused.ConstraintName ?? refused.SqlState}): {refused.MessageText}");
            }

            previousHash = revision.Published.Hash;
        }, cancellation);
        await new RevisionInMaking(connection, header.Revision, cancellation).RefreshStatisticsAsync();
        await transaction.CommitAsync(cancellation);
        return header;
    }

    private static async Task WriteAsync(
        NpgsqlConnection connection, HistoryRevision revision, byte[]? previousHash, CancellationToken cancellation)
    {
        var writing = new RevisionInMaking(connection, revision.Published.Number, cancellation);
        await writing.CloseAsync(revision.Rows.Where(row => row.Entry.Action == Chain.Closed).Select(row => (row.Entry.Relation, row.Entry.Id)));
        await writing.AddAsync(RowsAsJson(revision.Rows.Where(row => row.Entry.Action == Chain.Added).Select(row => row.Row)));

        // What the database made of the file must be the file: a default, a cast or a relation it does not know would show here.
        var breaks = ChainProof.BreaksOf(revision.Published, previousHash, [.. await writing.RowsAsync()], revision.Entries).ToList();
        if (breaks.Count > 0)
        {
            throw revision.Refuse(breaks);
        }

        await writing.NoteAsync([.. revision.Entries]);
        await writing.SealAsync(revision.Published);
        // Each revision must be whole in itself, so what is checked at the end otherwise is checked now.
        await connection.ExecuteAsync(Command("CheckConstraintsNow", cancellation));
        await connection.ExecuteAsync(Command("CheckConstraintsLater", cancellation));
    }

    private static string RowsAsJson(IEnumerable<RecordedRow> rows) => new JsonArray([.. rows.Select(row => (JsonNode)new JsonObject
    {
        ["relation"] = row.Relation,
        ["salt"] = Convert.ToHexStringLower(row.Salt),
        ["redacted"] = row.Redacted is null ? null : JsonNode.Parse(row.Redacted),
        ["fields"] = Together(row),
    })]).ToJsonString(Row.Json);

    // Numbers keep their digits as they stand: 1.50 stays 1.50.
    private static JsonObject Together(RecordedRow row)
    {
        var fields = JsonNode.Parse(row.Fields)!.AsObject();
        foreach (var (name, text) in JsonNode.Parse(row.Texts)!.AsObject())
        {
            fields[name] = text?.DeepClone();
        }

        return fields;
    }

    private static Task<long?> CurrentAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.ExecuteScalarAsync<long?>(Command("FindLastRevision", cancellation));

    private static CommandDefinition Command(string statement, CancellationToken cancellation) =>
        new(SqlFile.Beside(typeof(HistoryImport), statement), commandTimeout: Databases.PatientTimeout, cancellationToken: cancellation);
}

/// <summary>A history is imported only where there is no record.</summary>
public sealed class RecordExistsException(long revision)
    : Exception($"There is a record already, at revision {revision}: a history is imported only where there is none.");
