using LegalStatusApi.Http;
using Microsoft.AspNetCore.Http.Timeouts;

namespace LegalStatusApi.Features.Exports;

/// <summary>The data set as a whole, to take away.</summary>
public static class ExportsEndpoints
{
    // Who takes everything away over a slow line is served, too.
    private static readonly RequestTimeoutPolicy Patience = new() { Timeout = TimeSpan.FromMinutes(10) };

    public static void MapExports(this IEndpointRouteBuilder app)
    {
        var exports = app.MapGroup("").WithTags("Exports");
        exports.MapGet(ExportHistory.Path, ExportHistory.Handle)
            .WithName("ExportHistory")
            .WithSummary("The whole record with its history, up to a revision")
            .WithDescription("One JSON object a line. The first says what the file is; then, oldest first, each revision with its hashes, and each row that "
                + "it added or closed. `legal-status verify FILE` proves its hash chain without a database, and `legal-status import --history FILE` "
                + "rebuilds an empty installation with the same revisions, ids and hashes.")
            .Produces<string>(contentType: ExportHistory.MediaType)
            .WithRequestTimeout(Patience);
        exports.MapGet(ExportTables.Path, ExportTables.Handle)
            .WithName("ExportTables")
            .WithSummary("The whole record with its history as one JSON document, table by table")
            .WithDescription("Every row that was ever said up to a revision, with the revision that first said it (recordedIn) and the one that said otherwise (supersededIn).")
            .Produces<ExportTables.Response>()
            .WithRequestTimeout(Patience);
        exports.MapGet(ExportTable.Path, ExportTable.Handle)
            .WithName("ExportTable")
            .WithSummary("A table of the record with its history, as CSV")
            .WithDescription("The classifications, or another table. /v1/datapackage.json describes them all. Streamed, in UTF-8; "
                + "a cell that a spreadsheet would run begins with an apostrophe. A row without supersededIn is what the record says now.")
            .Produces<string>(contentType: Formats.Csv.MediaType)
            .WithRequestTimeout(Patience);
        exports.MapGet(DescribeExport.Path, DescribeExport.Handle)
            .WithName("DescribeExport")
            .WithSummary("The tables of the export as a Frictionless data package")
            .WithDescription("Each table at one revision: its address, its columns with their types, its keys and what they refer to.")
            .Produces<DescribeExport.Response>();
    }
}
