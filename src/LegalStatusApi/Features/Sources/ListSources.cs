using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Sources;

/// <summary>The sources that records rest on.</summary>
public static class ListSources
{
    /// <param name="Jurisdiction">Only sources of this place.</param>
    /// <param name="Type">Only sources of this kind.</param>
    /// <param name="Limit">How many at most.</param>
    /// <param name="Cursor">Where the part before ended: follow <c>next</c>.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request(
        [FromQuery] string? Jurisdiction,
        [FromQuery] string? Type,
        [FromQuery] string? Limit,
        [FromQuery] string? Cursor,
        [FromQuery] string? Revision,
        [FromQuery] string? AsOf);

    private sealed record Question(string? Jurisdiction, string? Type, Paging Paging);

    /// <summary>A source in the list.</summary>
    /// <param name="Key">Its name in addresses.</param>
    /// <param name="Jurisdiction">The place it belongs to; absent where it speaks of many.</param>
    /// <param name="Type">What kind of source it is.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="OfficialCitation">Its official citation.</param>
    /// <param name="LatestVersion">Number of its latest version.</param>
    /// <param name="Url">Where that version stands, if known.</param>
    /// <param name="Read">Was the text of that version itself seen?</param>
    /// <param name="Language">Language of that version's text (ISO 639), if known; its title may be an English one.</param>
    public sealed record SourceItem(
        string Key, string? Jurisdiction, string Type, string Title, string? OfficialCitation, int LatestVersion, string? Url, bool Read,
        string? Language = null);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var question = new Question(
            check.Code("jurisdiction", request.Jurisdiction),
            check.Term("type", request.Type, Vocabulary.SourceType),
            Paging.Read(check, http, clock, request.Limit, request.Cursor, request.Revision, request.AsOf));
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        if (await FindAsync(question, database, cancellation) is not { } found)
        {
            return question.Paging.Asked.NoSuchRevision().Result();
        }

        return await KnownNames.RefusalOfEmptyAsync(database, found.Said.Count, cancellation, ("jurisdiction", question.Jurisdiction)) is { } problem
            ? problem.Result()
            : question.Paging.AnswerOf(found.Revision, found.Said, source => [source.Key]);
    }

    private static Task<ReadAt<IReadOnlyList<SourceItem>>?> FindAsync(
        Question question, NpgsqlDataSource database, CancellationToken cancellation) =>
        FindAsync(question.Jurisdiction, question.Type, question.Paging.After(), question.Paging.Take, question.Paging.Asked, database, cancellation);

    /// <summary>Sources along their keys, after one of them.</summary>
    public static Task<ReadAt<IReadOnlyList<SourceItem>>?> FindAsync(
        string? jurisdiction, string? type, string? after, int take, AskedRevision asked, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(asked, (connection, revision) =>
            connection.QueryJsonAsync<SourceItem>(SqlFile.Beside(typeof(ListSources), nameof(ListSources)), new
            {
                Jurisdiction = jurisdiction, Type = type, Revision = revision.Number, After = after, Take = take,
            }, cancellation), cancellation);
}
