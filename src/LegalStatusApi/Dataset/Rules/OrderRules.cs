using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset.Rules;

/// <summary>Classifications stand in the order in which a reader expects them.</summary>
internal static class OrderRules
{
    public static void Check(Draft draft)
    {
        if (!draft.IsWhole(SeedFileName.OfSubstances))
        {
            return;
        }

        var order = new RecordOrder(draft.Substances.Select(each => each.Row), draft.Forms.Select(each => each.Row));
        foreach (var place in draft.Classifications.GroupBy(each => each.Row.Jurisdiction, StringComparer.Ordinal))
        {
            var records = place.Where(each => each.Record.At.AreSound("substance", "form", "from", "to")).ToList();
            foreach (var ((before, _), (row, record)) in records.Zip(records.Skip(1)))
            {
                if (RankOf(row) < RankOf(before))
                {
                    record.At.Say("key", $"It belongs before {before.Key[(before.Key.IndexOf('/') + 1)..]}: "
                        + "the order is by substance, the substance before its forms, oldest first.");
                }
            }
        }

        Rank RankOf(ClassificationRow row) => order.Of("", row.Substance, row.Form, row.From, row.To);
    }
}
