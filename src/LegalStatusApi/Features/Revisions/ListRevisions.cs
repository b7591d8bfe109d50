using LegalStatusApi.Database;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Revisions;

/// <summary>The publications.</summary>
public static class ListRevisions
{
    /// <param name="Limit">How many at most.</param>
    /// <param name="Cursor">Where the part before ended: follow <c>next</c>.</param>
    /// <param name="Revision">Only up to this one; all where absent.</param>
    /// <param name="AsOf">Only up to the one current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request(
        [FromQuery] string? Limit, [FromQuery] string? Cursor, [FromQuery] string? Revision, [FromQuery] string? AsOf);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var paging = Paging.Read(check, http, clock, request.Limit, request.Cursor, request.Revision, request.AsOf);
        var before = paging.AfterNumber(check);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var found = await FindAsync(before, paging, database, cancellation);
        return found is null
            ? paging.Asked.NoSuchRevision().Result()
            : paging.AnswerOf(found.Revision, found.Said, revision => [$"{revision.Number}"]);
    }

    private static Task<ReadAt<IReadOnlyList<RevisionResponse>>?> FindAsync(
        long? before, Paging paging, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(paging.Asked.Number, paging.Asked.AsOf, (connection, revision) => connection.QueryJsonAsync<RevisionResponse>(
            SqlFile.Beside(typeof(ListRevisions), "FetchRevisions"),
            new { Revision = revision.Number, Before = before, paging.Take }, cancellation), cancellation);
}
