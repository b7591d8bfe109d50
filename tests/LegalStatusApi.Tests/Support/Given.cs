using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Tests.Support;

/// <summary>The few rows a test needs, in the shortest form: what is not said is ordinary.</summary>
public sealed class Given
{
    private readonly List<Row> _rows =
    [
        new SourceRow("law", null, "statute", "A law", null),
        new SourceVersionRow("law", 1, "https://law.example/1", null, "en", null, null, "2026-11-01", null, true),
        new SourceRow("rumour", null, "article", "An article", null),
        new SourceVersionRow("rumour", 1, null, null, null, null, null, null, null, false),
        new SourceRow("un-cps-1971", null, "treaty", "Convention on Psychotropic Substances, 1971", null),
        new SourceVersionRow("un-cps-1971", 1, null, null, null, null, null, "2026-11-01", null, true),
    ];

    public IReadOnlyList<Row> Rows => _rows;

    /// <summary>psilocybin with mushrooms (fall back) and spores (do not), lsd, ketamine.</summary>
    public static Given Substances()
    {
        var given = new Given();
        given._rows.Add(new SubstanceRow("psilocybin", 1, "Psilocybin", null, null, null));
        given._rows.Add(new FormRow("psilocybin", "mushrooms", 1, "Psilocybin mushrooms", null, true, null));
        given._rows.Add(new FormRow("psilocybin", "spores", 2, "Psilocybin spores", null, false, null));
        given._rows.Add(new SubstanceRow("lsd", 2, "LSD", null, ["acid"],
            new Dictionary<string, IReadOnlyList<string>> { ["cas"] = ["50-37-3"] }));
        given._rows.Add(new SubstanceRow("ketamine", 3, "Ketamine", null, null, null));
        return given;
    }

    public Given Place(string code, string? parent = null, string law = "applies", string? from = null, string? to = null, string? type = null, string? name = null)
    {
        if (!_rows.OfType<JurisdictionRow>().Any(row => row.Code == code))
        {
            type ??= code is "UN" ? "international" : code is "EU" ? "supranational" : code.Count(c => c == '-') switch { 0 => "country", 1 => "subdivision", _ => "municipality" };
            _rows.Add(new JurisdictionRow(code, type, name ?? $"Place {code}", null));
        }

        if (parent is not null)
        {
            _rows.Add(new ParentRow(code, parent, law, from, to));
        }

        return this;
    }

    public Given Party(string code, string? from, string? to = null, bool party = true)
    {
        _rows.Add(new ParticipationRow(code, "un-cps-1971", party, from, to, "law", 1, null));
        return this;
    }

    public Given Record(
        string key,
        string place,
        string substance,
        string status = "prohibited",
        string? form = null,
        string? from = null,
        string? to = null,
        string? attestedFrom = null,
        string verification = "secondary",
        IReadOnlyDictionary<string, string>? activities = null,
        string? schedule = null,
        string summary = "A summary.")
    {
        var fullKey = $"{place}/{key}";
        var id = RecordId.OfClassification(fullKey);
        var isChecked = verification is "primary" or "secondary";
        _rows.Add(new ClassificationRow(id, fullKey, place, substance, form, from, to, attestedFrom, status, schedule, activities, "unknown",
            null, null, summary, verification, isChecked ? "2026-11-01" : null, isChecked ? "2027-05-01" : null, null, null));
        var source = verification == "unverified" ? "rumour" : verification == "treaty" ? "un-cps-1971" : "law";
        var role = verification == "unverified" ? "named" : "establishes";
        // Another period rests on another paragraph: what made the earlier one did not make the later.
        var pinpoint = $"§ {key[(key.LastIndexOf('-') + 1)..]}";
        _rows.Add(new CitationRow(RecordId.OfCitation(id, source, 1, role, pinpoint), id, 1, source, 1, role, pinpoint, null, null));
        return this;
    }

    public Given Lead(string key, string place, string substance, string? form = null)
    {
        _rows.Add(new LeadRow(RecordId.OfLead($"{place}/{key}"), $"{place}/{key}", place, substance, form, "Nothing was found.", "Read the list."));
        return this;
    }

    public Given Pending(string key, string place, string substance, string? expectedOn, string? form = null)
    {
        var id = RecordId.OfPendingLaw($"{place}/{key}");
        _rows.Add(new PendingLawRow(id, $"{place}/{key}", place, substance, form, "bill", "A bill", expectedOn, null, "It would change the law."));
        _rows.Add(new CitationRow(RecordId.OfCitation(id, "law", 1, "reports", null), id, 1, "law", 1, "reports", null, null, null));
        return this;
    }

    /// <summary>The same rows, but with one record's row changed.</summary>
    public IEnumerable<Row> With(string key, Func<ClassificationRow, ClassificationRow> change) =>
        _rows.Select(row => row is ClassificationRow record && record.Key.EndsWith(key, StringComparison.Ordinal) ? change(record) : row);
}
