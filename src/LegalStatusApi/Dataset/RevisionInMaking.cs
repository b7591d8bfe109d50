using Dapper;
using LegalStatusApi.Database;
using Npgsql;

namespace LegalStatusApi.Dataset;

/// <summary>
/// A revision that is being written, in the caller's transaction and turn: close, add, note, and seal it last. Publishing
/// and rebuilding a history write in this one way.
/// </summary>
internal sealed class RevisionInMaking(NpgsqlConnection connection, long number, CancellationToken cancellation)
{
    public Task CloseAsync(IEnumerable<(string Relation, string Id)> rows)
    {
        var gone = rows.ToList();
        return ExecuteAsync("CloseRows", new
        {
            Revision = number, Relations = gone.Select(row => row.Relation).ToArray(), Ids = gone.Select(row => row.Id).ToArray(),
        });
    }

    /// <param name="rows">JSON: a list of relation, fields and, where they are known already, salt (in hexadecimal) and redacted.</param>
    public Task AddAsync(string rows) => ExecuteAsync("InsertRows", new { Revision = number, Rows = rows });

    /// <summary>Its rows as the database has them now.</summary>
    public async Task<IReadOnlyList<RecordedRow>> RowsAsync() =>
        [.. await connection.QueryAsync<RecordedRow>(Command("FetchRecordedRows", new { Revision = number }))];

    public Task NoteAsync(IReadOnlyCollection<RevisionEntry> entries) => ExecuteAsync("InsertRevisionEntries", new
    {
        Revision = number,
        Actions = entries.Select(entry => entry.Action).ToArray(),
        Relations = entries.Select(entry => entry.Relation).ToArray(),
        Ids = entries.Select(entry => entry.Id).ToArray(),
        Hashes = entries.Select(entry => entry.Hash).ToArray(),
    });

    public Task SealAsync(PublishedRevision revision) => ExecuteAsync("InsertRevision", new
    {
        revision.Number,
        revision.RecordedAt,
        revision.Author,
        revision.Reviewer,
        revision.Reason,
        revision.Salt,
        revision.Changes,
        revision.ContentHash,
        revision.PreviousHash,
        revision.Hash,
        revision.Redacted,
    });

    /// <summary>Lets the planner know of what was written, before the next answer is planned.</summary>
    public Task RefreshStatisticsAsync() => ExecuteAsync("RefreshStatistics", new { });

    private Task ExecuteAsync(string statement, object parameters) => connection.ExecuteAsync(Command(statement, parameters));

    private CommandDefinition Command(string statement, object parameters) =>
        new(SqlFile.Beside(typeof(RevisionInMaking), statement), parameters, commandTimeout: Databases.PatientTimeout, cancellationToken: cancellation);
}
