using System.Text.RegularExpressions;
using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset.Rules;

/// <summary>Keys say what they are of, and are unique in their file: ids are made of them and stay for ever.</summary>
internal static partial class KeyRules
{
    public static void Check(Draft draft)
    {
        foreach (var record in draft.Records.Where(record =>
            record.Key.Length > 0 && record.At.AreSound("substance", "form")))
        {
            var start = record.Row switch
            {
                LeadRow => $"{record.Subject}-lead-",
                PendingLawRow => $"{record.Subject}-pending-",
                _ => $"{record.Subject}-",
            };
            if (!record.Key.StartsWith(start, StringComparison.Ordinal)
                || !Number().IsMatch(record.Key[start.Length..]))
            {
                record.At.Say("key", $"'{record.Key}' is not of the form {start}1, {start}2 ….");
            }
        }

        foreach (var place in draft.Records.GroupBy(record => record.At.File, StringComparer.Ordinal))
        {
            Duplicates.Refuse("key", place.Select(record => (record.Key, record.At)));
        }
    }

    [GeneratedRegex(@"^[1-9][0-9]{0,5}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Number();
}
