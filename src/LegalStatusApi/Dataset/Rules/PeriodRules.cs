using LegalStatusApi.Dataset.Reading;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Dataset.Rules;

/// <summary>The period of one record makes sense by itself.</summary>
internal static class PeriodRules
{
    public static Period Of(string? from, string? to, string? attestedFrom) =>
        new(Parsed(from), Parsed(to), Parsed(attestedFrom)?.First);

    public static Period Of(ClassificationRow row) => Of(row.From, row.To, row.AttestedFrom);

    /// <summary>'to' is the first day after, so it is later than 'from'.</summary>
    public static void CheckEnd(Fields at, string? from, string? to)
    {
        if (!Of(from, to, null).HasDays)
        {
            at.Say("to",
                $"It ends ({to}) before it begins ({from}); 'to' is the first day on which it no longer holds.");
        }
    }

    public static void Check(Draft draft)
    {
        foreach (var (row, record) in draft.Classifications)
        {
            CheckEnd(record.At, row.From, row.To);
            CheckAttested(row, record.At);
            CheckVerified(row, record.At);
        }
    }

    private static void CheckAttested(ClassificationRow row, Fields at)
    {
        if (row.AttestedFrom is null)
        {
            return;
        }

        if (row.From is not null)
        {
            at.Say("attestedFrom", "It belongs only to a period without 'from'.");
        }
        else if (Of(row) is { To: { } to, AttestedFrom: { } attested } && attested >= to.Last)
        {
            at.Say("attestedFrom", $"It is attested ({row.AttestedFrom}) only after its end ({row.To}).");
        }
    }

    private static void CheckVerified(ClassificationRow row, Fields at)
    {
        if (Parsed(row.ReviewDue) is { } due && Parsed(row.VerifiedOn) is { } verified && due.First <= verified.First)
        {
            at.Say("reviewDue", $"The next review ({row.ReviewDue}) is due after the last ({row.VerifiedOn}).");
        }
    }

    private static PartialDate? Parsed(string? date) => PartialDate.TryParse(date, out var parsed) ? parsed : null;
}
