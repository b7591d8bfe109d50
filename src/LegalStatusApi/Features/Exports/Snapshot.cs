using System.Data;
using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Exports;

/// <summary>One revision, read in one snapshot as a stream: what is published meanwhile does not tear it.</summary>
public static class Snapshot
{
    /// <summary>As much as is held back before it is sent on: the record never stands in memory as a whole.</summary>
    public const int Chunk = 64 * 1024;

    /// <param name="Number">The last revision in the export.</param>
    /// <param name="RecordedAt">When it was published.</param>
    /// <param name="Hash">Its hash.</param>
    /// <param name="Redactions">How many texts up to it are redacted.</param>
    public sealed record Found(long Number, DateTime RecordedAt, byte[] Hash, long Redactions)
    {
        // A revision never changes but by a redaction, and a text that is redacted never comes back.
        public string Tag => $"{Convert.ToHexStringLower(Hash.AsSpan(0, 16))}{(Redactions > 0 ? $"-{Redactions}" : "")}";
    }

    /// <param name="path">The question without its revision.</param>
    /// <param name="form">What tells this form of the export from the others, in its tag.</param>
    /// <param name="contentType">Of the answer.</param>
    /// <param name="writeAsync">Writes it.</param>
    public static async Task<IResult> StreamAsync(
        HttpContext http, NpgsqlDataSource database, AskedRevision asked, string path, string form, string contentType,
        Func<Found, NpgsqlConnection, Task> writeAsync)
    {
        using var turn = ExportTurns.TryTake(database);
        if (turn is null)
        {
            http.Response.Headers.RetryAfter = "5";
            return Problems.TooManyRequests.With("As many exports as may be written at the same time are at work. Try again.").Result();
        }

        var cancellation = http.RequestAborted;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var found = await connection.QuerySingleOrDefaultAsync<Found>(new CommandDefinition(
            SqlFile.Beside(typeof(Snapshot), "FindExportedRevision"), new { Revision = asked.Number }, cancellationToken: cancellation));
        if (found is null)
        {
            return asked.NoSuchRevision().Result();
        }

        var at = new Domain.Revision(found.Number, new DateTimeOffset(found.RecordedAt, TimeSpan.Zero));
        if (!Answer.IsKnown(http, $"\"{found.Tag}{form}\"", asked.FreshnessOf(at, path)))
        {
            http.Response.ContentType = contentType;
            await writeAsync(found, connection);
        }

        return Results.Empty;
    }

    /// <summary>The rows of a statement that gives one text a row.</summary>
    public static async Task<NpgsqlDataReader> ReadAsync(
        NpgsqlConnection connection, string statement, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(SqlFile.Beside(typeof(Snapshot), statement), connection) { CommandTimeout = Databases.PatientTimeout };
        command.Parameters.AddRange(parameters);
        return await command.ExecuteReaderAsync(cancellation);
    }
}
