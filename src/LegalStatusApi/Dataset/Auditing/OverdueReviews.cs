using LegalStatusApi.Dataset.Reading;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Dataset.Auditing;

/// <summary>Records in force, and pending law, whose day of review or decision has passed.</summary>
internal static class OverdueReviews
{
    public static void Find(Draft draft, DateOnly today, List<Mistake> reminders)
    {
        foreach (var record in draft.Records)
        {
            if (record.Row is ClassificationRow { To: null, ReviewDue: { } due } && IsPast(due, today))
            {
                record.At.For(reminders).Say("reviewDue", $"To be looked at again since {due}.");
            }
            else if (record.Row is PendingLawRow { Outcome: null, ExpectedOn: { } expected } && IsPast(expected, today))
            {
                record.At.For(reminders).Say("expectedOn", $"Expected on {expected}, and without an outcome.");
            }
        }
    }

    private static bool IsPast(string date, DateOnly today) => PartialDate.TryParse(date, out var day) && day.Last < today;
}
