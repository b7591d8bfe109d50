using System.Text;
using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Search;

/// <summary>Finds places, substances and sources by whatever they are called.</summary>
public static class SearchNames
{
    private const int Shortest = 2;
    private const int Longest = 100;
    private const int Most = 100;
    private const int Ordinary = 20;
    private const int MostSuggestions = 3;

    /// <param name="Q">What to look for: 2 to 100 characters.</param>
    /// <param name="Kind">Only places, substances or sources.</param>
    /// <param name="Limit">How many at most.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request(
        [FromQuery] string? Q,
        [FromQuery] string? Kind,
        [FromQuery] string? Limit,
        [FromQuery] string? Revision,
        [FromQuery] string? AsOf);

    private sealed record Question(string Text, string? Kind, int Limit, AskedRevision Asked);

    // What was asked as it is compared, and what resembles it.
    private sealed record Found(string Asked, IReadOnlyList<NamedThing> Things);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var question = Read(check, request, clock);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var found = await FindAsync(question, database, cancellation);
        return found is null
            ? question.Asked.NoSuchRevision().Result()
            : Answer.Of(ResponseOf(question, found), question.Asked.FreshnessOf(found.Revision, PathOf(question)));
    }

    /// <summary>What an ordinary search finds, or why there is no answer.</summary>
    public static async Task<(ReadAt<SearchResponse>? Found, Problem? Problem)> FindAsync(
        Check check, string? text, AskedRevision asked, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var question = Read(check, new Request(text, null, null, null, null), clock) with { Asked = asked };
        if (check.Failed)
        {
            return (null, check.Problem());
        }

        return await FindAsync(question, database, cancellation) is { } found
            ? (new ReadAt<SearchResponse>(found.Revision, ResponseOf(question, found)), null)
            : (null, question.Asked.NoSuchRevision());
    }

    private static Question Read(Check check, Request request, TimeProvider clock)
    {
        var text = request.Q?.Trim() ?? "";
        var length = text.EnumerateRunes().Count();
        if (length is < Shortest or > Longest)
        {
            check.Refuse("q", request.Q is null
                ? "Missing: say what to look for."
                : $"{length} without the blanks around it: write {Shortest} to {Longest} characters.");
        }

        return new Question(
            text,
            check.Term("kind", request.Kind, SearchTerms.Kinds),
            (int)(check.Number("limit", request.Limit, 1, Most) ?? Ordinary),
            AskedRevision.Read(check, clock, request.Revision, request.AsOf));
    }

    private static Task<ReadAt<Found>?> FindAsync(Question question, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(question.Asked, async (connection, revision) =>
        {
            var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
                SqlFile.Beside(typeof(SearchNames), nameof(SearchNames)),
                new { question.Text, question.Kind, Revision = revision.Number }, cancellationToken: cancellation))).ToList();
            return new Found(rows[0].Asked, [.. rows.Where(row => row.Kind is not null).Select(row => new NamedThing(
                row.Kind!, row.Leads, row.Form, row.Name, row.Sort, row.Register, row.Said, row.Plain, row.Likeness) { Language = row.Language })]);
        }, cancellation);

    private static SearchResponse ResponseOf(Question question, ReadAt<Found> found)
    {
        var (asked, things) = found.Said;
        var readings = Reading.Of(question.Text, asked, things);
        var (hits, near) = NameMatch.Among(asked, things, readings);
        var isEmpty = hits.Count == 0;
        return new SearchResponse(
            question.Text,
            asked,
            readings.Count == 0 ? null : [.. readings.Select(SearchReading.Of)],
            readings.Count == 0 && Reading.NotUnderstood(question.Text, asked, things) is { Count: > 0 } strange ? strange : null,
            [.. hits.Take(question.Limit).Select(SearchItem.Of)],
            isEmpty ? SearchTried.Of(question.Kind) : null,
            isEmpty && near.Count > 0 ? [.. near.Take(MostSuggestions).Select(SearchItem.Of)] : null,
            found.Revision.Number);
    }

    private static string PathOf(Question question)
    {
        var path = new StringBuilder($"/v1/search?q={Uri.EscapeDataString(question.Text)}");
        return path.Append(question.Kind is null ? "" : $"&kind={question.Kind}")
            .Append(question.Limit == Ordinary ? "" : $"&limit={question.Limit}").ToString();
    }

    private sealed record Row
    {
        public required string Asked { get; init; }

        public string? Kind { get; init; }

        public string Leads { get; init; } = "";

        public string? Form { get; init; }

        public string Name { get; init; } = "";

        public string Sort { get; init; } = "";

        public string? Register { get; init; }

        public string Said { get; init; } = "";

        public string Plain { get; init; } = "";

        public double Likeness { get; init; }

        public string? Language { get; init; }
    }
}
