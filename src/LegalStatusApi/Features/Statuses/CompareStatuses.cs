using LegalStatusApi.Caching;
using LegalStatusApi.Domain;
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
        [AsParameters] Request request, HttpContext http, StackCache stacks, TimeProvider clock, [FromServices] AnswerCache? answers, CancellationToken cancellation)
    {
        var (compared, problem) = await FindAsync(Check.Of(http), request, stacks, clock, cancellation);
        // A stack that is not kept is another the next time, and so are its texts.
        return compared is null ? problem!.Result() : AnswerOf(compared, stacks.Keeps && string.IsNullOrEmpty(request.AsOf) ? answers?.Texts : null);
    }

    /// <summary>The comparison, or why there is none.</summary>
    public static async Task<(Comparison? Compared, Problem? Problem)> FindAsync(
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
        var known = await KnownStacks.FindAsync(stacks, asked, question.Asked, cancellation);
        if (known.Found.Count == 0)
        {
            return (null, question.Asked.NoSuchRevision());
        }

        var path = $"/v1/status?jurisdiction={Escape(request.Jurisdiction!)}&substance={Escape(request.Substance!)}"
            + (later is null ? "" : $"&on2={later.On:yyyy-MM-dd}");
        return (new Comparison(pairs, known, question, later, path), null);
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

    private static IResult AnswerOf(Comparison compared, TextsOfDays? texts) => Answer.Of(
        response => compared.Json(texts, response.RegisterForDispose),
        () => compared.Response,
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

    private static string CanonicalOf(string typed) => JurisdictionCode.TryCanonicalize(typed, out var code) ? code : typed;

    private static string Escape(string list) => string.Join(',', list.Split(',').Select(Uri.EscapeDataString));
}
