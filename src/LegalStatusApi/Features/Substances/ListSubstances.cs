using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Substances;

/// <summary>The substances that are covered.</summary>
public static class ListSubstances
{
    /// <param name="Limit">How many at most.</param>
    /// <param name="Cursor">Where the part before ended: follow <c>next</c>.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request(
        [FromQuery] string? Limit, [FromQuery] string? Cursor, [FromQuery] string? Revision, [FromQuery] string? AsOf);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var paging = Paging.Read(check, http, clock, request.Limit, request.Cursor, request.Revision, request.AsOf);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var found = await FetchSubstances.FindAsync(database, paging.Asked, null, paging.After(), paging.Take, cancellation);
        return found is null
            ? paging.Asked.NoSuchRevision().Result()
            : paging.AnswerOf(found.Revision, found.Said, substance => [substance.Slug]);
    }
}
