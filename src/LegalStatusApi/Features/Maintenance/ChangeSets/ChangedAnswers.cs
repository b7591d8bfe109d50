using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>For which days a headline becomes another.</summary>
/// <param name="Jurisdiction">Code of the place.</param>
/// <param name="Substance">Slug of the substance.</param>
/// <param name="Form">Slug of the form; absent for the substance itself.</param>
/// <param name="From">First day; absent = since ever.</param>
/// <param name="To">First day on which it is the same again; absent = from then on.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it becomes.</param>
public sealed record ChangedAnswer(
    string Jurisdiction, string Substance, string? Form, string? From, string? To, ChangedAnswer.Said Before, ChangedAnswer.Said After)
{
    /// <summary>A headline in short.</summary>
    /// <param name="Status">The status.</param>
    /// <param name="Reason">Of an unknown status: why.</param>
    /// <param name="Certainty">How certain it is for these days.</param>
    /// <param name="From">The level whose law it is.</param>
    /// <param name="Schedule">The schedule as that law calls it.</param>
    public sealed record Said(string Status, string? Reason, string Certainty, string From, string? Schedule);
}

/// <summary>Compares the answers of two stacks on every day: between two boundaries of law nothing changes, so those suffice.</summary>
public static class ChangedAnswers
{
    public static IEnumerable<ChangedAnswer> Between(Stack before, Stack after)
    {
        var days = Boundaries(before).Concat(Boundaries(after)).Append(PartialDate.Earliest).Distinct().Order().ToList();
        foreach (var form in before.Substance.Forms.Concat(after.Substance.Forms).DistinctBy(form => form.Slug).Prepend(null))
        {
            foreach (var span in Spans(before, after, form, days))
            {
                yield return span;
            }
        }
    }

    private static IEnumerable<ChangedAnswer> Spans(Stack before, Stack after, Form? form, List<DateOnly> days)
    {
        ChangedAnswer? open = null;
        foreach (var day in days)
        {
            var (was, becomes) = (SaidOn(before, form, day), SaidOn(after, form, day));
            if (open is not null && (was != open.Before || becomes != open.After))
            {
                yield return open with { To = day.ToString("yyyy-MM-dd") };
                open = null;
            }

            if (was != becomes && open is null)
            {
                open = new ChangedAnswer(after.Jurisdiction, after.Substance.Slug, form?.Slug,
                    day == PartialDate.Earliest ? null : day.ToString("yyyy-MM-dd"), null, was, becomes);
            }
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private static ChangedAnswer.Said SaidOn(Stack stack, Form? form, DateOnly day)
    {
        var headline = StatusAnswer.Of(stack, form, day, isFuture: false).Headline;
        return new(headline.Status, headline.Reason, headline.Certainty, headline.Layer!.Place.Code, headline.Record?.Schedule);
    }

    // The days on which something may begin or end to hold, or to be certain.
    private static IEnumerable<DateOnly> Boundaries(Stack stack) => stack.Classifications
        .SelectMany(record => new[] { record.From?.First, record.From?.Last, record.To?.First, record.To?.Last, record.AttestedFrom })
        .Concat(stack.Links.SelectMany(link => new[] { link.From?.First, link.From?.Last, link.To?.First, link.To?.Last }))
        .Concat(stack.Pending.Select(law => law.ExpectedOn?.Last.AddDays(1)))
        .OfType<DateOnly>();
}
