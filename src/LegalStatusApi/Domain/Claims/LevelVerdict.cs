namespace LegalStatusApi.Domain.Claims;

/// <summary>What one level of law makes of a claim on a day.</summary>
/// <param name="Layer">The level.</param>
/// <param name="Records">What it says: its record, or the candidates of which one holds.</param>
/// <param name="Verdict">supported, overstated, contradicted or cannot_say.</param>
/// <param name="IsSilent">It does not speak of what is claimed, so that it decides nothing.</param>
/// <param name="Unchecked">Of a lead, which itself says neither supported nor contradicted: what it would say if it were checked.</param>
public sealed record LevelVerdict(
    Layer Layer, IReadOnlyList<Classification> Records, string Verdict, bool IsSilent = false, string? Unchecked = null)
{
    private static readonly string[] Prohibiting =
        [StatusTerm.Prohibited, StatusTerm.MedicalOnly, StatusTerm.Decriminalized, "criminal_offense", "civil_offense", "not_permitted"];

    private static readonly string[] Free = [StatusTerm.Uncontrolled, StatusTerm.Legal, StatusTerm.Unclear, "unregulated", "permitted", "unclear"];

    /// <summary>Its law forbids what is claimed about, outside a medical route; a lowest priority forbids nothing.</summary>
    public bool Prohibits(Claim claim) => Records.All(record => Prohibiting.Contains(Said(record, claim), StringComparer.Ordinal));

    /// <summary>Its law leaves it alone: that is no permission.</summary>
    public bool SaysNothingAgainst(Claim claim) => Records.All(record => Said(record, claim) is StatusTerm.Uncontrolled or "unregulated");

    /// <summary>Its law, as it was checked, certainly restricts it in some way.</summary>
    public bool IsStricterThanNothing(Claim claim) =>
        !IsSilent && Records.All(record => !record.IsLead && Said(record, claim) is { } said && !Free.Contains(said, StringComparer.Ordinal));

    public static LevelVerdict Of(Layer layer, Claim claim)
    {
        var records = layer.Finding.Record is { } certain ? [certain] : layer.Finding.Candidates;
        var judged = records.Select(record => claim.Said.Judge(record, claim.Activity)).Distinct(StringComparer.Ordinal).ToList();
        if (judged is [null])
        {
            return new LevelVerdict(layer, records, VerdictTerm.CannotSay, IsSilent: true);
        }

        if (records.Any(record => record.IsLead))
        {
            // A lead that is freer than medicines law is never relied on, not even to hold a verdict back.
            return records.All(record => record.MayBeRelied)
                ? new LevelVerdict(layer, records, VerdictTerm.CannotSay, Unchecked: judged is [{ } one] ? one : VerdictTerm.CannotSay)
                : new LevelVerdict(layer, records, VerdictTerm.CannotSay, IsSilent: true);
        }

        // One candidate alone may also not hold; several that come to the same decide, whichever of them holds.
        var decides = layer.Finding.Record is not null || (layer.Finding.Certainty == CertaintyTerm.Either && records.Count > 1);
        return new LevelVerdict(layer, records, decides && judged is [{ } said] ? said : VerdictTerm.CannotSay);
    }

    private static string? Said(Classification record, Claim claim) =>
        claim.Activity is { } activity ? record.Activities.GetValueOrDefault(activity) : record.Status;
}
