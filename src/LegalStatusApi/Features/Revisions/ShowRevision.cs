using System.Globalization;
using LegalStatusApi.Database;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Revisions;

/// <summary>One publication, and how much it changed.</summary>
public static class ShowRevision
{
    /// <param name="Number">Number of the revision.</param>
    public sealed record Request([FromRoute] string Number);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var isNumber = long.TryParse(request.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
        if (isNumber && request.Number[0] == '0')
        {
            return Answer.CanonicalAt(http.Request, $"/v1/revisions/{number}");
        }

        var found = isNumber ? await FindAsync(number, database, cancellation) : null;
        return found is null
            ? Problems.UnknownRecord.With($"There is no revision '{Check.Shown(request.Number)}'. See /v1/revisions.").Result()
            : Answer.Of(found.Said, new Freshness(found.Revision.RecordedAt, IsPinned: true));
    }

    private static Task<ReadAt<RevisionResponse>?> FindAsync(long number, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(number, null, async (connection, _) =>
        {
            var revision = await connection.QueryJsonAsync<RevisionResponse>(
                SqlFile.Beside(typeof(ShowRevision), "FetchRevisions"), new { Revision = number, Before = (long?)null, Take = 1 }, cancellation);
            var entries = await connection.QueryJsonAsync<EntryCountResponse>(
                SqlFile.Beside(typeof(ShowRevision), "CountEntries"), new { Revision = number }, cancellation);
            var changes = await connection.QueryJsonAsync<RecordChangeResponse>(
                SqlFile.Beside(typeof(ShowRevision), "FetchChanges"), new { Revision = number }, cancellation);
            return revision[0] with { Entries = entries, Changes = changes };
        }, cancellation);
}
