namespace LegalStatusApi.Features.Maintenance.Desk.Editing;

/// <summary>Which fields the form of a classification shows, so that a mistake can lead to its field.</summary>
public static class ClassificationFields
{
    public static readonly IReadOnlyList<string> Members =
    [
        "substance", "form", "from", "to", "attestedFrom", "status", "schedule",
        .. Domain.Vocabulary.Activity.Terms.Select(term => $"activities.{term.Value}"),
        "medicalAccess", "conditions.minimumAge", "conditions.setting", "conditions.prescriber", "conditions.supervision", "conditions.residency",
        "summary", "verification", "verifiedOn", "reviewDue", "disputed", "toCheck", "change.kind", "change.reason",
    ];

    public static readonly IReadOnlyList<string> Many = ["conditions.indications"];

    public static readonly IReadOnlyDictionary<string, string[]> Lists = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["thresholds"] = ["activity", "quantity", "unit", "basis", "effect", "below", "above"],
        ["citations"] = ["source", "version", "role", "pinpoint", "class", "frozenOn"],
    };

    /// <summary>Those of a form in which so many rows are filled in and so many blank.</summary>
    public static HashSet<string> Of(Typed typed, int blankCitations, int blankThresholds) =>
    [
        .. Members, .. Many,
        .. Rows("citations", typed.Count("citations") + blankCitations),
        .. Rows("thresholds", typed.Count("thresholds") + blankThresholds),
    ];

    private static IEnumerable<string> Rows(string list, int rows) =>
        Enumerable.Range(0, rows).SelectMany(index => Lists[list].Select(field => $"{list}[{index}].{field}"));
}
