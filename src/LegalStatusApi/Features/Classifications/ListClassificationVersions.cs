using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Classifications;

/// <summary>Every version of one classification: when it was said, by whom, and why.</summary>
public static class ListClassificationVersions
{
    /// <param name="Id">Stable id of the classification.</param>
    /// <param name="Limit">How many at most.</param>
    /// <param name="Cursor">Where the part before ended: follow <c>next</c>.</param>
    /// <param name="Revision">Versions up to this revision; all where absent.</param>
    /// <param name="AsOf">Versions up to the revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request(
        [FromRoute] string Id,
        [FromQuery] string? Limit,
        [FromQuery] string? Cursor,
        [FromQuery] string? Revision,
        [FromQuery] string? AsOf);

    /// <summary>What was said from one revision to another.</summary>
    /// <param name="RecordedIn">The revision that first said so.</param>
    /// <param name="SupersededIn">The first revision that no longer says so; absent while it holds. Without a version that follows, the classification was withdrawn.</param>
    /// <param name="Publication">Who published it, and why.</param>
    /// <param name="Record">What it said.</param>
    public sealed record ClassificationVersionItem(
        long RecordedIn, long? SupersededIn, PublicationResponse Publication, ClassificationResponse Record);

    /// <summary>A publication.</summary>
    /// <param name="Revision">Its number.</param>
    /// <param name="RecordedAt">When it was published.</param>
    /// <param name="Author">Who made the change.</param>
    /// <param name="Reviewed">Was it reviewed by somebody else?</param>
    /// <param name="Reviewer">By whom.</param>
    /// <param name="Reason">Why it was made.</param>
    public sealed record PublicationResponse(
        long Revision, DateTimeOffset RecordedAt, string Author, bool Reviewed, string? Reviewer, string Reason);

    private sealed record Row(long RecordedIn, long? SupersededIn, PublicationResponse Publication, Classification Record)
    {
        public ClassificationVersionItem Item => new(RecordedIn, SupersededIn, Publication, ClassificationResponse.Of(Record));
    }

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var paging = Paging.Read(check, http, clock, request.Limit, request.Cursor, request.Revision, request.AsOf);
        var after = paging.AfterNumber(check);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var id = request.Id.ToLowerInvariant();
        if (id != request.Id)
        {
            return Answer.CanonicalAt(http.Request, $"{ShowClassification.PathOf(id)}/versions");
        }

        var found = await FindAsync(id, after, paging, database, cancellation);
        return found switch
        {
            null => paging.Asked.NoSuchRevision().Result(),
            { Said: [] } => ShowClassification.NoSuchClassification(id, found.Revision).Result(),
            _ => paging.AnswerOf(found.Revision, [.. found.Said.Select(row => row.Item)], item => [$"{item.RecordedIn}"]),
        };
    }

    private static Task<ReadAt<IReadOnlyList<Row>>?> FindAsync(
        string id, long? after, Paging paging, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(paging.Asked.Number, paging.Asked.AsOf, (connection, revision) => connection.QueryJsonAsync<Row>(
            SqlFile.Beside(typeof(ListClassificationVersions), nameof(ListClassificationVersions)),
            new { Id = id, Revision = revision.Number, After = after, paging.Take }, cancellation), cancellation);
}
