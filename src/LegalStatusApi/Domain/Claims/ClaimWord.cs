namespace LegalStatusApi.Domain.Claims;

/// <summary>A word that people use of the law, and what it comes to beside each word of a record.</summary>
/// <param name="Name">The word as answers have it.</param>
/// <param name="Meaning">What whoever uses it asserts.</param>
/// <param name="Spellings">Other words for the same.</param>
/// <param name="OfEveryLevel">
/// It is said of all law that binds in the place. Where it is false, it only says that something exists there, so that the most
/// local law that speaks decides alone.
/// </param>
/// <param name="ByStatus">The verdict beside each status.</param>
/// <param name="ByActivity">The verdict beside each status of an activity, where the claim names one.</param>
/// <param name="Finer">What the status alone does not tell; the first that fits goes before the table.</param>
public sealed record ClaimWord(
    string Name,
    string Meaning,
    IReadOnlyList<string> Spellings,
    bool OfEveryLevel,
    IReadOnlyDictionary<string, string> ByStatus,
    IReadOnlyDictionary<string, string> ByActivity,
    IReadOnlyList<FinerRule> Finer) : IClaimed
{
    /// <summary>What one level that prohibits makes of it: a word of prohibition is true there, a word of freedom is not.</summary>
    public string WhereProhibited => ByStatus[StatusTerm.Prohibited] == VerdictTerm.Contradicted ? VerdictTerm.Contradicted : VerdictTerm.Supported;

    /// <inheritdoc/>
    public string? Judge(Classification record, string? activity) => activity is null
        ? Finer.FirstOrDefault(rule => rule.Fits(record))?.Verdict ?? ByStatus[record.Status]
        : record.Activities.TryGetValue(activity, out var said) ? ByActivity[said] : null;

    public Term Term => new(Name,
        $"{Meaning} {(OfEveryLevel ? "Judged by every level of law that binds in the place." : "Judged by the most local law that speaks.")}",
        Spellings: Spellings, ByStatus: ByStatus, ByActivity: ByActivity, Finer: Finer.Count == 0 ? null : [.. Finer.Select(rule => $"{rule}")]);
}

/// <summary>What is claimed: a word, or a class by its name.</summary>
public interface IClaimed
{
    string Name { get; }

    bool OfEveryLevel { get; }

    /// <summary>What one record makes of the claim; null where it does not speak of it.</summary>
    string? Judge(Classification record, string? activity);
}

/// <summary>A part of a record that tells more than its status.</summary>
/// <param name="Part">An activity, <c>medicalAccess</c>, <c>schedule</c> (is one named?) or <c>thresholds</c> (their effects).</param>
/// <param name="Values">What it says; none: whatever it says.</param>
/// <param name="Statuses">Only beside these statuses; none: beside each.</param>
/// <param name="Verdict">What follows.</param>
public sealed record FinerRule(string Part, IReadOnlyList<string> Values, IReadOnlyList<string> Statuses, string Verdict)
{
    public bool Fits(Classification record) =>
        (Statuses.Count == 0 || Statuses.Contains(record.Status, StringComparer.Ordinal)) && SaidBy(record).Any(said => Values.Count == 0 || Values.Contains(said, StringComparer.Ordinal));

    public override string ToString() =>
        $"{Part}{(Values.Count == 0 ? " is named" : $": {string.Join(" or ", Values)}")}"
        + $"{(Statuses.Count == 0 ? "" : $", beside {string.Join(" or ", Statuses)}")}: {Verdict}";

    private IEnumerable<string> SaidBy(Classification record) => Part switch
    {
        "medicalAccess" => [record.MedicalAccess],
        "schedule" => record.Schedule is { } label ? [label] : [],
        "thresholds" => record.Thresholds.Select(threshold => threshold.Effect),
        _ => record.Activities.TryGetValue(Part, out var said) ? [said] : [],
    };
}
