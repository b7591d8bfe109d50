using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Exports;

/// <summary>A table of the export: what its rows are, and what they are called.</summary>
/// <param name="Name">The relation.</param>
/// <param name="RowType">The shape of its rows.</param>
/// <param name="Meaning">What a row is.</param>
/// <param name="Key">The members that name a row, beside the revision that first said it.</param>
/// <param name="References">Members that name a row of another table.</param>
public sealed record ExportedTable(
    string Name, Type RowType, string Meaning, string Key, params (string Member, string Table, string Named)[] References)
{
    private sealed record RevisionRow(
        long Number, string RecordedAt, string Author, string? Reviewer, string Reason, string ContentHash, string? PreviousHash, string Hash);

    public static readonly IReadOnlyList<ExportedTable> All =
    [
        new("classification", typeof(ClassificationRow), "What a place's own law says of a substance or form during one period.", "id",
            ("jurisdiction", "jurisdiction", "code"), ("substance", "substance", "slug")),
        new("citation", typeof(CitationRow), "On which version of which source a record rests, where in it, and in which role.", "id",
            ("source", "source", "key")),
        new("form", typeof(FormRow), "A form of a substance.", "slug", ("substance", "substance", "slug")),
        new("jurisdiction", typeof(JurisdictionRow), "A place.", "code"),
        new("jurisdiction_parent", typeof(ParentRow), "A place above another, and what its law is there.", "id",
            ("jurisdiction", "jurisdiction", "code"), ("parent", "jurisdiction", "code")),
        new("lead", typeof(LeadRow), "An open question, on which no answer rests.", "id", ("jurisdiction", "jurisdiction", "code")),
        new("participation", typeof(ParticipationRow), "A place in a treaty, or known not to be.", "id", ("jurisdiction", "jurisdiction", "code")),
        new("pending_law", typeof(PendingLawRow), "What may still change the law. It is not law.", "id", ("jurisdiction", "jurisdiction", "code")),
        new("revision", typeof(RevisionRow), "A publication of the record.", "number"),
        new("source", typeof(SourceRow), "A law, order, judgment, page or article that records rest on.", "key"),
        new("source_version", typeof(SourceVersionRow), "One reading of a source.", "version", ("source", "source", "key")),
        new("substance", typeof(SubstanceRow), "A substance.", "slug"),
    ];

    /// <summary>The tables by their names, for requests.</summary>
    public static readonly TermList Names = new("table", "Tables of the export.", [.. All.Select(table => new Term(table.Name, table.Meaning))]);

    /// <summary>recordedIn and supersededIn stand before these.</summary>
    public IReadOnlyList<CsvColumn> Columns { get; } = CsvColumn.Of(RowType, Row.Json);
}
