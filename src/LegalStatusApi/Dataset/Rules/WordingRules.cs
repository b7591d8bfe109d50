using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset.Rules;

/// <summary>Texts that readers see are short, and labels are labels.</summary>
internal static class WordingRules
{
    private const int LongestSummary = 400;

    public static void Check(Draft draft)
    {
        foreach (var record in draft.Records.Where(record => record.Summary.Length > LongestSummary))
        {
            record.At.Say("summary", $"It has {record.Summary.Length} characters; at most {LongestSummary} are read.");
        }

        foreach (var (row, record) in draft.Classifications)
        {
            if (row.Schedule is { } schedule && MistakeInLabel(schedule) is { } mistake)
            {
                record.At.Say("schedule", mistake);
            }
        }
    }

    // "Schedule I(c)" is a label; "Schedule I (probably)" is a label with a gloss.
    private static string? MistakeInLabel(string schedule)
    {
        if (schedule.Contains(" (", StringComparison.Ordinal) || schedule.StartsWith('(') || schedule.Contains('?'))
        {
            return $"'{schedule}' holds a gloss or a doubt: a schedule is the class or list exactly as the law names "
                + "it; doubts belong in toCheck.";
        }

        return schedule.Split(';').Skip(1).All(part => part.StartsWith(' ') && part.Trim().Length > 0)
            ? null
            : $"'{schedule}': several classes are joined by '; '.";
    }
}
