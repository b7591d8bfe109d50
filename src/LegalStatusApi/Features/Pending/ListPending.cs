using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Pending;

/// <summary>What may still change the law, or will: none of it is law in force.</summary>
public static class ListPending
{
    public const string Path = "/v1/pending";

    /// <param name="Jurisdiction">Only of this place itself.</param>
    /// <param name="Substance">Only of this substance, its forms included.</param>
    /// <param name="Kind">Only of this kind. Dates of review of records are given only where they are asked for.</param>
    /// <param name="State">open, resolved or all; open where absent.</param>
    /// <param name="On">What lies ahead of this day, yyyy-MM-dd; of today (UTC) where absent.</param>
    /// <param name="Limit">How many at most.</param>
    /// <param name="Cursor">Where the part before ended: follow <c>next</c>.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request(
        [FromQuery] string? Jurisdiction,
        [FromQuery] string? Substance,
        [FromQuery] string? Kind,
        [FromQuery] string? State,
        [FromQuery] string? On,
        [FromQuery] string? Limit,
        [FromQuery] string? Cursor,
        [FromQuery] string? Revision,
        [FromQuery] string? AsOf);

    /// <summary>What is asked for.</summary>
    public sealed record Question(string? Jurisdiction, string? Substance, string? Kind, string State, DateOnly On)
    {
        public static Question Read(Check check, TimeProvider clock, string? jurisdiction, string? substance, string? kind, string? state, string? on) => new(
            check.Code("jurisdiction", jurisdiction),
            check.Slug("substance", substance),
            check.Term("kind", kind, ComingTerms.Kinds),
            check.Term("state", state, ComingTerms.AskedStates) ?? ComingTerms.Open,
            check.Day("on", on) ?? clock.Today());
    }

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var question = Question.Read(check, clock, request.Jurisdiction, request.Substance, request.Kind, request.State, request.On);
        var paging = Paging.Read(check, http, clock, request.Limit, request.Cursor, request.Revision, request.AsOf, keyParts: 2);
        // What lies ahead depends on the day, so the parts of a list are pinned to the day of the first.
        var pinned = check.Day("cursor", paging.After(0));
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        question = question with { On = pinned ?? question.On };
        if (await FindAsync(question, paging.Asked, paging.After(1), paging.Take, false, database, cancellation) is not { } found)
        {
            return paging.Asked.NoSuchRevision().Result();
        }

        if (await KnownNames.RefusalOfEmptyAsync(database, found.Said.Count, cancellation,
            ("jurisdiction", question.Jurisdiction), ("substance", question.Substance)) is { } problem)
        {
            return problem.Result();
        }

        var day = question.On.ToString("yyyy-MM-dd");
        var isPinned = paging.Asked.Number is not null && (pinned is not null || !string.IsNullOrEmpty(request.On));
        return Answer.Of(
            paging.PartOf(found.Revision.Number, found.Said, coming => [day, coming.Position], coming => PendingItem.Of(coming, question.On)),
            new Freshness(found.Revision.RecordedAt, IsPinned: isPinned));
    }

    public static Task<ReadAt<IReadOnlyList<Coming>>?> FindAsync(
        Question question, AskedRevision asked, string? after, int take, bool withdrawn, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(asked, (connection, revision) =>
            connection.QueryJsonAsync<Coming>(SqlFile.Beside(typeof(ListPending), nameof(ListPending)), new
            {
                question.Jurisdiction,
                question.Substance,
                question.Kind,
                State = question.State == ComingTerms.AnyState ? null : question.State,
                On = question.On.ToDateTime(TimeOnly.MinValue),
                Withdrawn = withdrawn,
                Revision = revision.Number,
                After = after,
                Take = take,
            }, cancellation), cancellation);
}
