using System.Globalization;
using System.Text.Json;
using CsvHelper;
using LegalStatusApi.Dataset;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Exports;

/// <summary>A table of the record with its history as CSV, row by row.</summary>
public static class ExportTable
{
    public const string Path = "/v1/export.csv";

    /// <param name="Table">Which table; the classifications where absent.</param>
    /// <param name="Revision">The last revision in the export; the latest where absent.</param>
    public sealed record Request([FromQuery] string? Table, [FromQuery] string? Revision);

    // Readers of data packages take a byte order mark for a part of the first column's name.
    private static readonly CsvWriterOptions ForPrograms = new() { Injection = CsvInjection.Escape };

    // What stands before the members of a row.
    private sealed record Said(long RecordedIn, long? SupersededIn);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var name = check.Term("table", request.Table, ExportedTable.Names) ?? "classification";
        var asked = AskedRevision.Read(check, clock, request.Revision, null);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var table = ExportedTable.All.First(each => each.Name == name);
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"legal-status-{name}.csv\"";
        return await Snapshot.StreamAsync(http, database, asked, PathOf(name), $"-csv-{name.Replace('_', '-')}", Formats.Csv.ContentType,
            (found, connection) => WriteAsync(table, found, connection, http.Response.Body, cancellation));
    }

    public static string PathOf(string table) => $"{Path}?table={table}";

    private static async Task WriteAsync(
        ExportedTable table, Snapshot.Found found, NpgsqlConnection connection, Stream body, CancellationToken cancellation)
    {
        await using var rows = await Snapshot.ReadAsync(connection, "StreamTables", cancellation,
            new NpgsqlParameter("Revision", found.Number), new NpgsqlParameter("Relation", table.Name));
        await using var csv = CsvWriter.Create(body, ForPrograms, leaveOpen: true);
        csv.WriteHeader(["recordedIn", "supersededIn", .. table.Columns.Select(column => column.Name)]);
        while (await rows.ReadAsync(cancellation))
        {
            var json = rows.GetFieldValue<byte[]>(1);
            var said = JsonSerializer.Deserialize<Said>(json, Row.Json)!;
            var row = JsonSerializer.Deserialize(json, table.RowType, Row.Json)!;
            csv.WriteField(said.RecordedIn.ToString(CultureInfo.InvariantCulture));
            csv.WriteField(said.SupersededIn?.ToString(CultureInfo.InvariantCulture));
            foreach (var column in table.Columns)
            {
                csv.WriteField(column.TextOf(row));
            }

            await csv.EndRecordAsync(cancellation);
        }

        await csv.FlushAsync(cancellation);
    }
}
