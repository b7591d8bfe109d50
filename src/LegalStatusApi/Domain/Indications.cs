namespace LegalStatusApi.Domain;

/// <summary>How what a route is recorded for fits what was asked for.</summary>
/// <param name="Term">A term of <see cref="IndicationMatchTerm"/>.</param>
/// <param name="By">The indication of the record that fits, where it is another than the one asked for.</param>
public sealed record IndicationMatch(string Term, string? By = null);

/// <summary>What treatments are for, and which indications are part of which.</summary>
public static class Indications
{
    private const string AnyPurpose = "any";

    // Only what is so by its very words; no medicine is known here.
    private static readonly (string Whole, string Part)[] Parts = [("depression", "treatment_resistant_depression")];

    /// <summary>The indications of a record that fit the one asked for, by themselves or as its part or whole.</summary>
    public static IReadOnlyList<string> Fitting(string asked) =>
        [asked, AnyPurpose, .. WholesOf(asked), .. PartsOf(asked)];

    /// <summary>Null where the route is recorded for other things alone.</summary>
    public static IndicationMatch? MatchOf(Classification record, string asked)
    {
        var named = record.Conditions?.Indications ?? [];
        if (named.Count == 0)
        {
            return new IndicationMatch(record.MedicalAccess == RouteTerm.OffLabel ? IndicationMatchTerm.OffLabel : IndicationMatchTerm.NotRecorded);
        }

        return named.Contains(asked, StringComparer.Ordinal) ? new IndicationMatch(IndicationMatchTerm.Named)
            : named.Contains(AnyPurpose, StringComparer.Ordinal) ? new IndicationMatch(IndicationMatchTerm.Any)
            : WholesOf(asked).FirstOrDefault(named.Contains) is { } whole ? new IndicationMatch(IndicationMatchTerm.Broader, whole)
            : PartsOf(asked).FirstOrDefault(named.Contains) is { } part ? new IndicationMatch(IndicationMatchTerm.Narrower, part)
            : record.MedicalAccess == RouteTerm.OffLabel ? new IndicationMatch(IndicationMatchTerm.OffLabel)
            : null;
    }

    private static IEnumerable<string> WholesOf(string part) => Parts.Where(pair => pair.Part == part).Select(pair => pair.Whole);

    private static IEnumerable<string> PartsOf(string whole) => Parts.Where(pair => pair.Whole == whole).Select(pair => pair.Part);
}
