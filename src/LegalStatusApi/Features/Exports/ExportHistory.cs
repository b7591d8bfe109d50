using System.Data;
using System.IO.Pipelines;
using System.Text.Json;
using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Dataset;
using LegalStatusApi.Dataset.Histories;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Exports;

/// <summary>The whole record with its history, as lines that a program reads one by one and that prove themselves.</summary>
public static class ExportHistory
{
    public const string Path = "/v1/export.ndjson";
    public const string MediaType = "application/x-ndjson";

    // As much as is held back before it is sent on: the record never stands in memory as a whole.
    private const int Chunk = 64 * 1024;

    /// <param name="Revision">The last revision in the export; the latest where absent.</param>
    public sealed record Request([FromQuery] string? Revision);

    private sealed record Found(long Number, DateTime RecordedAt, byte[] Hash, long Redactions)
    {
        // A revision never changes but by a redaction, and a text that is redacted never comes back.
        public string Tag => $"{Convert.ToHexStringLower(Hash.AsSpan(0, 16))}{(Redactions > 0 ? $"-{Redactions}" : "")}";
    }

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var asked = AskedRevision.Read(check, clock, request.Revision, null);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        // One snapshot for all of it: what is published meanwhile does not tear it.
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var found = await connection.QuerySingleOrDefaultAsync<Found>(new CommandDefinition(
            SqlFile.Beside(typeof(ExportHistory), "FindExportedRevision"), new { Revision = asked.Number }, cancellationToken: cancellation));
        if (found is null)
        {
            return asked.NoSuchRevision().Result();
        }

        var at = new Domain.Revision(found.Number, new DateTimeOffset(found.RecordedAt, TimeSpan.Zero));
        if (!Answer.IsKnown(http, found.Tag, asked.FreshnessOf(at, Path)))
        {
            http.Response.ContentType = MediaType;
            await WriteAsync(found, connection, http.Response.BodyWriter, cancellation);
        }

        return Results.Empty;
    }

    private static async Task WriteAsync(Found found, NpgsqlConnection connection, PipeWriter body, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SqlFile.Beside(typeof(ExportHistory), "StreamHistory"), connection)
        {
            CommandTimeout = Databases.PatientTimeout,
            Parameters = { new NpgsqlParameter("Revision", found.Number) },
        };
        await using var lines = await command.ExecuteReaderAsync(cancellation);
        // Until here a fault is answered as one; from the first line on, a fault breaks the answer off.
        WriteLine(body, JsonSerializer.SerializeToUtf8Bytes(HistoryHeader.Of(found.Number, found.Hash, found.Redactions), Row.Json));
        await body.FlushAsync(cancellation);
        while (await lines.ReadAsync(cancellation))
        {
            WriteLine(body, lines.GetFieldValue<byte[]>(0));
            if (body.UnflushedBytes >= Chunk)
            {
                await body.FlushAsync(cancellation);
            }
        }

        await body.FlushAsync(cancellation);
    }

    private static void WriteLine(PipeWriter body, ReadOnlySpan<byte> line)
    {
        var place = body.GetSpan(line.Length + 1);
        line.CopyTo(place);
        place[line.Length] = (byte)'\n';
        body.Advance(line.Length + 1);
    }
}
