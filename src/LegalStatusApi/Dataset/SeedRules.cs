using LegalStatusApi.Dataset.Reading;
using LegalStatusApi.Dataset.Rules;

namespace LegalStatusApi.Dataset;

/// <summary>
/// All that must hold between rows and files: what the database would refuse, found first and with its line, and what
/// sql/seed/README.md asks beyond that.
/// </summary>
internal static class SeedRules
{
    public static void Check(Draft draft, bool inAnyOrder)
    {
        SubstanceRules.Check(draft);
        PlaceRules.Check(draft);
        ParticipationRules.Check(draft);
        SourceRules.Check(draft);
        SourceVersionRules.Check(draft);
        TwinSourceRules.Check(draft);
        ReferenceRules.Check(draft);
        KeyRules.Check(draft);
        PeriodRules.Check(draft);
        OverlapRules.Check(draft);
        if (!inAnyOrder)
        {
            OrderRules.Check(draft);
        }

        CitationRules.Check(draft);
        ActivityRules.Check(draft);
        VerificationRules.Check(draft);
        WordingRules.Check(draft);
    }
}
