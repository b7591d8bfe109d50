using LegalStatusApi.Database;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Redactions;

/// <summary>Every text that was redacted, for everybody.</summary>
public static class ListRedactions
{
    /// <param name="Limit">How many at most.</param>
    /// <param name="Cursor">Where the part before ended: follow <c>next</c>.</param>
    public sealed record Request([FromQuery] string? Limit, [FromQuery] string? Cursor);

    private sealed record Found(string Place, RedactionResponse Item);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var paging = Paging.Read(check, http, clock, request.Limit, request.Cursor, null, null);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        return await FindAsync(paging, database, cancellation) is { } found
            ? Answer.Of(paging.PartOf(found.Revision.Number, found.Said, each => [each.Place], each => each.Item), new Freshness(IsBrief: true))
            : paging.Asked.NoSuchRevision().Result();
    }

    private static Task<ReadAt<IReadOnlyList<Found>>?> FindAsync(Paging paging, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(paging.Asked.Number, paging.Asked.AsOf, (connection, revision) => connection.QueryJsonAsync<Found>(
            SqlFile.Beside(typeof(ListRedactions), nameof(ListRedactions)),
            new { Revision = revision.Number, Before = paging.After(), Take = (long)paging.Take }, cancellation), cancellation);
}
