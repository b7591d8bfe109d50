using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Classifications;

/// <summary>The records themselves, without layering: what each place's own law says.</summary>
public static class ListClassifications
{
    /// <param name="Jurisdiction">Only of this place's own law.</param>
    /// <param name="Substance">Only of this substance, its forms included.</param>
    /// <param name="Form">Only of this form.</param>
    /// <param name="Status">Only with this status.</param>
    /// <param name="Verification">Only so well checked.</param>
    /// <param name="On">Only what certainly held on this law date, yyyy-MM-dd.</param>
    /// <param name="Limit">How many at most.</param>
    /// <param name="Cursor">Where the part before ended: follow <c>next</c>.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request(
        [FromQuery] string? Jurisdiction,
        [FromQuery] string? Substance,
        [FromQuery] string? Form,
        [FromQuery] string? Status,
        [FromQuery] string? Verification,
        [FromQuery] string? On,
        [FromQuery] string? Limit,
        [FromQuery] string? Cursor,
        [FromQuery] string? Revision,
        [FromQuery] string? AsOf);

    private sealed record Question(
        string? Jurisdiction, string? Substance, string? Form, string? Status, string? Verification, DateOnly? On, Paging Paging);

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

        return await KnownNames.RefusalOfEmptyAsync(database, found.Said.Count, cancellation,
            ("jurisdiction", question.Jurisdiction), ("substance", question.Substance)) is { } problem
            ? problem.Result()
            : question.Paging.AnswerOf(found.Revision, [.. found.Said.Select(ClassificationResponse.Of)], record => [record.Key!]);
    }

    private static Question Read(Check check, Request request, HttpContext http, TimeProvider clock) => new(
        check.Code("jurisdiction", request.Jurisdiction),
        check.Slug("substance", request.Substance),
        check.Slug("form", request.Form),
        check.Term("status", request.Status, Vocabulary.Status),
        check.Term("verification", request.Verification, Vocabulary.Verification),
        check.Day("on", request.On),
        Paging.Read(check, http, clock, request.Limit, request.Cursor, request.Revision, request.AsOf));

    private static Task<ReadAt<IReadOnlyList<Classification>>?> FindAsync(
        Question question, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(question.Paging.Asked.Number, question.Paging.Asked.AsOf, (connection, revision) =>
            connection.QueryJsonAsync<Classification>(SqlFile.Beside(typeof(ListClassifications), nameof(ListClassifications)), new
            {
                question.Jurisdiction,
                question.Substance,
                question.Form,
                question.Status,
                question.Verification,
                On = question.On?.ToDateTime(TimeOnly.MinValue),
                Revision = revision.Number,
                After = question.Paging.After(),
                question.Paging.Take,
            }, cancellation), cancellation);
}
