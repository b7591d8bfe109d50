using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;

namespace LegalStatusApi.Features.Claims;

/// <summary>Does the record bear out what somebody says of the law?</summary>
public static class CheckClaim
{
    /// <param name="Jurisdiction">ISO 3166-1 alpha-2, ISO 3166-2, those and a slug, UN or EU.</param>
    /// <param name="Substance">Slug, synonym or CAS number.</param>
    /// <param name="Claim">A word of the vocabulary, such as legal, banned or decriminalized, or a class as the law names it, such as Class B.</param>
    /// <param name="Activity">What it is said of; absent for the substance as such.</param>
    /// <param name="Form">Slug of a form of the substance.</param>
    /// <param name="On">Law date, yyyy-MM-dd, 1800-01-01 to 2199-12-31; today (UTC) where absent.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request(
        [FromQuery] string? Jurisdiction,
        [FromQuery] string? Substance,
        [FromQuery] string? Claim,
        [FromQuery] string? Activity,
        [FromQuery] string? Form,
        [FromQuery] string? On,
        [FromQuery] string? Revision,
        [FromQuery] string? AsOf);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, StackCache stacks, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var status = StatusQuestion.Read(check, clock, request.On, request.Form, request.Revision, request.AsOf);
        var question = ClaimQuestion.Read(check, request.Jurisdiction, request.Substance, request.Claim, request.Activity, status);
        if (question is null)
        {
            return check.Problem().Result();
        }

        var known = await KnownStacks.FindAsync(stacks, [(question.Jurisdiction, question.Substance)], status.Asked, cancellation);
        if (known.Found.Count == 0)
        {
            return status.Asked.NoSuchRevision().Result();
        }

        if (known.Found[0].Stack is not { } stack)
        {
            return Refuse(check, known.Unknown(known.Found[0], "jurisdiction", "substance"));
        }

        var (answer, errors) = question.AnswerFrom(stack);
        return answer is null
            ? Refuse(check, errors)
            : Answer.Of(answer, new Freshness(stack.Revision.RecordedAt, answer.Permalink, status.IsPinned, status.LatestOf(question.PathOf(stack))));
    }

    private static IResult Refuse(Check check, IEnumerable<ParameterError> errors)
    {
        foreach (var error in errors)
        {
            check.Refuse(error.Parameter, error.Detail);
        }

        return check.Problem().Result();
    }
}
