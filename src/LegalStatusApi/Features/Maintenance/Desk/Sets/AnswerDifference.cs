using LegalStatusApi.Domain;
using LegalStatusApi.Features.Explorer.Parts;

namespace LegalStatusApi.Features.Maintenance.Desk.Sets;

/// <summary>One thing in which an answer becomes another.</summary>
/// <param name="Name">What.</param>
/// <param name="Before">As it was; null: not on record.</param>
/// <param name="After">As it becomes.</param>
public sealed record AnswerDifference(string Name, string? Before, string? After)
{
    /// <summary>Everything but the status in which the answers before and after differ, in words.</summary>
    public static IReadOnlyList<AnswerDifference> Of(ChangedAnswer.Said? before, ChangedAnswer.Said? after)
    {
        var activities = Vocabulary.Activity.Terms.Select(term => term.Value)
            .Select(activity => new AnswerDifference(Words.Activity(activity), Treated(before, activity), Treated(after, activity)));
        AnswerDifference[] others =
        [
            new("Why it is not known", Reason(before), Reason(after)),
            new("Certainty", Plain(before?.Certainty), Plain(after?.Certainty)),
            new("Level whose law it is", before?.From, after?.From),
            new("Class or list", before?.Schedule, after?.Schedule),
            new("How it was checked", before is null ? null : Words.Checked(before.Verification), after is null ? null : Words.Checked(after.Verification)),
            new("Medical route", Plain(before?.MedicalAccess), Plain(after?.MedicalAccess)),
            new("Amounts", Joined(before?.Amounts), Joined(after?.Amounts)),
            new("Strictest level that binds", Plain(before?.Strictest), Plain(after?.Strictest)),
            new("Forms with another answer", Joined(before?.DifferingForms), Joined(after?.DifferingForms)),
            new("Levels in conflict", Joined(before?.Conflicts), Joined(after?.Conflicts)),
            new("Laws that are pending", Joined(before?.Pending), Joined(after?.Pending)),
        ];
        return [.. others.Concat(activities).Where(each => each.Before != each.After)];
    }

    /// <summary>The days for which it is another.</summary>
    public static string Days(ChangedAnswer answer) => (answer.From, answer.To) switch
    {
        (null, null) => "For every day",
        (null, { } to) => $"For every day before {to}",
        ({ } from, null) => $"From {from} on",
        ({ } from, { } to) => $"From {from}, up to the day before {to}",
    };

    private static string? Treated(ChangedAnswer.Said? said, string activity) =>
        said?.Activities?.GetValueOrDefault(activity) is { } treated ? Words.Plain(treated) : null;

    private static string? Reason(ChangedAnswer.Said? said) => said?.Reason is { } reason ? Vocabulary.Reason[reason].Meaning : null;

    private static string? Plain(string? term) => term is null ? null : Words.Plain(term);

    private static string? Joined(IReadOnlyList<string>? items) => items is null ? null : Words.Plain(string.Join("; ", items));
}
