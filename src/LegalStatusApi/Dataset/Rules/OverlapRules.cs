using LegalStatusApi.Dataset.Reading;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Dataset.Rules;

/// <summary>
/// Of one place, substance and form no two periods hold on the same day: the exclusions of 0005_classifications.sql.
/// </summary>
internal static class OverlapRules
{
    // What an absent date stands for where the database compares beginnings and ends.
    private static readonly PartialDate NoBeginning = PartialDate.Of(PartialDate.Earliest);
    private static readonly PartialDate NoEnd = PartialDate.Of(PartialDate.Latest);

    public static void Check(Draft draft)
    {
        var subjects = draft.Classifications
            .Where(each => each.Record.At.AreSound("substance", "form", "from", "to", "attestedFrom"))
            .GroupBy(each => (each.Row.Jurisdiction, each.Row.Substance, each.Row.Form));
        foreach (var subject in subjects)
        {
            var periods = subject.ToList();
            for (var later = 1; later < periods.Count; later++)
            {
                // One is enough to go on with; all pairs of a long list would be more than anyone reads.
                var earlier = 0;
                while (earlier < later && !Refuse(periods[earlier], periods[later]))
                {
                    earlier++;
                }
            }
        }
    }

    private static bool Refuse(
        (ClassificationRow Row, WrittenRecord Record) one, (ClassificationRow Row, WrittenRecord Record) two)
    {
        var (first, second) = (PeriodRules.Of(one.Row), PeriodRules.Of(two.Row));
        var at = two.Record.At;
        var sameFrom = (first.From ?? NoBeginning) == (second.From ?? NoBeginning);
        var sameTo = (first.To ?? NoEnd) == (second.To ?? NoEnd);
        if (!sameFrom && !sameTo && !first.CertainlyOverlaps(second))
        {
            return false;
        }

        var both = $"{two.Record.Key} (line {at.Line}) and {one.Record.Key} (line {one.Record.At.Line})";
        at.Say(sameTo && !sameFrom ? "to" : "from", both + (sameFrom
            ? $" have the same beginning ({two.Row.From ?? "not known"})."
            : sameTo ? $" have the same end ({two.Row.To ?? "still in force"})." : " hold on the same days."));
        return true;
    }
}
