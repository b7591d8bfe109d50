using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Coverage;

/// <summary>What is on record, how well it was checked and when, and what is not.</summary>
public static class ListCoverage
{
    // Place, substance, form and place in the line of time at which the part before ended.
    private const int KeyParts = 4;

    /// <param name="Jurisdiction">Only of this place's own law.</param>
    /// <param name="Substance">Only of this substance, its forms included.</param>
    /// <param name="Form">Only of this form.</param>
    /// <param name="Verification">Only what was so well checked; what is not on record was not checked at all.</param>
    /// <param name="Limit">How many at most.</param>
    /// <param name="Cursor">Where the part before ended: follow <c>next</c>.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request(
        [FromQuery] string? Jurisdiction,
        [FromQuery] string? Substance,
        [FromQuery] string? Form,
        [FromQuery] string? Verification,
        [FromQuery] string? Limit,
        [FromQuery] string? Cursor,
        [FromQuery] string? Revision,
        [FromQuery] string? AsOf);

    private sealed record Question(
        string? Jurisdiction, string? Substance, string? Form, string? Verification, long? AfterPosition, Paging Paging);

    /// <summary>A stretch of time of which something is on record of a place's own law on a substance or form, or nothing.</summary>
    /// <param name="Jurisdiction">Code of the place.</param>
    /// <param name="Name">Its English short name.</param>
    /// <param name="Substance">Slug of the substance.</param>
    /// <param name="Form">Slug of the form; absent for the substance itself.</param>
    /// <param name="From">Its first day, as precisely as it is known; absent where it is not known, or where nothing is on record before.</param>
    /// <param name="To">The first day on which it no longer holds; absent while in force, or where nothing is on record after.</param>
    /// <param name="AttestedFrom">Where the beginning of a record is not known: the day from which a source shows it in force.</param>
    /// <param name="Status">What the record says; unknown with a reason where nothing is on record, which never means lawful.</param>
    /// <param name="Reason">Why nothing is known.</param>
    /// <param name="Verification">How well the record was checked; absent where there is none.</param>
    /// <param name="Citations">How many citations it has.</param>
    /// <param name="CitationsRead">Of how many of them the text itself was seen.</param>
    /// <param name="VerifiedOn">The day on which it was last checked.</param>
    /// <param name="ReviewDue">The day by which it should be checked again: compare it with your today.</param>
    /// <param name="Classification">Id of the record.</param>
    public sealed record CoverageItem(
        string Jurisdiction,
        string Name,
        string Substance,
        string? Form,
        string? From,
        string? To,
        string? AttestedFrom,
        string Status,
        string? Reason,
        string? Verification,
        int Citations,
        int CitationsRead,
        string? VerifiedOn,
        string? ReviewDue,
        string? Classification);

    private sealed record Row(long Position, CoverageItem Item);

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

        var problem = await KnownNames.RefusalOfEmptyAsync(
            database, found.Said.Count, cancellation, ("jurisdiction", question.Jurisdiction), ("substance", question.Substance))
            ?? await RefusalOfFormAsync(question, found, database, cancellation);
        return problem is not null
            ? problem.Result()
            : question.Paging.AnswerOf(found.Revision, [.. found.Said.Select(row => row.Item)],
                item => KeyOf(found.Said.First(row => ReferenceEquals(row.Item, item))));
    }

    private static Question Read(Check check, Request request, HttpContext http, TimeProvider clock)
    {
        var paging = Paging.Read(check, http, clock, request.Limit, request.Cursor, request.Revision, request.AsOf, KeyParts);
        return new Question(
            check.Code("jurisdiction", request.Jurisdiction),
            check.Slug("substance", request.Substance),
            check.Slug("form", request.Form),
            check.Term("verification", request.Verification, Vocabulary.Verification),
            check.Number("cursor", paging.After(3), 0, int.MaxValue),
            paging);
    }

    // A form that is nowhere on record would be an empty list, which says nothing.
    private static async Task<Problem?> RefusalOfFormAsync(
        Question question, ReadAt<IReadOnlyList<Row>> found, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (found.Said.Count > 0 || question.Form is null)
        {
            return null;
        }

        var known = (await database.ReadAsync(connection => connection.QueryAsync<string>(new CommandDefinition(
            SqlFile.Beside(typeof(ListCoverage), "FindForms"),
            new { question.Substance, Revision = found.Revision.Number },
            cancellationToken: cancellation)), cancellation)).ToList();
        if (known.Contains(question.Form, StringComparer.Ordinal))
        {
            return null;
        }

        var detail = $"'{question.Form}' is no form on record.{Nearest.DidYouMean(question.Form, known)} Known: {string.Join(", ", known)}.";
        return Problems.InvalidParameters.With($"form: {detail}", [new ParameterError("form", detail)]);
    }

    private static string[] KeyOf(Row row) => [row.Item.Jurisdiction, row.Item.Substance, row.Item.Form ?? "", $"{row.Position}"];

    private static Task<ReadAt<IReadOnlyList<Row>>?> FindAsync(
        Question question, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(question.Paging.Asked.Number, question.Paging.Asked.AsOf, (connection, revision) =>
            connection.QueryJsonAsync<Row>(SqlFile.Beside(typeof(ListCoverage), nameof(ListCoverage)), new
            {
                question.Jurisdiction,
                question.Substance,
                question.Form,
                question.Verification,
                Revision = revision.Number,
                AfterJurisdiction = question.Paging.After(0),
                AfterSubstance = question.Paging.After(1),
                AfterForm = question.Paging.After(2),
                question.AfterPosition,
                question.Paging.Take,
            }, cancellation), cancellation);
}
