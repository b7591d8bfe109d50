using Microsoft.AspNetCore.Http.Timeouts;

namespace LegalStatusApi.Features.Exports;

/// <summary>The data set as a whole, to take away.</summary>
public static class ExportsEndpoints
{
    // Who takes everything away over a slow line is served, too.
    private static readonly RequestTimeoutPolicy Patience = new() { Timeout = TimeSpan.FromMinutes(10) };

    public static void MapExports(this IEndpointRouteBuilder app) =>
        app.MapGet(ExportHistory.Path, ExportHistory.Handle)
            .WithTags("Exports")
            .WithName("ExportHistory")
            .WithSummary("The whole record with its history, up to a revision")
            .WithDescription("One JSON object a line. The first says what the file is; then, oldest first, each revision with its hashes, and each row that "
                + "it added or closed. `legal-status verify FILE` proves its hash chain without a database, and `legal-status import --history FILE` "
                + "rebuilds an empty installation with the same revisions, ids and hashes.")
            .Produces<string>(contentType: ExportHistory.MediaType)
            .WithRequestTimeout(Patience);
}
