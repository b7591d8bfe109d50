using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using LegalStatusApi.Database;
using Npgsql;

namespace LegalStatusApi.Dataset;

/// <summary>Who publishes, who reviewed it, and why. Without a reviewer the revision is shown as not reviewed.</summary>
public sealed record PublicationNote(string Author, string? Reviewer, string Reason);

/// <summary>What a publication says of a record that it changed on purpose.</summary>
/// <param name="Record">Key of the record.</param>
/// <param name="Kind">added, law_changed, corrected, reverified or withdrawn.</param>
/// <param name="Reason">Why.</param>
/// <param name="Corrects">With corrected: the revision that had said it otherwise.</param>
public sealed record RecordChange(string Record, string Kind, string Reason, long? Corrects);

/// <summary>The one way in which the record changes: a text becomes a revision that supersedes only what changed.</summary>
public static class Publication
{
    private const long Lock = 0x7075_626c_6973_68; // "publish": one publication at a time.

    // Fewer rows than these change no plan; what they add up to, the server's own autovacuum sees to.
    private const int Many = 200;

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
        await TakeTurnAsync(connection, cancellation);
        var outcome = await PublishAsync(connection, wanted, note, withdrawMissing, progress, cancellation);
        await transaction.CommitAsync(cancellation);
        return outcome;
    }

    /// <summary>The same within the caller's transaction, whose turn it must be; the caller commits.</summary>
    public static async Task<Outcome> PublishAsync(
        NpgsqlConnection connection,
        IReadOnlyList<Row> wanted,
        PublicationNote note,
        bool withdrawMissing,
        IProgress<string> progress,
        CancellationToken cancellation)
    {
        progress.Report("comparing with the current revision");
        var differences = Differences.Between(wanted, await CurrentAsync(connection, null, cancellation), withdrawMissing);
        if (!differences.Any || differences.Refusals.Count > 0)
        {
            var session = new Session(connection, cancellation);
            var next = await session.SingleAsync<NextRevision>(Statement("NextRevision"), null);
            return new Outcome(next.Number - 1, 0, 0, differences.Refusals);
        }

        progress.Report($"closing {differences.Closed.Count} and adding {differences.Added.Count} rows");
        var revision = await ApplyAsync(connection, differences, note, [], progress, cancellation);
        return new Outcome(revision, differences.Added.Count, differences.Closed.Count, []);
    }

    /// <summary>Waits until no other publication is under way; the turn ends with the transaction.</summary>
    public static Task TakeTurnAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        new Session(connection, cancellation).ExecuteAsync("select pg_advisory_xact_lock(@Lock)", new { Lock });

    /// <summary>What a revision (null: the current one) says, row by row.</summary>
    public static Task<IReadOnlyList<Differences.CurrentRow>> CurrentAsync(
        NpgsqlConnection connection, long? revision, CancellationToken cancellation) =>
        new Session(connection, cancellation).QueryAsync<Differences.CurrentRow>(Statement("FetchCurrentRows"), new { Revision = revision });

    /// <summary>Closes, adds and seals within the caller's transaction, whose turn it must be; the caller commits.</summary>
    /// <returns>The number of the new revision.</returns>
    public static async Task<long> ApplyAsync(
        NpgsqlConnection connection,
        Differences differences,
        PublicationNote note,
        IReadOnlyList<RecordChange> changes,
        IProgress<string>? progress,
        CancellationToken cancellation)
    {
        var number = await WriteAsync(connection, differences, note, changes, progress, cancellation);
        if (differences.Added.Count + differences.Closed.Count >= Many)
        {
            await new RevisionInMaking(connection, number, cancellation).RefreshStatisticsAsync();
        }

        return number;
    }

    /// <summary>The same, but the planner is not told: for a look at what is taken back at once.</summary>
    public static async Task<long> WriteAsync(
        NpgsqlConnection connection,
        Differences differences,
        PublicationNote note,
        IReadOnlyList<RecordChange> changes,
        IProgress<string>? progress,
        CancellationToken cancellation)
    {
        var session = new Session(connection, cancellation);
        var next = await session.SingleAsync<NextRevision>(Statement("NextRevision"), null);
        var revision = new RevisionInMaking(connection, next.Number, cancellation);
        await revision.CloseAsync(differences.Closed.Select(row => (row.Relation, row.Id)));
        await revision.AddAsync(RowsAsJson(differences.Added));
        progress?.Report("sealing the revision");
        await SealAsync(revision, next, note, changes);
        return next.Number;
    }

    private static async Task SealAsync(
        RevisionInMaking revision, NextRevision next, PublicationNote note, IReadOnlyList<RecordChange> changes)
    {
        var rows = await revision.RowsAsync();
        await revision.NoteAsync(Chain.Entries(rows, next.Number));
        var head = new RevisionHead(
            next.Number, next.RecordedAt, note.Author, note.Reviewer, note.Reason, RandomNumberGenerator.GetBytes(16),
            JsonSerializer.Serialize(changes, Row.Json));
        var contentHash = Chain.ContentHash(rows, next.Number);
        await revision.SealAsync(new PublishedRevision(
            head.Number, head.RecordedAt, head.Author, head.Reviewer, head.Reason, head.Salt, contentHash, next.PreviousHash,
            Chain.Hash(head, contentHash, next.PreviousHash), head.Changes));
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
