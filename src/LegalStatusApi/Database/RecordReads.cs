using System.Text.Json;
using Dapper;
using LegalStatusApi.Domain;
using Npgsql;

namespace LegalStatusApi.Database;

/// <summary>What was read, and the revision that says so.</summary>
public sealed record ReadAt<T>(Revision Revision, T Said);

/// <summary>Reads of the record at one revision.</summary>
public static class RecordReads
{
    /// <summary>
    /// Finds the revision, and on the same connection reads what it says. Rows of a revision never change, so the two
    /// statements cannot disagree. Null where there is no such revision.
    /// </summary>
    public static Task<ReadAt<T>?> ReadAtAsync<T>(
        this NpgsqlDataSource database,
        long? revision,
        DateTimeOffset? asOf,
        Func<NpgsqlConnection, Revision, Task<T>> read,
        CancellationToken cancellation) =>
        database.ReadAsync(async connection =>
        {
            var asked = new { Revision = revision, AsOf = asOf?.UtcDateTime };
            var found = await connection.QuerySingleOrDefaultAsync<Found>(new CommandDefinition(
                SqlFile.Beside(typeof(RecordReads), "FindRevision"), asked, cancellationToken: cancellation));
            if (found is null)
            {
                return null;
            }

            var at = new Revision(found.Number, new DateTimeOffset(found.RecordedAt, TimeSpan.Zero));
            return new ReadAt<T>(at, await read(connection, at));
        }, cancellation);

    /// <summary>Reads what a revision says that was found a moment ago, in one round trip.</summary>
    public static Task<ReadAt<T>> ReadAtAsync<T>(
        this NpgsqlDataSource database, Revision known, Func<NpgsqlConnection, Revision, Task<T>> read, CancellationToken cancellation) =>
        database.ReadAsync(async connection => new ReadAt<T>(known, await read(connection, known)), cancellation);

    /// <summary>Rows whose only column is the JSON of a <typeparamref name="T"/>.</summary>
    public static async Task<IReadOnlyList<T>> QueryJsonAsync<T>(
        this NpgsqlConnection connection, string sql, object parameters, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync<string>(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
        return [.. rows.Select(row => JsonSerializer.Deserialize<T>(row, DomainJson.Options)!)];
    }

    private sealed record Found(long Number, DateTime RecordedAt);
}
