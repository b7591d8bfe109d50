using System.IO.Pipelines;
using System.Text.Json;
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

    /// <param name="Revision">The last revision in the export; the latest where absent.</param>
    public sealed record Request([FromQuery] string? Revision);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var asked = AskedRevision.Read(check, clock, request.Revision, null);
        return check.Failed
            ? check.Problem().Result()
            : await Snapshot.StreamAsync(http, database, asked, Path, "", MediaType, (found, connection) =>
                WriteAsync(found, connection, http.Response.BodyWriter, cancellation));
    }

    private static async Task WriteAsync(Snapshot.Found found, NpgsqlConnection connection, PipeWriter body, CancellationToken cancellation)
    {
        await using var lines = await Snapshot.ReadAsync(connection, "StreamHistory", cancellation, new NpgsqlParameter("Revision", found.Number));
        // Until here a fault is answered as one; from the first line on, a fault breaks the answer off.
        WriteLine(body, JsonSerializer.SerializeToUtf8Bytes(HistoryHeader.Of(found.Number, found.Hash, found.Redactions), Row.Json));
        await body.FlushAsync(cancellation);
        while (await lines.ReadAsync(cancellation))
        {
            WriteLine(body, lines.GetFieldValue<byte[]>(0));
            if (body.UnflushedBytes >= Snapshot.Chunk)
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
