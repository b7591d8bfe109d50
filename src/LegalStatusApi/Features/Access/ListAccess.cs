using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Access;

/// <summary>Where a lawful medical or supervised route is on record.</summary>
public static class ListAccess
{
    // The day, the rank and the record at which the part before ended.
    private const int KeyParts = 3;

    /// <param name="Substance">Slug of the substance.</param>
    /// <param name="Indication">Only routes for this: see indicationMatch of each.</param>
    /// <param name="Jurisdiction">Only what the levels of law of this place say.</param>
    /// <param name="Form">Slug of a form; without it the substance's own records and those of its forms.</param>
    /// <param name="Kind">Only routes of this kind; research alone is no treatment and is listed only where research_only is named.</param>
    /// <param name="On">Law date, yyyy-MM-dd, 1800-01-01 to 2199-12-31; today (UTC) where absent.</param>
    /// <param name="Limit">How many at most.</param>
    /// <param name="Cursor">Where the part before ended: follow <c>next</c>.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request(
        [FromQuery] string? Substance,
        [FromQuery] string? Indication,
        [FromQuery] string? Jurisdiction,
        [FromQuery] string? Form,
        [FromQuery] string? Kind,
        [FromQuery] string? On,
        [FromQuery] string? Limit,
        [FromQuery] string? Cursor,
        [FromQuery] string? Revision,
        [FromQuery] string? AsOf);

    private sealed record Question(DayList List, string? Indication, string? Kind, long? AfterRank, Paging Paging);

    // Best: the rank of the best item of the whole list; none where there is only context.
    private sealed record Row(int Rank, int? Best, bool AppliesBelow, Classification Record);

    private sealed record Found(LevelsOfLaw Levels, IReadOnlyList<Row> Rows);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var question = Read(check, request, http, clock);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        if (await FindAsync(question, database, cancellation) is not { } found)
        {
            return question.Paging.Asked.NoSuchRevision().Result();
        }

        var (form, problem) = await question.List.RefuseAsync(found.Said.Levels, database, cancellation);
        return problem?.Result() ?? AnswerOf(question, request, form, found);
    }

    private static Question Read(Check check, Request request, HttpContext http, TimeProvider clock)
    {
        var paging = Paging.Read(check, http, clock, request.Limit, request.Cursor, request.Revision, request.AsOf, KeyParts);
        return new Question(
            DayList.Read(check, clock, request.Substance, request.Jurisdiction, request.Form, request.On, paging, request.Revision, request.AsOf),
            check.Term("indication", request.Indication, Vocabulary.Indication),
            check.Term("kind", request.Kind, Vocabulary.RouteKind),
            check.Number("cursor", paging.After(1), 0, int.MaxValue),
            paging);
    }

    private static Task<ReadAt<Found>?> FindAsync(Question question, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(question.Paging.Asked.Number, question.Paging.Asked.AsOf, async (connection, revision) =>
        {
            var (list, paging) = (question.List, question.Paging);
            var levels = await list.LevelsAsync(connection, revision, cancellation);
            if (!list.IsKnownIn(levels))
            {
                return new Found(levels, []);
            }

            var rows = await connection.QueryJsonAsync<Row>(SqlFile.Beside(typeof(ListAccess), nameof(ListAccess)), new
            {
                list.Substance,
                list.Day.Form,
                question.Kind,
                Fitting = question.Indication is null ? null : Indications.Fitting(question.Indication).ToArray(),
                Places = list.PlacesOn(levels),
                On = list.Day.On.ToDateTime(TimeOnly.MinValue),
                Revision = revision.Number,
                question.AfterRank,
                AfterKey = paging.After(2),
                paging.Take,
            }, cancellation);
            return new Found(await list.LevelsOfAsync(levels, connection, rows.Select(row => row.Record), cancellation), rows);
        }, cancellation);

    private static IResult AnswerOf(Question question, Request request, Form? form, ReadAt<Found> found)
    {
        var (list, day, levels, rows) = (question.List, question.List.Day, found.Said.Levels, found.Said.Rows);
        var asked = list.AskedIn(levels);
        var part = question.Paging.PartOf(found.Revision.Number, rows, row => [$"{day.On:yyyy-MM-dd}", $"{row.Rank}", row.Record.Key], row => AccessItem.Of(
            RecordOnDay.Of(row.Record, levels.StackOf(row.Record.Jurisdiction, list.Substance)!, asked, form, day.On, day.IsFuture),
            question.Indication,
            row.AppliesBelow));
        var best = rows.Count == 0 ? null : rows[0].Best;
        var saysNone = best is null && asked is not null
            && StatusAnswer.Of(asked, form, day.On, day.IsFuture).Headline.Record is { MedicalAccess: "none", IsLead: false };
        var recorded = best is null ? saysNone ? RecordedTerm.None : RecordedTerm.NoneRecorded
            : best <= 1 ? RecordedTerm.Yes : RecordedTerm.NotCertain;
        var freshness = list.FreshnessOf(found.Revision, question.Paging, PathOf(request));
        return Answer.Of(
            new AccessResponse(
                $"{day.On:yyyy-MM-dd}",
                recorded,
                best is not null ? null : RouteWording.None(
                    Wording.Lower(form?.Name ?? levels.SubstanceOf(list.Substance)!.Name),
                    list.PlaceIn(levels),
                    day.On,
                    question.Indication is not null || question.Kind is not null,
                    saysNone),
                part.Items,
                part.Next,
                part.Revision,
                freshness.Permalink,
                $"Information, not legal or medical advice; law on {day.On:yyyy-MM-dd}."),
            freshness);
    }

    private static string PathOf(Request request) => DayList.AddressOf("/v1/access",
        ("substance", request.Substance), ("indication", request.Indication), ("jurisdiction", request.Jurisdiction), ("kind", request.Kind),
        ("limit", request.Limit));
}
