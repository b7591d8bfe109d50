using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using LegalStatusApi.Database;
using Npgsql;

namespace LegalStatusApi.Dataset;

/// <summary>Who publishes, who reviewed it, and why. Without a reviewer the revision is shown as not reviewed.</summary>
public sealed record PublicationNote(string Author, string? Reviewer, string Reason);

/// <summary>The one way in which the record changes: a text becomes a revision that supersedes only what changed.</summary>
public static class Publication
{
    private const long Lock = 0x7075_626c_6973_68; // "publish": one publication at a time.

    /// <param name="Revision">The new revision, or the current one where nothing changed.</param>
    public sealed record Outcome(long Revision, int Added, int Closed, IReadOnlyList<string> Refusals)
    {
        public bool Changed => Added + Closed > 0 && Refusals.Count == 0;
    }

    public static async Task<Outcome> PublishAsync(
        NpgsqlDataSource database,
        IReadOnlyList<Row> wanted,
        PublicationNote note,
        bool withdrawMissing,
        IProgress<string> progress,
        CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var session = new Session(connection, cancellation);
        await session.ExecuteAsync("select pg_advisory_xact_lock(@Lock)", new { Lock });

        progress.Report("comparing with the current revision");
        var current = await session.QueryAsync<Differences.CurrentRow>(Statement("FetchCurrentRows"), new { Revision = (long?)null });
        var differences = Differences.Between(wanted, current, withdrawMissing);
        var next = await session.SingleAsync<NextRevision>(Statement("NextRevision"), null);
        if (!differences.Any || differences.Refusals.Count > 0)
        {
            return new Outcome(next.Number - 1, 0, 0, differences.Refusals);
        }

        progress.Report($"closing {differences.Closed.Count} and adding {differences.Added.Count} rows");
        await session.ExecuteAsync(Statement("CloseRows"), new
        {
            Revision = next.Number,
            Relations = differences.Closed.Select(row => row.Relation).ToArray(),
            Ids = differences.Closed.Select(row => row.Id).ToArray(),
        });
        await session.ExecuteAsync(Statement("InsertRows"), new { Revision = next.Number, Rows = RowsAsJson(differences.Added) });

        progress.Report("sealing the revision");
        await SealAsync(session, next, note);
        await session.ExecuteAsync(Statement("RefreshStatistics"), null);
        await transaction.CommitAsync(cancellation);
        return new Outcome(next.Number, differences.Added.Count, differences.Closed.Count, []);
    }

    private static async Task SealAsync(Session session, NextRevision next, PublicationNote note)
    {
        var rows = await session.QueryAsync<RecordedRow>(Statement("FetchRecordedRows"), new { Revision = next.Number });
        var entries = Chain.Entries(rows, next.Number);
        await session.ExecuteAsync(Statement("InsertRevisionEntries"), new
        {
            Revision = next.Number,
            Actions = entries.Select(entry => entry.Action).ToArray(),
            Relations = entries.Select(entry => entry.Relation).ToArray(),
            Ids = entries.Select(entry => entry.Id).ToArray(),
            Hashes = entries.Select(entry => entry.Hash).ToArray(),
        });

        var head = new RevisionHead(
            next.Number, next.RecordedAt, note.Author, note.Reviewer, note.Reason, RandomNumberGenerator.GetBytes(16));
        var contentHash = Chain.ContentHash(rows, next.Number);
        await session.ExecuteAsync(Statement("InsertRevision"), new
        {
            head.Number,
            head.RecordedAt,
            head.Author,
            head.Reviewer,
            head.Reason,
            head.Salt,
            ContentHash = contentHash,
            next.PreviousHash,
            Hash = Chain.Hash(head, contentHash, next.PreviousHash),
        });
    }

    private static string RowsAsJson(IEnumerable<Row> rows) => new JsonArray([.. rows.Select(row => (JsonNode)new JsonObject
    {
        ["relation"] = row.Relation,
        ["fields"] = JsonSerializer.SerializeToNode(row, row.GetType(), Row.Json),
    })]).ToJsonString(Row.Json);

    private static string Statement(string name) => SqlFile.Beside(typeof(Publication), name);

    private sealed record NextRevision(long Number, DateTime RecordedAt, byte[]? PreviousHash);

    private sealed record Session(NpgsqlConnection Connection, CancellationToken Cancellation)
    {
        public Task<int> ExecuteAsync(string sql, object? parameters) => Connection.ExecuteAsync(Command(sql, parameters));

        public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters) =>
            [.. await Connection.QueryAsync<T>(Command(sql, parameters))];

        public Task<T> SingleAsync<T>(string sql, object? parameters) => Connection.QuerySingleAsync<T>(Command(sql, parameters));

        private CommandDefinition Command(string sql, object? parameters) => new(sql, parameters, cancellationToken: Cancellation);
    }
}
