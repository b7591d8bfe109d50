using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Jurisdictions;

/// <summary>The places that are covered, with or without records.</summary>
public static class ListJurisdictions
{
    /// <param name="Type">Only places of this type.</param>
    /// <param name="Parent">Only places directly below this one, on whatever date.</param>
    /// <param name="HasRecords">true: only places of whose own law something is on record; false: only the others.</param>
    /// <param name="Limit">How many at most.</param>
    /// <param name="Cursor">Where the part before ended: follow <c>next</c>.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request(
        [FromQuery] string? Type,
        [FromQuery] string? Parent,
        [FromQuery] string? HasRecords,
        [FromQuery] string? Limit,
        [FromQuery] string? Cursor,
        [FromQuery] string? Revision,
        [FromQuery] string? AsOf);

    private sealed record Question(string? Type, string? Parent, bool? HasRecords, Paging Paging);

    /// <summary>A place in the list.</summary>
    /// <param name="Code">ISO 3166-1 alpha-2, ISO 3166-2, those with a slug, UN or EU.</param>
    /// <param name="Name">English short name.</param>
    /// <param name="Type">What kind of place it is.</param>
    /// <param name="Aliases">Other names that it is known by.</param>
    /// <param name="Records">How many classifications of its own law are on record. None says nothing about the law.</param>
    public sealed record JurisdictionItem(string Code, string Name, string Type, IReadOnlyList<string>? Aliases, int Records);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var question = new Question(
            check.Term("type", request.Type, Vocabulary.JurisdictionType),
            check.Code("parent", request.Parent),
            check.YesOrNo("hasRecords", request.HasRecords),
            Paging.Read(check, http, clock, request.Limit, request.Cursor, request.Revision, request.AsOf));
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        if (await FindAsync(question, database, cancellation) is not { } found)
        {
            return question.Paging.Asked.NoSuchRevision().Result();
        }

        return await KnownNames.RefusalOfEmptyAsync(database, found.Said.Count, cancellation, ("parent", question.Parent)) is { } problem
            ? problem.Result()
            : question.Paging.AnswerOf(found.Revision, found.Said, place => [place.Code]);
    }

    private static Task<ReadAt<IReadOnlyList<JurisdictionItem>>?> FindAsync(
        Question question, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(question.Paging.Asked.Number, question.Paging.Asked.AsOf, (connection, revision) =>
            connection.QueryJsonAsync<JurisdictionItem>(SqlFile.Beside(typeof(ListJurisdictions), nameof(ListJurisdictions)), new
            {
                question.Type,
                question.Parent,
                question.HasRecords,
                Revision = revision.Number,
                After = question.Paging.After(),
                question.Paging.Take,
            }, cancellation), cancellation);
}
