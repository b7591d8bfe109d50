using System.Text;
using System.Text.Json;
using LegalStatusApi.Dataset;
using LegalStatusApi.Dataset.Histories;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Exports;

/// <summary>The whole record with its history as one JSON document, table by table.</summary>
public static class ExportTables
{
    public const string Path = "/v1/export.json";

    /// <param name="Revision">The last revision in the export; the latest where absent.</param>
    public sealed record Request([FromQuery] string? Revision);

    /// <summary>The whole record with its history.</summary>
    /// <param name="About">What the file is, up to which revision, under which licence.</param>
    /// <param name="Tables">Each table with its rows; each row says which revision first said it and, if one did, which said otherwise.</param>
    public sealed record Response(HistoryHeader About, IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> Tables);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var asked = AskedRevision.Read(check, clock, request.Revision, null);
        return check.Failed
            ? check.Problem().Result()
            : await Snapshot.StreamAsync(http, database, asked, Path, "-json", Formats.Json.ContentType, (found, connection) =>
                WriteAsync(found, connection, http.Response.Body, cancellation));
    }

    private static async Task WriteAsync(Snapshot.Found found, NpgsqlConnection connection, Stream body, CancellationToken cancellation)
    {
        await using var rows = await Snapshot.ReadAsync(connection, "StreamTables", cancellation,
            new NpgsqlParameter("Revision", found.Number), new NpgsqlParameter("Relation", NpgsqlTypes.NpgsqlDbType.Text) { Value = DBNull.Value });
        await using var buffer = new BufferedStream(body, Snapshot.Chunk);
        await buffer.WriteAsync("{\"about\":"u8.ToArray(), cancellation);
        await buffer.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(HistoryHeader.Of(found.Number, found.Hash, found.Redactions), Row.Json), cancellation);
        await buffer.WriteAsync(",\"tables\":{"u8.ToArray(), cancellation);
        string? table = null;
        while (await rows.ReadAsync(cancellation))
        {
            var of = rows.GetString(0);
            await buffer.WriteAsync(Encoding.UTF8.GetBytes(of == table ? ",\n" : $"{(table is null ? "" : "\n],")}\n\"{of}\":[\n"), cancellation);
            await buffer.WriteAsync(rows.GetFieldValue<byte[]>(1), cancellation);
            table = of;
        }

        await buffer.WriteAsync(Encoding.UTF8.GetBytes(table is null ? "}}\n" : "\n]}}\n"), cancellation);
        await buffer.FlushAsync(cancellation);
    }
}
