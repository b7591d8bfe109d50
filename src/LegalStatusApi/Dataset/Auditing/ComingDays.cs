using LegalStatusApi.Dataset.Reading;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Dataset.Auditing;

/// <summary>A record that begins after today rests on a law that was passed; all else is pending law.</summary>
internal static class ComingDays
{
    private static readonly string[] RolesOfLaw = ["establishes", "amends", "repeals", "incorporates"];

    public static void Find(Draft draft, DateOnly today, List<Mistake> gaps)
    {
        var sources = draft.Sources.ToDictionary(each => each.Row.Key, each => each.Row.Type, StringComparer.Ordinal);
        foreach (var (row, record) in draft.Classifications)
        {
            if (PartialDate.TryParse(row.From, out var from) && from.First > today && !RestsOnLaw(record, sources))
            {
                record.At.For(gaps).Say("from", $"{row.From} is yet to come: such a record cites the law that was passed "
                    + "(role establishes, amends, repeals or incorporates); before that it is pending law.");
            }
        }
    }

    private static bool RestsOnLaw(WrittenRecord record, Dictionary<string, string> sources) =>
        record.Citations.Any(citation => RolesOfLaw.Contains(citation.Row.Role, StringComparer.Ordinal)
            && sources[citation.Row.Source] is "statute" or "regulation" or "order" or "ballot_measure" or "ordinance");
}
