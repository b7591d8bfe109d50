using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Review;

/// <summary>The public worklist.</summary>
public static class ListReviewQueue
{
    /// <param name="Kind">Only of this kind.</param>
    /// <param name="Jurisdiction">Only of this place's own law.</param>
    /// <param name="Substance">Only of this substance, its forms included.</param>
    /// <param name="State">open, claimed or settled; open and claimed where absent.</param>
    /// <param name="Limit">How many at most.</param>
    /// <param name="Cursor">Where the part before ended: follow <c>next</c>.</param>
    public sealed record Request(
        [FromQuery] string? Kind,
        [FromQuery] string? Jurisdiction,
        [FromQuery] string? Substance,
        [FromQuery] string? State,
        [FromQuery] string? Limit,
        [FromQuery] string? Cursor);

    private sealed record Question(string? Kind, string? Jurisdiction, string? Substance, string? State, Paging Paging);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var (part, problem) = await FindPartAsync(Check.Of(http), request, http, database, clock, cancellation);
        return part is null ? problem!.Result() : Answer.Of(part, new Freshness(IsBrief: true));
    }

    /// <summary>A part of the queue, or what is wrong with the question.</summary>
    public static async Task<(ListResponse<ReviewItem>? Part, Problem? Problem)> FindPartAsync(
        Check check, Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var question = new Question(
            check.Term("kind", request.Kind, ReviewTerms.Kinds)!,
            check.Code("jurisdiction", request.Jurisdiction),
            check.Slug("substance", request.Substance),
            check.Term("state", request.State, ReviewTerms.States),
            Paging.Read(check, http, clock, request.Limit, request.Cursor, null, null, keyParts: 2));
        if (check.Failed)
        {
            return (null, check.Problem());
        }

        if (await FindAsync(question, clock.Today(), database, cancellation) is not { } found)
        {
            return (null, question.Paging.Asked.NoSuchRevision());
        }

        return await KnownNames.RefusalOfEmptyAsync(database, found.Said.Count, cancellation,
            ("jurisdiction", question.Jurisdiction), ("substance", question.Substance)) is { } problem
            ? (null, problem)
            : (question.Paging.PartOf(found.Revision.Number, found.Said, item => [item.Kind, item.Subject], item => item.Item), null);
    }

    private static Task<ReadAt<IReadOnlyList<FoundItem>>?> FindAsync(
        Question question, DateOnly today, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(question.Paging.Asked.Number, question.Paging.Asked.AsOf, (connection, revision) =>
            FindReviewItems.FindAsync(connection, new ReviewQuestion(
                revision.Number,
                today,
                question.State is null ? [ReviewTerms.Open, ReviewTerms.Claimed] : [question.State],
                question.Kind,
                question.Jurisdiction,
                question.Substance,
                question.Paging.After(),
                question.Paging.After(1),
                question.Paging.Take), cancellation), cancellation);
}
