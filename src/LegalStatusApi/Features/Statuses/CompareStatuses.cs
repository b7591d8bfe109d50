using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Features.Records.Citing;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;

namespace LegalStatusApi.Features.Statuses;

/// <summary>The main answer for many places and substances at once.</summary>
public static class CompareStatuses
{
    private const int MostPairs = 200;

    /// <param name="Jurisdiction">Up to 200 codes, separated by commas.</param>
    /// <param name="Substance">Slugs, separated by commas. Places times substances: at most 200 pairs.</param>
    /// <param name="On">Law date, yyyy-MM-dd; today (UTC) where absent.</param>
    /// <param name="On2">A later law date: adds what moved until then, and by which instruments.</param>
    /// <param name="Form">Slug of a form; pairs whose substance has no such form are a problem in their place.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    /// <param name="MaxAge">How old the check of what heads an answer may be, as an ISO 8601 duration: adds a verdict to each. Such answers have no permalink.</param>
    public sealed record Request(
        [FromQuery] string? Jurisdiction,
        [FromQuery] string? Substance,
        [FromQuery] string? On,
        [FromQuery] string? On2,
        [FromQuery] string? Form,
        [FromQuery] string? Revision,
        [FromQuery] string? AsOf,
        [FromQuery] string? MaxAge);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, StackCache stacks, TimeProvider clock, CancellationToken cancellation)
    {
        var (compared, problem) = await FindAsync(Check.Of(http), request, stacks, clock, cancellation);
        return compared is null ? problem!.Result() : AnswerOf(compared);
    }

    /// <summary>The comparison, with what its address says of how long it keeps.</summary>
    public sealed record Compared(CompareResponse Response, Revision Revision, Freshness Freshness);

    /// <summary>The comparison, or why there is none.</summary>
    public static async Task<(Compared? Compared, Problem? Problem)> FindAsync(
        Check check, Request request, StackCache stacks, TimeProvider clock, CancellationToken cancellation)
    {
        var question = StatusQuestion.Read(check, clock, request.On, request.Form, request.Revision, request.AsOf, request.MaxAge);
        var later = LaterOf(check, request.On2, question);
        var pairs = Pairs(check, request);
        if (check.Failed)
        {
            return (null, check.Problem());
        }

        var asked = pairs.Select(pair => (Code: CanonicalOf(pair.Jurisdiction), Substance: pair.Substance.ToLowerInvariant())).ToList();
        var (found, names) = await KnownStacks.FindAsync(stacks, asked, question.Asked, cancellation);
        if (found.Count == 0)
        {
            return (null, question.Asked.NoSuchRevision());
        }

        var items = pairs.Zip(found, (pair, each) => ItemOf(names, pair, each, question, later)).ToList();
        return (ComparedOf(request, question, later, items, found[0]), null);
    }

    // The same question on the later day.
    private static StatusQuestion? LaterOf(Check check, string? on2, StatusQuestion question)
    {
        if (check.Day("on2", on2) is not { } day)
        {
            return null;
        }

        if (day <= question.On)
        {
            check.Refuse("on2", $"Give a day after {question.On:yyyy-MM-dd}, the law date of the question.");
        }

        return question with { On = day };
    }

    private static Compared ComparedOf(
        Request request, StatusQuestion question, StatusQuestion? later, List<CompareItem> items, FetchStacks.Found first)
    {
        var path = $"/v1/status?jurisdiction={Escape(request.Jurisdiction!)}&substance={Escape(request.Substance!)}"
            + (later is null ? "" : $"&on2={later.On:yyyy-MM-dd}");
        var permalink = later is { IsFuture: true } ? null : question.PermalinkOf(path, first.Revision.Number);
        var days = later is null ? $"{question.On:yyyy-MM-dd}" : $"{question.On:yyyy-MM-dd} and {later.On:yyyy-MM-dd}";
        return new Compared(
            new CompareResponse(
                question.On.ToString("yyyy-MM-dd"), later?.On.ToString("yyyy-MM-dd"), first.Revision.Number, [.. MatrixRow.Of(items)], items, permalink,
                $"Information, not legal or medical advice; law on {days}."),
            first.Revision,
            new Freshness(first.Revision.RecordedAt, permalink, question.IsPinned && later is not { IsFuture: true }, question.LatestOf(path)));
    }

    private static IResult AnswerOf(Compared compared) => Answer.Of(
        compared.Response,
        compared.Freshness,
        [
            (Formats.Csv, (_, said) => CompareTable.Csv(said)),
            (Formats.Text, (_, said) => CompareTable.Text(said)),
            .. Bibliography.FormsOf<CompareResponse>(said => new Bibliography(
                $"Legal status in {said.Matrix.Count} places on {said.On}{(said.On2 is null ? "" : $" and {said.On2}")}", said.Permalink, compared.Revision,
                said.Items.SelectMany(item => item.Answer?.Layers ?? []).SelectMany(layer => layer.Citations ?? []))),
        ]);

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
        KnownNames names, (string Jurisdiction, string Substance) pair, FetchStacks.Found found, StatusQuestion question, StatusQuestion? later)
    {
        if (!found.PlaceIsKnown)
        {
            return new CompareItem(pair.Jurisdiction, pair.Substance, null, null, names.NoSuchPlace(pair.Jurisdiction));
        }

        if (found.Stack is not { } stack)
        {
            return new CompareItem(pair.Jurisdiction, pair.Substance, null, null, names.NoSuchSubstance(pair.Substance));
        }

        var (form, wrong) = OneStack.FormOf(stack.Substance, question.Form);
        if (wrong is not null)
        {
            return new CompareItem(pair.Jurisdiction, pair.Substance, null, null, wrong);
        }

        var path = LookUpStatus.PathOf(stack);
        var answer = StatusAnswer.Of(stack, form, question.On, question.IsFuture);
        var movement = later is null ? null : MovementResponse.Of(
            Movement.Between(answer, StatusAnswer.Of(stack, form, later.On, later.IsFuture)), later.PermalinkOf(path, stack.Revision.Number));
        return new CompareItem(pair.Jurisdiction, pair.Substance,
            StatusResponse.Of(answer, question.PermalinkOf(path, stack.Revision.Number)) with { Freshness = question.FreshnessOf(answer) }, movement, null);
    }

    private static string CanonicalOf(string typed) => JurisdictionCode.TryCanonicalize(typed, out var code) ? code : typed;

    private static string Escape(string list) => string.Join(',', list.Split(',').Select(Uri.EscapeDataString));
}
