using System.Text.Json;

namespace LegalStatusApi.Domain;

/// <summary>For which days an answer becomes another.</summary>
/// <param name="Jurisdiction">Code of the place.</param>
/// <param name="Substance">Slug of the substance.</param>
/// <param name="Form">Slug of the form; absent for the substance itself.</param>
/// <param name="From">First day; absent = since ever.</param>
/// <param name="To">First day on which it is the same again; absent = from then on.</param>
/// <param name="Before">What it was; absent where there was none.</param>
/// <param name="After">What it becomes; absent where there is none.</param>
public sealed record ChangedAnswer(
    string Jurisdiction, string Substance, string? Form, string? From, string? To, ChangedAnswer.Said? Before, ChangedAnswer.Said? After)
{
    /// <summary>What an answer says of the law, in short: all but its texts, its citations and what is said of other levels alone.</summary>
    /// <param name="Status">The status.</param>
    /// <param name="Reason">Of an unknown status: why.</param>
    /// <param name="Certainty">How certain it is for these days.</param>
    /// <param name="From">The level whose law it is.</param>
    /// <param name="Schedule">The schedule as that law calls it.</param>
    /// <param name="Verification">How well it is checked.</param>
    /// <param name="Activities">What that law says of each activity.</param>
    /// <param name="MedicalAccess">The medical route.</param>
    /// <param name="Amounts">The amounts that it names, and what each changes.</param>
    /// <param name="Strictest">The strictest status that binds people there, and whose it is.</param>
    /// <param name="DifferingForms">Forms with another answer.</param>
    /// <param name="Conflicts">Levels that are stricter or freer, and in what.</param>
    /// <param name="Pending">Laws that may still change it.</param>
    public sealed record Said(
        string Status, string? Reason, string Certainty, string From, string? Schedule, string? Verification,
        IReadOnlyDictionary<string, string>? Activities, string? MedicalAccess, IReadOnlyList<string>? Amounts, string? Strictest,
        IReadOnlyList<string>? DifferingForms, IReadOnlyList<string>? Conflicts, IReadOnlyList<string>? Pending)
    {
        public static Said Of(StatusAnswer answer)
        {
            var (headline, record) = (answer.Headline, answer.Headline.Record);
            return new Said(
                headline.Status, headline.Reason, headline.Certainty, headline.Layer!.Place.Code, record?.Schedule, headline.Verification,
                record is { Activities.Count: > 0 } ? new SortedDictionary<string, string>(record.Activities.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal) : null,
                record?.MedicalAccess,
                Some(record?.Thresholds.Select(amount => $"{amount.Activity ?? "possession"}: {amount.Effect} {amount.Quantity} {amount.Unit} ({amount.Basis})")),
                headline.Strictest is { Said: { } strictest } level ? $"{strictest.Status}, {level.Place.Code}" : null,
                Some(headline.DifferingForms?.Select(form => form.Slug)),
                Some(answer.Conflicts.Select(conflict => $"{conflict.Kind}, {conflict.Level.Place.Code}: {string.Join(", ", conflict.Activities)}")),
                Some(answer.Pending.Select(law => law.Title)));
        }

        private static List<string>? Some(IEnumerable<string>? items) => items?.ToList() is { Count: > 0 } some ? some : null;
    }
}

/// <summary>Compares the answers of two stacks on every day: between two boundaries of law nothing changes, so those suffice.</summary>
public static class ChangedAnswers
{
    // An answer, and the same as text, since what holds lists is not compared by what they hold.
    private sealed record Answer(ChangedAnswer.Said Said, string Text)
    {
        // A form that the substance does not have (any more, or yet) has no answer of its own.
        public static Answer? On(DateOnly day, Stack stack, string? form)
        {
            var own = stack.Substance.Forms.FirstOrDefault(each => each.Slug == form);
            if (form is not null && own is null)
            {
                return null;
            }

            var said = ChangedAnswer.Said.Of(StatusAnswer.Of(stack, own, day, isFuture: false));
            return new Answer(said, JsonSerializer.Serialize(said));
        }
    }

    public static IEnumerable<ChangedAnswer> Between(Stack before, Stack after)
    {
        var days = before.BoundaryDays().Concat(after.BoundaryDays()).Append(PartialDate.Earliest).Distinct().Order().ToList();
        foreach (var form in before.Substance.Forms.Concat(after.Substance.Forms).Select(form => form.Slug).Distinct(StringComparer.Ordinal).Prepend(null))
        {
            foreach (var span in Spans(before, after, form, days))
            {
                yield return span;
            }
        }
    }

    private static IEnumerable<ChangedAnswer> Spans(Stack before, Stack after, string? form, List<DateOnly> days)
    {
        (ChangedAnswer Span, string? Was, string? Becomes)? open = null;
        foreach (var day in days)
        {
            var (was, becomes) = (Answer.On(day, before, form), Answer.On(day, after, form));
            if (open is { } ending && (was?.Text != ending.Was || becomes?.Text != ending.Becomes))
            {
                yield return ending.Span with { To = day.ToString("yyyy-MM-dd") };
                open = null;
            }

            if (was?.Text != becomes?.Text && open is null)
            {
                var from = day == PartialDate.Earliest ? null : day.ToString("yyyy-MM-dd");
                open = (new ChangedAnswer(after.Jurisdiction, after.Substance.Slug, form, from, null, was?.Said, becomes?.Said), was?.Text, becomes?.Text);
            }
        }

        if (open is { } last)
        {
            yield return last.Span;
        }
    }
}
