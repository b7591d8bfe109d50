using System.Text;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Claims;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Mcp;

/// <summary>check_claim: does the record bear out what somebody says of the law?</summary>
public static class ClaimTool
{
    public static readonly Tool Tool = new(
        "check_claim",
        "Check a claim about the law",
        "Does the record bear out a claim such as 'psilocybin is legal in Oregon'? The verdict is supported, contradicted, overstated, true_only_of_form, true_only_later, no_longer_true or cannot_say.",
        [
            CommonArguments.Jurisdiction, CommonArguments.Substance,
            new("claim", "The word that is claimed, such as legal, banned, decriminalized, prescription or deprioritized, or a class as the law names it, such as Class B.", IsNeeded: true),
            new("activity", "What it is said of; the substance as such where absent.", Known: Vocabulary.Activity),
            CommonArguments.Form, CommonArguments.On, CommonArguments.Revision,
        ],
        AnswerAsync);

    /// <summary>A claim as an agent is told of it.</summary>
    /// <param name="On">The law day (UTC).</param>
    /// <param name="Revision">The revision of the record that decides.</param>
    /// <param name="Jurisdiction">The place.</param>
    /// <param name="Substance">Slug of the substance.</param>
    /// <param name="Form">Slug of the form asked for.</param>
    /// <param name="Level">The level of law that the status comes from.</param>
    /// <param name="Verification">How well it was checked.</param>
    /// <param name="Conflicts">Levels above that are stricter or freer.</param>
    /// <param name="Certainty">How sure the date is.</param>
    /// <param name="Claim">The claim as it was written.</param>
    /// <param name="Activity">What it is said of.</param>
    /// <param name="Verdict">What the record makes of it.</param>
    /// <param name="Why">The same as a sentence, with what decides.</param>
    /// <param name="Status">What heads the answer on that day.</param>
    /// <param name="Reason">Why it is unknown.</param>
    /// <param name="Meaning">What the word, or the reason, means.</param>
    /// <param name="Say">Plain sentences that are safe to print.</param>
    /// <param name="Avoid">Words that would be wrong.</param>
    /// <param name="OtherDates">When else it is supported, or true in part.</param>
    /// <param name="TrueOf">Other forms of which it is true on that day.</param>
    /// <param name="Levels">Every level of law, most local first.</param>
    /// <param name="Permalink">Where exactly this answer will always be; absent where the day lies ahead.</param>
    /// <param name="Notice">What every reuse must say.</param>
    public sealed record Told(
        string On,
        long Revision,
        PlaceResponse Jurisdiction,
        string Substance,
        string? Form,
        ToldLevel Level,
        ToldCheck Verification,
        IReadOnlyList<ConflictResponse> Conflicts,
        string Certainty,
        string Claim,
        string? Activity,
        string Verdict,
        string Why,
        string Status,
        string? Reason,
        string Meaning,
        string Say,
        IReadOnlyList<string> Avoid,
        IReadOnlyList<ClaimDates> OtherDates,
        IReadOnlyList<string> TrueOf,
        IReadOnlyList<ToldLayer> Levels,
        string? Permalink,
        string Notice);

    private static async Task<ToolAnswer> AnswerAsync(ToolCall call)
    {
        var status = call.Status();
        call.Check.Term("activity", call["activity"], Vocabulary.Activity);
        var stack = await call.StackAsync(status.Asked);
        var (answer, errors) = new ClaimQuestion(stack.Jurisdiction, stack.Substance.Slug, call["claim"]!, call["activity"], status).AnswerFrom(stack);
        foreach (var error in errors)
        {
            call.Check.Refuse(error.Parameter, error.Detail);
        }

        call.RefuseMistakes();
        var head = ToldStatus.Of(
            StatusAnswer.Of(stack, ToolCall.FormOf(stack, status.Form), status.On, status.IsFuture), call.Absolute(answer!.Permalink));
        return new ToolAnswer(TextOf(head, answer), new Told(
            head.On, head.Revision, head.Jurisdiction, head.Substance, head.Form, head.Level, head.Verification, head.Conflicts, head.Certainty,
            answer.Asked, answer.Activity, answer.Verdict, answer.Why, head.Status, head.Reason, head.Meaning, answer.Say, answer.Avoid,
            answer.OtherDates, answer.TrueOf, head.Levels!, head.Permalink, head.Notice));
    }

    private static string TextOf(ToldStatus head, ClaimResponse answer)
    {
        var text = head.WriteHead(new StringBuilder())
            .AppendLine($"Claim: '{Check.Shown(answer.Asked)}'{(answer.Activity is null ? "" : $" of {answer.Activity}")}.")
            .AppendLine($"Verdict: {answer.Verdict}. {answer.Why}");
        if (answer.TrueOf.Count > 0)
        {
            text.AppendLine($"True on that day of: {string.Join(", ", answer.TrueOf)}.");
        }

        return head.WriteEnd(head.WriteWords(text)).ToString();
    }
}
