using LegalStatusApi.Dataset;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>To which record a row belongs, by the key that people know it by: a citation to what it is cited in, a version to its source.</summary>
public sealed class RecordKeys
{
    private readonly Dictionary<string, string> _keys;

    private RecordKeys(Dictionary<string, string> keys) => _keys = keys;

    public static RecordKeys Of(IEnumerable<Row> proposed, IEnumerable<Differences.CurrentRow> current) =>
        new(current.Where(row => row.Relation is "classification" or "lead" or "pending_law")
            .Select(CurrentText.Of).Concat(proposed)
            .Where(row => OwnKey(row) is not null)
            .DistinctBy(row => row.Identity).ToDictionary(row => row.Identity, row => OwnKey(row)!, StringComparer.Ordinal));

    public string RecordOf(Row row) => row switch
    {
        CitationRow citation => _keys[citation.Record],
        ParentRow link => link.Jurisdiction,
        ParticipationRow participation => participation.Jurisdiction,
        FormRow form => form.Substance,
        SourceVersionRow version => version.Source,
        _ => OwnKey(row) ?? row.Identity,
    };

    private static string? OwnKey(Row row) => row switch
    {
        ClassificationRow classification => classification.Key,
        LeadRow lead => lead.Key,
        PendingLawRow law => law.Key,
        _ => null,
    };
}
