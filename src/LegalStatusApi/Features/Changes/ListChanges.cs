using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace LegalStatusApi.Features.Changes;

/// <summary>What changed in law and on record, the two kept apart, so that a reader who comes back misses and repeats nothing.</summary>
public static class ListChanges
{
    public const string Path = "/v1/changes";

    /// <param name="Kind">law: what took effect or ended; record: what was added, corrected, re-verified or withdrawn. Both where absent.</param>
    /// <param name="Jurisdiction">Only of this place itself.</param>
    /// <param name="Substance">Only of this substance, its forms included.</param>
    /// <param name="Classification">Only of this classification: for whoever cited it.</param>
    /// <param name="Since">Only what is new since the answer that gave this cursor, oldest first. Absent: the latest, newest first.</param>
    /// <param name="Limit">How many at most.</param>
    /// <param name="Cursor">Where the part before ended in looking back: follow <c>next</c>.</param>
    public sealed record Request(
        [FromQuery] string? Kind,
        [FromQuery] string? Jurisdiction,
        [FromQuery] string? Substance,
        [FromQuery] string? Classification,
        [FromQuery] string? Since,
        [FromQuery] string? Limit,
        [FromQuery] string? Cursor);

    public static Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation) =>
        AnswerAsync(request, http, database, clock, page =>
        {
            if (page.NextAt(Path) is { } next)
            {
                http.Response.Headers.Append(HeaderNames.Link, $"<{next}>; rel=\"next\"");
            }

            return Answer.Of(ChangesResponse.Of(page), page.Freshness);
        }, cancellation);

    /// <summary>The same page, in whichever form it is asked for.</summary>
    public static async Task<IResult> AnswerAsync(
        Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, Func<ChangesPage, IResult> write, CancellationToken cancellation)
    {
        var (page, problem) = await FindPageAsync(Check.Of(http), request, http.Request, database, clock, cancellation);
        return page is null ? problem!.Result() : write(page);
    }

    /// <summary>The page that is asked for, or why there is none.</summary>
    public static async Task<(ChangesPage? Page, Problem? Problem)> FindPageAsync(
        Check check, Request request, HttpRequest http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation, Revision? known = null)
    {
        var question = ChangesQuestion.Read(check, request, clock) with { Known = known };
        if (check.Failed)
        {
            return (null, check.Problem());
        }

        var cursor = question.Cursor;
        if (await FindAsync(question, database, cancellation) is not { } found || found.Revision.Number < cursor.Since.Revision)
        {
            return (null, cursor.Until is null && cursor.LooksBack ? new AskedRevision(null, null).NoSuchRevision() : NotOfThisRecord(check, cursor));
        }

        return await RefusalOfEmptyAsync(question, found, database, cancellation) is { } problem
            ? (null, problem)
            : (new ChangesPage(question, found.Revision, found.Said, http), null);
    }

    public static Task<ReadAt<IReadOnlyList<Happening>>?> FindAsync(
        ChangesQuestion question, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(question.Asked, (connection, revision) =>
            connection.QueryJsonAsync<Happening>(SqlFile.Beside(typeof(ListChanges), nameof(ListChanges)), new
            {
                question.Filter.Kind,
                question.Filter.Jurisdiction,
                question.Filter.Substance,
                question.Filter.Classification,
                SinceRevision = question.Cursor.Since.Revision,
                SinceDay = question.Cursor.Since.Day.ToDateTime(TimeOnly.MinValue),
                Revision = revision.Number,
                Day = ChangesPage.DayOf(question).ToDateTime(TimeOnly.MinValue),
                Direction = question.Cursor.LooksBack ? -1 : 1,
                AfterTime = question.Cursor.After is { } after ? long.Parse(after[0]) : (long?)null,
                AfterDay = question.Cursor.After is { } shown ? long.Parse(shown[1]) : (long?)null,
                AfterPlace = question.Cursor.After?[2],
                Take = question.Limit + 1,
            }, cancellation), cancellation);

    // A cursor of another installation, or of one that was put back to an older state: going on from it would miss something.
    private static Problem NotOfThisRecord(Check check, ChangesCursor cursor)
    {
        check.Refuse(cursor.LooksBack ? "cursor" : "since",
            $"Names revision {cursor.Until?.Revision ?? cursor.Since.Revision}, which is not on record here. Begin again without it.");
        return check.Problem();
    }

    private static async Task<Problem?> RefusalOfEmptyAsync(
        ChangesQuestion question, ReadAt<IReadOnlyList<Happening>> found, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var names = await KnownNames.RefusalOfEmptyAsync(database, found.Said.Count, cancellation,
            ("jurisdiction", question.Filter.Jurisdiction), ("substance", question.Filter.Substance));
        if (names is not null || found.Said.Count > 0 || question.Filter.Classification is not { } id)
        {
            return names;
        }

        var known = await database.ReadAsync(connection => connection.QueryJsonAsync<bool>(
            SqlFile.Beside(typeof(ListChanges), "IsClassification"), new { Id = id }, cancellation), cancellation);
        ParameterError[] wrong = [new("classification", $"No classification '{id}' was ever on record. See /v1/classifications.")];
        return known[0] ? null : Problems.InvalidParameters.With($"classification: {wrong[0].Detail}", wrong);
    }
}
