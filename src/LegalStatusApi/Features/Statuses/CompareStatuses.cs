using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Statuses;

/// <summary>The main answer for many places and substances at once.</summary>
public static class CompareStatuses
{
    private const int MostPairs = 200;

    /// <param name="Jurisdiction">Up to 200 codes, separated by commas.</param>
    /// <param name="Substance">Slugs, separated by commas. Places times substances: at most 200 pairs.</param>
    /// <param name="On">Law date, yyyy-MM-dd; today (UTC) where absent.</param>
    /// <param name="Form">Slug of a form; pairs whose substance has no such form are a problem in their place.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request(
        [FromQuery] string? Jurisdiction,
        [FromQuery] string? Substance,
        [FromQuery] string? On,
        [FromQuery] string? Form,
        [FromQuery] string? Revision,
        [FromQuery] string? AsOf);

    /// <summary>The answers, in the order of the question: places, and within each the substances.</summary>
    /// <param name="On">The law day (UTC).</param>
    /// <param name="Revision">The revision that all answers come from.</param>
    /// <param name="Items">One for each pair: an answer, or a problem in its place.</param>
    /// <param name="Permalink">Where exactly these answers will always be.</param>
    public sealed record CompareResponse(string On, long Revision, IReadOnlyList<CompareItem> Items, string? Permalink);

    /// <summary>One pair.</summary>
    /// <param name="Jurisdiction">Code of the place, as asked.</param>
    /// <param name="Substance">Slug of the substance, as asked.</param>
    /// <param name="Answer">The same as the main answer for this pair.</param>
    /// <param name="Problem">Why there is no answer for this pair.</param>
    public sealed record CompareItem(string Jurisdiction, string Substance, StatusResponse? Answer, Problem? Problem);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var question = StatusQuestion.Read(check, clock, request.On, request.Form, request.Revision, request.AsOf);
        var pairs = Pairs(check, request);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var asked = pairs.Select(pair => (Code: CanonicalOf(pair.Jurisdiction), pair.Substance)).ToList();
        var found = await FetchStacks.FindAsync(database, asked, question.Asked, cancellation);
        if (found.Count == 0)
        {
            return question.Asked.NoSuchRevision().Result();
        }

        // Only a pair that is not on record needs the names of all that is, and then once for all pairs.
        var names = found.All(each => each.Stack is not null) ? KnownNames.None : await KnownNames.FindAsync(database, cancellation);
        var items = pairs.Zip(found, (pair, each) => ItemOf(names, pair, each, question)).ToList();
        return AnswerOf(request, question, items, found[0]);
    }

    private static IResult AnswerOf(Request request, StatusQuestion question, List<CompareItem> items, FetchStacks.Found first)
    {
        var path = $"/v1/status?jurisdiction={Escape(request.Jurisdiction!)}&substance={Escape(request.Substance!)}";
        var permalink = question.PermalinkOf(path, first.Revision.Number);
        return Answer.Of(
            new CompareResponse(question.On.ToString("yyyy-MM-dd"), first.Revision.Number, items, permalink),
            new Freshness(first.Revision.RecordedAt, permalink, question.IsPinned, question.LatestOf(path)));
    }

    private static List<(string Jurisdiction, string Substance)> Pairs(Check check, Request request)
    {
        var places = Split(check, "jurisdiction", request.Jurisdiction);
        var substances = Split(check, "substance", request.Substance);
        var count = places.Count * substances.Count;
        if (count > MostPairs)
        {
            check.Refuse("jurisdiction", $"{places.Count} places times {substances.Count} substances are {count} pairs; at most {MostPairs} at once.");
            return [];
        }

        return [.. places.SelectMany(place => substances.Select(substance => (place, substance)))];
    }

    private static List<string> Split(Check check, string parameter, string? text)
    {
        var parts = (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // A parameter that is there and empty has been refused already.
        if (parts.Length == 0 && text != "")
        {
            check.Refuse(parameter, "Missing: give one or more, separated by commas.");
        }

        return [.. parts.Distinct(StringComparer.Ordinal)];
    }

    private static CompareItem ItemOf(
        KnownNames names, (string Jurisdiction, string Substance) pair, FetchStacks.Found found, StatusQuestion question)
    {
        if (!found.PlaceIsKnown)
        {
            return new CompareItem(pair.Jurisdiction, pair.Substance, null, names.NoSuchPlace(pair.Jurisdiction));
        }

        if (found.Stack is not { } stack)
        {
            return new CompareItem(pair.Jurisdiction, pair.Substance, null, names.NoSuchSubstance(pair.Substance));
        }

        var (form, wrong) = OneStack.FormOf(stack.Substance, question.Form);
        var permalink = question.PermalinkOf(LookUpStatus.PathOf(stack), stack.Revision.Number);
        return wrong is not null
            ? new CompareItem(pair.Jurisdiction, pair.Substance, null, wrong)
            : new CompareItem(pair.Jurisdiction, pair.Substance,
                StatusResponse.Of(StatusAnswer.Of(stack, form, question.On, question.IsFuture), permalink), null);
    }

    private static string CanonicalOf(string typed) => JurisdictionCode.TryCanonicalize(typed, out var code) ? code : typed;

    private static string Escape(string list) => string.Join(',', list.Split(',').Select(Uri.EscapeDataString));
}
