using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.BoundaryCases;

/// <summary>For each change of law on record, the days around it with the right answers.</summary>
public static class ListBoundaryCases
{
    // Place, substance, form and date at which the part before ended.
    private const int KeyParts = 4;

    /// <param name="Jurisdiction">Only changes of this place's own law.</param>
    /// <param name="Substance">Only of this substance, its forms included.</param>
    /// <param name="Limit">How many changes at most; each has three or four cases.</param>
    /// <param name="Cursor">Where the part before ended: follow <c>next</c>.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request(
        [FromQuery] string? Jurisdiction,
        [FromQuery] string? Substance,
        [FromQuery] string? Limit,
        [FromQuery] string? Cursor,
        [FromQuery] string? Revision,
        [FromQuery] string? AsOf);

    private sealed record Question(string? Jurisdiction, string? Substance, Paging Paging);

    private sealed record Row(string Jurisdiction, string Substance, string? Form, PartialDate Date, string? Ends, string? Begins);

    private sealed record Found(LevelsOfLaw Levels, IReadOnlyList<Row> Rows);

    /// <summary>A change of the law of a place on a substance or form, and the days around it.</summary>
    /// <param name="Jurisdiction">Code of the place whose own law changed.</param>
    /// <param name="Substance">Slug of the substance.</param>
    /// <param name="Form">Slug of the form; absent for the substance itself.</param>
    /// <param name="Date">When it changed, as precisely as it is known: 1971, 2019-05 or 2019-05-07.</param>
    /// <param name="Ends">Id of the classification that ends; absent where none is on record before.</param>
    /// <param name="Begins">Id of the classification that begins; absent where none is on record after.</param>
    /// <param name="Cases">The days around it, in their order.</param>
    public sealed record BoundaryItem(
        string Jurisdiction, string Substance, string? Form, string Date, string? Ends, string? Begins, IReadOnlyList<CaseResponse> Cases);

    /// <summary>A question and its right answer.</summary>
    /// <param name="On">The law day.</param>
    /// <param name="Status">The headline's status.</param>
    /// <param name="Certainty">The headline's certainty, once the day has come: asked before, projected stands for certain and unsettled.</param>
    /// <param name="Reason">Why the status is unknown.</param>
    /// <param name="From">Code of the level that the headline comes from.</param>
    /// <param name="Schedule">The class or list as the law of that level names it.</param>
    /// <param name="Classification">Id of the classification that heads the answer; absent where none does.</param>
    /// <param name="Ask">The address to ask, at this revision.</param>
    public sealed record CaseResponse(
        string On, string Status, string Certainty, string? Reason, string From, string? Schedule, string? Classification, string Ask);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var question = new Question(
            check.Code("jurisdiction", request.Jurisdiction),
            check.Slug("substance", request.Substance),
            Paging.Read(check, http, clock, request.Limit, request.Cursor, request.Revision, request.AsOf, KeyParts));
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        if (await FindAsync(question, database, cancellation) is not { } found)
        {
            return question.Paging.Asked.NoSuchRevision().Result();
        }

        var (levels, rows) = found.Said;
        return await KnownNames.RefusalOfEmptyAsync(database, rows.Count, cancellation,
            ("jurisdiction", question.Jurisdiction), ("substance", question.Substance)) is { } problem
            ? problem.Result()
            : question.Paging.AnswerOf(found.Revision, [.. rows.Select(row => ItemOf(row, levels))],
                item => [item.Jurisdiction, item.Substance, item.Form ?? "", item.Date]);
    }

    private static Task<ReadAt<Found>?> FindAsync(Question question, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(question.Paging.Asked.Number, question.Paging.Asked.AsOf, async (connection, revision) =>
        {
            var rows = await connection.QueryJsonAsync<Row>(SqlFile.Beside(typeof(ListBoundaryCases), nameof(ListBoundaryCases)), new
            {
                question.Jurisdiction,
                question.Substance,
                Revision = revision.Number,
                AfterJurisdiction = question.Paging.After(0),
                AfterSubstance = question.Paging.After(1),
                AfterForm = question.Paging.After(2),
                AfterDate = question.Paging.After(3),
                question.Paging.Take,
            }, cancellation);
            var levels = await FetchLevels.FindAsync(
                connection, revision, rows.Select(row => row.Jurisdiction), rows.Select(row => row.Substance), cancellation);
            return new Found(levels, rows);
        }, cancellation);

    private static BoundaryItem ItemOf(Row row, LevelsOfLaw levels)
    {
        var stack = levels.StackOf(row.Jurisdiction, row.Substance)!;
        var form = stack.Substance.Forms.FirstOrDefault(each => each.Slug == row.Form);
        return new BoundaryItem(
            row.Jurisdiction, row.Substance, row.Form, row.Date.ToString(), row.Ends, row.Begins,
            [.. Boundaries.DaysAround(row.Date).Select(day => CaseOf(stack, form, day))]);
    }

    // Nothing here depends on the clock: every day is answered as if it had come.
    private static CaseResponse CaseOf(Stack stack, Form? form, DateOnly day)
    {
        var headline = StatusAnswer.Of(stack, form, day, isFuture: false).Headline;
        var question = new StatusQuestion(day, true, form?.Slug, new AskedRevision(stack.Revision.Number, null), day);
        return new CaseResponse(
            $"{day:yyyy-MM-dd}",
            headline.Status,
            headline.Certainty,
            headline.Reason,
            headline.Layer!.Place.Code,
            headline.Record?.Schedule,
            headline.Record?.Id,
            question.PermalinkOf(LookUpStatus.PathOf(stack), stack.Revision.Number)!);
    }
}
