using LegalStatusApi.Domain;
using LegalStatusApi.Domain.Claims;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Claims;

/// <summary>A claim as it was sent, once the shape of it is in order.</summary>
public sealed record ClaimQuestion(string Jurisdiction, string Substance, string Claim, string? Activity, StatusQuestion Status)
{
    private const int LongestName = 100;

    /// <param name="check">Keeps every mistake.</param>
    /// <param name="jurisdiction">Code of the place.</param>
    /// <param name="substance">Slug, synonym or CAS number.</param>
    /// <param name="claim">The word or class.</param>
    /// <param name="activity">What it is said of.</param>
    /// <param name="status">Day, form and revision.</param>
    public static ClaimQuestion? Read(
        Check check, string? jurisdiction, string? substance, string? claim, string? activity, StatusQuestion status)
    {
        var code = Needed(check, "jurisdiction", jurisdiction) ? check.Code("jurisdiction", jurisdiction) : null;
        Needed(check, "substance", substance);
        Needed(check, "claim", claim);
        check.Term("activity", activity, Vocabulary.Activity);
        // Whether a class is meant that only this place's law has, the place alone can tell; a refusal should name all it can.
        if (check.Failed && !string.IsNullOrEmpty(claim) && Domain.Claims.Claim.Read(claim, activity, null) is null)
        {
            check.Refuse("claim", NoSuchClaim(claim));
        }

        return check.Failed ? null : new ClaimQuestion(code!, substance!.ToLowerInvariant(), claim!, string.IsNullOrEmpty(activity) ? null : activity, status);
    }

    /// <summary>The answer from the place's stack, or every mistake that only the stack could show.</summary>
    public (ClaimResponse? Answer, IReadOnlyList<ParameterError> Errors) AnswerFrom(Stack stack)
    {
        var errors = new List<ParameterError>();
        var (form, wrong) = OneStack.FormOf(stack.Substance, Status.Form);
        errors.AddRange(wrong?.Errors ?? []);
        var claim = Domain.Claims.Claim.Read(Claim, Activity, stack);
        if (claim is null)
        {
            errors.Add(new ParameterError("claim", NoSuchClaim(Claim)));
        }
        else if (claim is { Said: ClaimedClass, Activity: not null })
        {
            errors.Add(new ParameterError("activity", "A class is of the substance, not of an activity: leave it out."));
        }

        return errors.Count > 0
            ? (null, errors)
            : (ClaimResponse.Of(ClaimCheck.Of(stack, form, Status.On, Status.IsFuture, claim!), Status.PermalinkOf(PathOf(stack), stack.Revision.Number)), errors);
    }

    public string PathOf(Stack stack) =>
        $"/v1/claims/check?jurisdiction={stack.Jurisdiction}&substance={Uri.EscapeDataString(stack.Substance.Slug)}&claim={Uri.EscapeDataString(Claim)}"
        + (Activity is null ? "" : $"&activity={Activity}");

    private static bool Needed(Check check, string parameter, string? text)
    {
        // A parameter that is there and empty has been refused already.
        if (text is null)
        {
            check.Refuse(parameter, "Missing.");
        }
        else if (text.Length > LongestName)
        {
            check.Refuse(parameter, $"Give at most {LongestName} characters.");
        }

        return text is { Length: > 0 and <= LongestName };
    }

    private static string NoSuchClaim(string typed) =>
        $"'{Check.Shown(typed)}' is no word that can be checked.{Nearest.DidYouMean(ClaimWords.Normal(typed), ClaimWords.Spellings)}"
        + $" Known: {string.Join(", ", ClaimWords.All.Select(word => word.Name))}; or a class as the law names it, such as Class B or Schedule I."
        + " What each means: /v1/vocabulary/claim.";
}
