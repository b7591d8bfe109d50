using System.Globalization;
using System.Text.Json.Nodes;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Revisions;

/// <summary>What lies between two revisions: record by record, field by field.</summary>
public static class DiffRevisions
{
    /// <param name="Number">Number of the later revision.</param>
    /// <param name="From">Number of the earlier one, 0 for none; the one before where absent.</param>
    /// <param name="Limit">How many at most.</param>
    /// <param name="Cursor">Where the part before ended: follow <c>next</c>.</param>
    public sealed record Request(
        [FromRoute] string Number, [FromQuery] string? From, [FromQuery] string? Limit, [FromQuery] string? Cursor);

    /// <summary>A row of the record that the two revisions say differently.</summary>
    /// <param name="Record">Key of the record that it belongs to.</param>
    /// <param name="Relation">What it is: classification, citation, source, source_version and so on.</param>
    /// <param name="Id">Its id.</param>
    /// <param name="Action">added, changed or closed.</param>
    /// <param name="Fields">Field by field; of an added row all it says, of a closed one all it said. A redacted text stays redacted.</param>
    /// <param name="Changes">What the publications between say of the record: of which kind each change is, and why. Empty where an import did not say.</param>
    public sealed record RevisionDiffItem(
        string Record, string Relation, string Id, string Action, IReadOnlyList<ChangedField> Fields, IReadOnlyList<RevisionNote> Changes);

    /// <summary>What one publication says of a record.</summary>
    /// <param name="Revision">Which publication.</param>
    /// <param name="Kind">added, corrected, reverified, withdrawn or law_changed.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Corrects">With corrected: the revision that had said it otherwise.</param>
    public sealed record RevisionNote(long Revision, string Kind, string Reason, long? Corrects);

    private sealed record Row(
        string Record, string Relation, string Id, JsonObject? Before, JsonObject? After, IReadOnlyList<RevisionNote> Changes)
    {
        public RevisionDiffItem Item => new(
            Record, Relation, Id, Before is null ? "added" : After is null ? "closed" : "changed", Fields(Before ?? [], After ?? []), Changes);
    }

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        if (Leading(request.Number) is { } number)
        {
            return Answer.CanonicalAt(http.Request, $"/v1/revisions/{number}/diff");
        }

        var (page, problem) = await FindPageAsync(Check.Of(http), request, http, database, clock, cancellation);
        return page is null ? problem!.Result() : Answer.Of(page.List, new Freshness(page.Later.RecordedAt, IsPinned: true));
    }

    /// <summary>A part of what lies between two revisions.</summary>
    /// <param name="List">The rows that the two say differently.</param>
    /// <param name="Later">The later revision.</param>
    /// <param name="From">Number of the earlier one; 0 for none.</param>
    /// <param name="Asked">What was asked.</param>
    public sealed record DiffPage(ListResponse<RevisionDiffItem> List, Revision Later, long From, Request Asked);

    /// <summary>The number without zeros before it; null where there are none.</summary>
    public static string? Leading(string number) => number.Length > 1 && number[0] == '0' && number.All(char.IsAsciiDigit) && number.TrimStart('0') is { Length: > 0 } rest ? rest : null;

    /// <summary>The part that is asked for, or why there is none.</summary>
    public static async Task<(DiffPage? Page, Problem? Problem)> FindPageAsync(
        Check check, Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var paging = Paging.Read(check, http, clock, request.Limit, request.Cursor, null, null, keyParts: 3);
        var isNumber = long.TryParse(request.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
        var from = check.Number("from", request.From, 0, long.MaxValue) ?? number - 1;
        if (isNumber && from >= number)
        {
            check.Refuse("from", $"Revision {from} does not come before revision {number}: name an earlier one, or 0 for none.");
        }

        if (check.Failed)
        {
            return (null, check.Problem());
        }

        var found = isNumber ? await FindAsync(number, from, paging, database, cancellation) : null;
        return found is null
            ? (null, Problems.UnknownRecord.With($"There is no revision '{Check.Shown(request.Number)}'. See /v1/revisions."))
            : (new DiffPage(paging.PartOf(number, found.Said, row => [row.Record, row.Relation, row.Id], row => row.Item), found.Revision, from, request), null);
    }

    private static Task<ReadAt<IReadOnlyList<Row>>?> FindAsync(
        long number, long from, Paging paging, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(number, null, (connection, revision) => connection.QueryJsonAsync<Row>(
            SqlFile.Beside(typeof(DiffRevisions), nameof(DiffRevisions)), new
            {
                From = from,
                Revision = revision.Number,
                AfterRecord = paging.After(0),
                AfterRelation = paging.After(1),
                AfterId = paging.After(2),
                paging.Take,
            }, cancellation), cancellation);

    private static List<ChangedField> Fields(JsonObject before, JsonObject after) =>
        [.. before.Select(field => field.Key).Union(after.Select(field => field.Key), StringComparer.Ordinal)
            .Where(name => !JsonNode.DeepEquals(before[name], after[name]))
            .Select(name => new ChangedField(name, before[name]?.DeepClone(), after[name]?.DeepClone()))];
}
