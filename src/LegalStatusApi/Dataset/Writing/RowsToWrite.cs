namespace LegalStatusApi.Dataset.Writing;

/// <summary>Rows by what they are nested in, each in its canonical order.</summary>
internal sealed class RowsToWrite
{
    private static readonly StringComparer Plain = StringComparer.Ordinal;

    private RowsToWrite(List<Row> rows)
    {
        Substances = [.. rows.OfType<SubstanceRow>().OrderBy(row => row.Ordinal)];
        Forms = rows.OfType<FormRow>().OrderBy(row => row.Ordinal).ToLookup(row => row.Substance, Plain);
        Places = [.. rows.OfType<JurisdictionRow>().OrderBy(row => row.Code, Plain)];
        Parents = rows.OfType<ParentRow>().OrderBy(row => row.Parent, Plain).ThenBy(row => row.From, Plain)
            .ToLookup(row => row.Jurisdiction, Plain);
        Participations = rows.OfType<ParticipationRow>().OrderBy(row => row.Treaty, Plain)
            .ThenBy(row => row.From, Plain)
            .ToLookup(row => row.Jurisdiction, Plain);

        var order = new RecordOrder(Substances, rows.OfType<FormRow>());
        Classifications = rows.OfType<ClassificationRow>()
            .OrderBy(row => order.Of(row.Key, row.Substance, row.Form, row.From, row.To))
                .ToLookup(row => row.Jurisdiction, Plain);
        Leads = rows.OfType<LeadRow>().OrderBy(row => order.Of(row.Key, row.Substance, row.Form))
            .ToLookup(row => row.Jurisdiction, Plain);
        PendingLaw = rows.OfType<PendingLawRow>().OrderBy(row => order.Of(row.Key, row.Substance, row.Form))
            .ToLookup(row => row.Jurisdiction, Plain);
        Citations = rows.OfType<CitationRow>().OrderBy(row => row.Ordinal).ToLookup(row => row.Record, Plain);

        SourcesByPlace = rows.OfType<SourceRow>().OrderBy(row => row.Key, Plain)
            .ToLookup(row => row.Jurisdiction ?? "", Plain);
        Versions = rows.OfType<SourceVersionRow>().OrderBy(row => row.Version).ToLookup(row => row.Source, Plain);
    }

    public IReadOnlyList<SubstanceRow> Substances { get; }

    public ILookup<string, FormRow> Forms { get; }

    public IReadOnlyList<JurisdictionRow> Places { get; }

    public ILookup<string, ParentRow> Parents { get; }

    public ILookup<string, ParticipationRow> Participations { get; }

    public ILookup<string, ClassificationRow> Classifications { get; }

    public ILookup<string, LeadRow> Leads { get; }

    public ILookup<string, PendingLawRow> PendingLaw { get; }

    public ILookup<string, CitationRow> Citations { get; }

    /// <summary>The key is empty for sources that speak of many places.</summary>
    public ILookup<string, SourceRow> SourcesByPlace { get; }

    public ILookup<string, SourceVersionRow> Versions { get; }

    /// <summary>All that is written in the file of a place, in its order.</summary>
    public List<Row> RowsOf(JurisdictionRow place) =>
    [
        place, .. Parents[place.Code], .. Participations[place.Code],
        .. Classifications[place.Code].SelectMany(row => Citations[row.Id].Prepend<Row>(row)),
        .. Leads[place.Code].SelectMany(row => Citations[row.Id].Prepend<Row>(row)),
        .. PendingLaw[place.Code].SelectMany(row => Citations[row.Id].Prepend<Row>(row)),
    ];

    /// <summary>All that is written in a file of sources, in its order.</summary>
    public List<Row> RowsOf(IEnumerable<SourceRow> sources) => [.. sources.SelectMany(row => Versions[row.Key].Prepend<Row>(row))];

    public static RowsToWrite Of(IEnumerable<Row> rows)
    {
        var all = rows.ToList();
        RefuseLoss(all);
        return new RowsToWrite(all);
    }

    private static void RefuseLoss(List<Row> rows)
    {
        var homes = rows.Select(row => (row.Relation, row.Identity)).ToHashSet();
        foreach (var row in rows)
        {
            var found = row switch
            {
                FormRow form => homes.Contains(("substance", form.Substance)),
                ParentRow parent => homes.Contains(("jurisdiction", parent.Jurisdiction)),
                ParticipationRow participation => homes.Contains(("jurisdiction", participation.Jurisdiction)),
                ClassificationRow classification => homes.Contains(("jurisdiction", classification.Jurisdiction)),
                LeadRow lead => homes.Contains(("jurisdiction", lead.Jurisdiction)),
                PendingLawRow pending => homes.Contains(("jurisdiction", pending.Jurisdiction)),
                SourceVersionRow version => homes.Contains(("source", version.Source)),
                CitationRow citation => homes.Contains(("classification", citation.Record))
                    || homes.Contains(("lead", citation.Record)) || homes.Contains(("pending_law", citation.Record)),
                _ => true,
            };
            if (!found)
            {
                throw new ArgumentException($"The {row.Relation} '{row.Identity}' belongs to nothing that is written.",
                    nameof(rows));
            }
        }
    }
}
