using LegalStatusApi.Domain;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;

namespace LegalStatusApi.Features.Journeys;

/// <summary>What the law says at both ends of a journey with a substance.</summary>
public static class ShowJourney
{
    private const int LongestName = 100;

    /// <param name="From">The place that is left: ISO 3166-1 alpha-2, ISO 3166-2, or those and a slug.</param>
    /// <param name="To">The place that is entered.</param>
    /// <param name="Substance">Slug, synonym or CAS number.</param>
    /// <param name="Form">Slug of a form of the substance.</param>
    /// <param name="On">Law date, yyyy-MM-dd, 1800-01-01 to 2199-12-31; today (UTC) where absent.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request(
        [FromQuery] string? From,
        [FromQuery] string? To,
        [FromQuery] string? Substance,
        [FromQuery] string? Form,
        [FromQuery] string? On,
        [FromQuery] string? Revision,
        [FromQuery] string? AsOf);

    private sealed record Question(string From, string To, string Substance, StatusQuestion Status);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, StackCache stacks, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var status = StatusQuestion.Read(check, clock, request.On, request.Form, request.Revision, request.AsOf);
        if (Read(check, request, status) is not { } question)
        {
            return check.Problem().Result();
        }

        var known = await KnownStacks.FindAsync(
            stacks, [(question.From, question.Substance), (question.To, question.Substance)], status.Asked, cancellation);
        if (known.Found.Count == 0)
        {
            return status.Asked.NoSuchRevision().Result();
        }

        var unknown = known.Unknown(known.Found[0], "from", "substance").Concat(known.Unknown(known.Found[1], "to", "substance"));
        foreach (var error in unknown)
        {
            check.Refuse(error.Parameter, error.Detail);
        }

        return check.Failed ? check.Problem().Result() : AnswerOf(known.Found[0].Stack!, known.Found[1].Stack!, status);
    }

    private static IResult AnswerOf(Stack from, Stack to, StatusQuestion question)
    {
        var (form, problem) = OneStack.FormOf(from.Substance, question.Form);
        if (problem is not null)
        {
            return problem.Result();
        }

        var path = $"/v1/journey?from={from.Jurisdiction}&to={to.Jurisdiction}&substance={Uri.EscapeDataString(from.Substance.Slug)}";
        var permalink = question.PermalinkOf(path, from.Revision.Number);
        var journey = new Journey(
            StatusAnswer.Of(from, form, question.On, question.IsFuture), StatusAnswer.Of(to, form, question.On, question.IsFuture));
        return Answer.Of(
            JourneyResponse.Of(
                journey, permalink,
                question.PermalinkOf(LookUpStatus.PathOf(from), from.Revision.Number), question.PermalinkOf(LookUpStatus.PathOf(to), to.Revision.Number)),
            new Freshness(from.Revision.RecordedAt, permalink, question.IsPinned, question.LatestOf(path)));
    }

    private static Question? Read(Check check, Request request, StatusQuestion status)
    {
        var from = PlaceOf(check, "from", request.From);
        var to = PlaceOf(check, "to", request.To);
        if (request.Substance is null)
        {
            check.Refuse("substance", "Missing.");
        }
        else if (request.Substance.Length > LongestName)
        {
            check.Refuse("substance", $"Give at most {LongestName} characters.");
        }

        if (from is not null && from == to)
        {
            check.Refuse("to", "The same place as from: a journey has two. Ask /v1/status for one.");
        }

        return check.Failed ? null : new Question(from!, to!, request.Substance!.ToLowerInvariant(), status);
    }

    private static string? PlaceOf(Check check, string parameter, string? typed)
    {
        // A parameter that is there and empty has been refused already.
        if (typed is null)
        {
            check.Refuse(parameter, "Missing: give the code of a place.");
        }

        return check.Code(parameter, typed) is not ("UN" or "EU") and var code ? code : Refuse(check, parameter);
    }

    private static string? Refuse(Check check, string parameter)
    {
        check.Refuse(parameter, "Nobody travels from or to all of it: give a country, a state or a city.");
        return null;
    }
}
