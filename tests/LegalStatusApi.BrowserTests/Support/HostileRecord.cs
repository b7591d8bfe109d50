using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.BrowserTests.Support;

/// <summary>A record set in which every text that a page can show would run a script, were it taken for markup.</summary>
public static class HostileRecord
{
    // Every field that must be seen on some page; what is another text there would be no test.
    public static readonly string[] Shown =
    [
        "jurisdiction.name", "jurisdiction.alias", "substance.name", "substance.synonym", "substance.identifier", "form.name", "form.synonym", "source.title",
        "source.citation", "version.publisher", "version.url", "record.schedule", "record.summary", "record.disputed", "threshold.unit", "threshold.below", "threshold.above",
        "conditions.setting", "conditions.prescriber", "conditions.supervision", "conditions.residency", "citation.pinpoint", "citation.class", "lead.summary", "lead.toCheck",
        "pending.title", "pending.summary",
    ];

    /// <summary>Names that run from right to left, with brackets and digits that would change places.</summary>
    public const string EgyptInArabic = "مصر (2)";

    public const string IsraelInHebrew = "ישראל";

    private static readonly string[] RunningAddresses = ["javascript:window.ran=1", "JaVaScRiPt:window.ran=1//https://", " javascript:window.ran=1", "data:text/html,<script>window.ran=1</script>"];

    public static IReadOnlyList<Row> Rows { get; } = [.. Make("")];

    /// <summary>As much of it as the rules of the data set let in, so that change sets can be made of it.</summary>
    public static IReadOnlyList<Row> Publishable { get; } =
    [
        .. Rows.Where(row => row is not (SourceVersionRow { Source: "law", Version: > 1 } or CitationRow { Source: "law", Version: > 1 })).Select(row => row switch
        {
            SourceVersionRow { Source: "law" } version => version with { Url = "https://law.example/1" },
            CitationRow citation => citation with { Id = RecordId.OfCitation(citation.Record, citation.Source, citation.Version, citation.Role, citation.Pinpoint) },
            ClassificationRow { Thresholds: { } amounts } record => record with { Thresholds = [.. amounts.Select(amount => amount with { Unit = "g" })] },
            _ => row,
        }),
    ];

    /// <summary>The same with other texts in the record, as a later revision has them.</summary>
    public static IReadOnlyList<Row> Corrected { get; } = [.. Make(" corrected")];

    /// <summary>A text that begins with an ordinary letter, and would run.</summary>
    public static string TextOf(string field) =>
        $"""X {field} "'><script>window.ran=1</script><img src=x onerror=window.ran=1><svg onload=window.ran=1></svg><a href="javascript:window.ran=1">{field}</a>""";

    private static IEnumerable<Row> Make(string after)
    {
        var mushrooms = RecordId.OfClassification("DE/psilocybin-mushrooms-1");
        var given = Given.Substances().Place("DE").Place("DE-BE", "DE").Place("FR").Place("UN").Place("EG", name: EgyptInArabic)
            .Record("psilocybin-1", "DE", "psilocybin", from: "1981", to: "1991-01-01").Record("psilocybin-2", "DE", "psilocybin", "medical_only", from: "1991-01-01")
            .Record("psilocybin-mushrooms-1", "DE", "psilocybin", form: "mushrooms", from: "1998-01-01")
            .Record("psilocybin-1", "UN", "psilocybin", from: "1976")
            .Lead("psilocybin-lead-1", "DE", "psilocybin").Lead("psilocybin-lead-1", "FR", "psilocybin").Pending("psilocybin-pending-1", "DE", "psilocybin", "2027");
        foreach (var row in given.Rows)
        {
            yield return row switch
            {
                JurisdictionRow { Code: "DE" or "DE-BE" or "FR" } place => place with { Name = TextOf("jurisdiction.name"), Aliases = [TextOf("jurisdiction.alias")] },
                JurisdictionRow { Code: "EG" } place => place with { Aliases = ["Egypt", IsraelInHebrew] },
                SubstanceRow { Slug: "psilocybin" } substance => substance with
                {
                    Name = TextOf("substance.name"), Synonyms = [TextOf("substance.synonym")],
                    Identifiers = new Dictionary<string, IReadOnlyList<string>> { ["cas"] = [TextOf("substance.identifier")] },
                },
                FormRow { Slug: "mushrooms" } form => form with { Name = TextOf("form.name"), Synonyms = [TextOf("form.synonym")] },
                SourceRow { Key: "law" } source => source with { Title = TextOf("source.title"), Citation = TextOf("source.citation") },
                SourceVersionRow { Source: "law" } version => version with { Publisher = TextOf("version.publisher"), Url = "https://law.example/" + TextOf("version.url") },
                ClassificationRow { Jurisdiction: "DE" } record => Hostile(record, after),
                CitationRow citation when citation.Record == mushrooms => citation with { Pinpoint = TextOf("citation.pinpoint"), Class = TextOf("citation.class") },
                LeadRow lead => lead with { Summary = TextOf("lead.summary"), ToCheck = TextOf("lead.toCheck") },
                PendingLawRow pending => pending with { Title = TextOf("pending.title"), Summary = TextOf("pending.summary") },
                _ => row,
            };
        }

        // Addresses that a browser would run.
        for (var i = 0; i < RunningAddresses.Length; i++)
        {
            yield return new SourceVersionRow("law", i + 2, RunningAddresses[i], RunningAddresses[i], "en", null, null, "2026-11-01", null, true);
            yield return new CitationRow(RecordId.OfCitation(mushrooms, "law", i + 2, "reports", null), mushrooms, i + 2, "law", i + 2, "reports", null, null, null);
        }
    }

    private static ClassificationRow Hostile(ClassificationRow record, string after) => record with
    {
        Schedule = TextOf("record.schedule") + after,
        Summary = TextOf("record.summary"),
        Disputed = TextOf("record.disputed"),
        MedicalAccess = "approved_medicine",
        Thresholds = [new ThresholdRow("possession", 1, TextOf("threshold.unit"), "pure", "not_prosecuted_below", TextOf("threshold.below"), TextOf("threshold.above"))],
        Conditions = new ConditionsRow(21, TextOf("conditions.setting"), TextOf("conditions.prescriber"), TextOf("conditions.supervision"), TextOf("conditions.residency"), ["depression"]),
    };
}
