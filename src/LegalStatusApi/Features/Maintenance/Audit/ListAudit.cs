using System.Text.Json;
using LegalStatusApi.Database;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Audit;

/// <summary>The audit log, newest first.</summary>
public static class ListAudit
{
    // The log has no revisions, and a cursor names one.
    private const long NoRevision = 1;

    /// <param name="Subject">Only what was done to this, and what of it was refused: the id of a change set, an item, a key.</param>
    /// <param name="Maintainer">Only what this maintainer did: id or name.</param>
    /// <param name="Limit">How many at most.</param>
    /// <param name="Cursor">Where the part before ended: follow <c>next</c>.</param>
    public sealed record Request(
        [FromQuery] string? Subject, [FromQuery] string? Maintainer, [FromQuery] string? Limit, [FromQuery] string? Cursor);

    /// <summary>A part of the audit log.</summary>
    /// <param name="Items">Newest first.</param>
    /// <param name="Next">Address of the part that follows; absent in the last part.</param>
    public sealed record Response(IReadOnlyList<AuditItem> Items, string? Next);

    /// <summary>One thing that was done, or tried.</summary>
    /// <param name="Number">Its place in the log.</param>
    /// <param name="At">When.</param>
    /// <param name="Maintainer">Id of who did it; absent: done on the command line.</param>
    /// <param name="Name">Their name.</param>
    /// <param name="Key">Id of the key that was used.</param>
    /// <param name="Action">What was done, or that it was refused and with which status.</param>
    /// <param name="Subject">To what.</param>
    /// <param name="Before">As it was before.</param>
    /// <param name="After">As it was after; of a refusal, why.</param>
    public sealed record AuditItem(
        long Number, DateTimeOffset At, string? Maintainer, string? Name, string? Key, string Action, string Subject, JsonElement? Before, JsonElement? After);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, TimeProvider clock,
        CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var paging = Paging.Read(check, http, clock, request.Limit, request.Cursor, null, null);
        var before = paging.AfterNumber(check);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var found = await writer.ReadAsync(connection => connection.QueryJsonAsync<AuditItem>(
            SqlFile.Beside(typeof(ListAudit), nameof(ListAudit)),
            new { request.Subject, request.Maintainer, Before = before, Take = (long)paging.Take }, cancellation), cancellation);
        var part = paging.PartOf(NoRevision, found, item => [$"{item.Number}"], item => item);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Json(new Response(part.Items, part.Next), ApiJson.Options);
    }
}
