using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Maintenance.Desk.Editing;

/// <summary>Which fields the form of a kind of record has, by the names that mistakes have, so that a mistake can lead to its field.</summary>
/// <param name="Members">Single fields; those with a dot stand in a part of the record.</param>
/// <param name="Many">Fields with several values.</param>
/// <param name="Lists">Lists, each with the fields of its items; those with a dot stand in a part of the item.</param>
public sealed record RecordFields(IReadOnlyList<string> Members, IReadOnlyList<string> Many, IReadOnlyDictionary<string, string[]> Lists)
{
    private static readonly string[] Change = ["change.kind", "change.reason"];
    private static readonly string[] Citation = ["source", "version", "role", "pinpoint", "class", "frozenOn"];

    public static readonly RecordFields OfClassification = new(
        [
            "substance", "form", "from", "to", "attestedFrom", "status", "schedule",
            .. Vocabulary.Activity.Terms.Select(term => $"activities.{term.Value}"),
            "medicalAccess", "conditions.minimumAge", "conditions.setting", "conditions.prescriber", "conditions.supervision", "conditions.residency",
            "summary", "verification", "verifiedOn", "reviewDue", "disputed", "toCheck", .. Change,
        ],
        ["conditions.indications"],
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["thresholds"] = ["activity", "quantity", "unit", "basis", "effect", "below", "above"],
            ["citations"] = Citation,
        });

    public static readonly RecordFields OfLead = new(
        ["substance", "form", "summary", "toCheck", .. Change], [], new Dictionary<string, string[]>(StringComparer.Ordinal) { ["citations"] = Citation });

    public static readonly RecordFields OfPendingLaw = new(
        ["substance", "form", "kind", "title", "expectedOn", "outcome", "summary", .. Change], [],
        new Dictionary<string, string[]>(StringComparer.Ordinal) { ["citations"] = Citation });

    public static readonly RecordFields OfPlace = new(
        ["type", "name", .. Change], ["aliases"],
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["parents"] = ["code", "law", "from", "to"],
            ["participation"] = ["treaty", "party", "from", "to", "citation.source", "citation.version", "citation.pinpoint"],
        });

    /// <summary>All of a form in which so many rows of each list are filled in, and so many blank.</summary>
    public HashSet<string> Of(Typed typed, Func<string, int> blanks) =>
    [
        .. Members, .. Many,
        .. Lists.SelectMany(list => Enumerable.Range(0, typed.Count(list.Key) + blanks(list.Key))
            .SelectMany(index => list.Value.Select(field => $"{list.Key}[{index}].{field}"))),
    ];
}
