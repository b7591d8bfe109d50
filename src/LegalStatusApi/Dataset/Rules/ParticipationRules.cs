using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset.Rules;

/// <summary>A participation is in a treaty that is a source, cites one, and is one at a time.</summary>
internal static class ParticipationRules
{
    public static void Check(Draft draft)
    {
        foreach (var (row, at) in draft.Participations)
        {
            PeriodRules.CheckEnd(at, row.From, row.To);
        }

        foreach (var same in draft.Participations.GroupBy(each => (each.Row.Jurisdiction, each.Row.Treaty)))
        {
            RefuseTwoAtOneTime([.. same]);
        }

        if (!draft.IsWhole(SeedFileName.Sources))
        {
            return;
        }

        var sources = SourceIndex.Of(draft);
        foreach (var (row, at) in draft.Participations)
        {
            sources.Require(at, row.Source, row.Version, "citation");
            CheckTreaty(row, at, sources);
        }
    }

    private static void CheckTreaty(ParticipationRow row, Fields at, SourceIndex sources)
    {
        if (row.Treaty.Length == 0)
        {
            return;
        }

        if (sources.Source(row.Treaty) is not { } treaty)
        {
            at.Say("treaty", $"There is no source '{row.Treaty}'.{sources.NearMissOf(row.Treaty)}");
        }
        else if (treaty.Type is not ("treaty" or ""))
        {
            at.Say("treaty", $"'{row.Treaty}' is a source of type {treaty.Type}, not a treaty.");
        }
    }

    private static void RefuseTwoAtOneTime(List<Written<ParticipationRow>> same)
    {
        for (var i = 1; i < same.Count; i++)
        {
            var period = PeriodRules.Of(same[i].Row.From, same[i].Row.To, null);
            var twin = same.Take(i).FirstOrDefault(other => other.Row.From == same[i].Row.From
                || PeriodRules.Of(other.Row.From, other.Row.To, null).CertainlyOverlaps(period));
            if (twin is not null)
            {
                same[i].At.Say("treaty",
                    $"'{same[i].Row.Treaty}' is there for the same time already: line {twin.At.Line}.");
            }
        }
    }
}
