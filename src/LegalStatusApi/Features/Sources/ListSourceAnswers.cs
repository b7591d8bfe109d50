using LegalStatusApi.Database;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Sources;

/// <summary>What rests on a source: every classification that cites it.</summary>
public static class ListSourceAnswers
{
    /// <param name="Key">Key of the source.</param>
    /// <param name="Limit">How many at most.</param>
    /// <param name="Cursor">Where the part before ended: follow <c>next</c>.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request(
        [FromRoute] string Key,
        [FromQuery] string? Limit,
        [FromQuery] string? Cursor,
        [FromQuery] string? Revision,
        [FromQuery] string? AsOf);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var paging = Paging.Read(check, http, clock, request.Limit, request.Cursor, request.Revision, request.AsOf, keyParts: 2);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var key = request.Key.ToLowerInvariant();
        if (key != request.Key)
        {
            return Answer.CanonicalAt(http.Request, $"{ShowSource.PathOf(key)}/answers");
        }

        if (await FindAsync(key, paging, database, cancellation) is not { } found)
        {
            return paging.Asked.NoSuchRevision().Result();
        }

        return await RefusalOfEmptyAsync(key, found, database, cancellation) is { } problem
            ? problem.Result()
            : paging.AnswerOf(found.Revision, [.. found.Said.Select(SourceAnswerItem.Of)], item => [item.Key, item.Citation]);
    }

    private static Task<ReadAt<IReadOnlyList<SourceAnswerRow>>?> FindAsync(
        string key, Paging paging, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(paging.Asked.Number, paging.Asked.AsOf, (connection, revision) => connection.QueryJsonAsync<SourceAnswerRow>(
            SqlFile.Beside(typeof(ListSourceAnswers), nameof(ListSourceAnswers)), new
            {
                Key = key,
                Revision = revision.Number,
                AfterRecord = paging.After(0),
                AfterCitation = paging.After(1),
                paging.Take,
            }, cancellation), cancellation);

    /// <summary>What rests on a source at a revision, up to so many.</summary>
    public static async Task<IReadOnlyList<SourceAnswerItem>> FindAsync(
        string key, int most, long revision, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var rows = await database.ReadAsync(connection => connection.QueryJsonAsync<SourceAnswerRow>(
            SqlFile.Beside(typeof(ListSourceAnswers), nameof(ListSourceAnswers)),
            new { Key = key, Revision = revision, AfterRecord = (string?)null, AfterCitation = (string?)null, Take = most }, cancellation), cancellation);
        return [.. rows.Select(SourceAnswerItem.Of)];
    }

    // Nothing rests on it, or it is not there at all.
    private static async Task<Problem?> RefusalOfEmptyAsync(
        string key, ReadAt<IReadOnlyList<SourceAnswerRow>> found, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (found.Said.Count > 0)
        {
            return null;
        }

        var source = await FetchSource.FindAsync(database, new AskedRevision(found.Revision.Number, null), key, cancellation);
        return source!.Said.Source is null ? FetchSource.NoSuchSource(key, source.Said.Nearest) : null;
    }
}
