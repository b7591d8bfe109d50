using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Maps;

/// <summary>A place of a map, and the answer for it; no answer where it is outside the coverage of the record.</summary>
public sealed record PlaceOnMap(MapGeometry.Outline Outline, StatusAnswer? Answer)
{
    public string? Code => Answer?.Place.Code;

    public string Name => Answer?.Place.Name ?? Outline.Name;

    public Headline? Headline => Answer?.Headline;

    /// <summary>A term of the vocabulary's <c>mapMark</c>, if anything is marked beside the status.</summary>
    public string? Mark => Headline switch
    {
        null => MapTerms.OutsideCoverage,
        { Status: StatusTerm.Unknown, Reason: ReasonTerm.NotResearched } => MapTerms.NotOnRecord,
        { Said.IsLead: true } => MapTerms.NotChecked,
        _ => null,
    };

    /// <summary>Its status and what is marked, as words by which a page can find it.</summary>
    public string Classes => string.Join(' ', new[] { Headline?.Status, Mark }.OfType<string>());

    /// <summary>What the map shows of the place, in words.</summary>
    public string Say => $"{Name}: {Status}{Origin}{(Mark == MapTerms.NotChecked ? $"; {Words(MapTerms.NotChecked)}" : "")}{Certainty}{Forms}. {Above}".TrimEnd();

    private string Status => Headline switch
    {
        null => Words(MapTerms.OutsideCoverage),
        { Status: StatusTerm.Unknown, Reason: { } reason } => $"{StatusTerm.Unknown}. {Vocabulary.Reason[reason].Meaning.TrimEnd('.')}",
        var headline => (headline.Record?.StatusInWords ?? Wording.Plain(headline.Status)) + (headline.Record?.Schedule is { } schedule ? $" ({schedule})" : ""),
    };

    private string Origin => Headline is { Inherited: true, Said: not null, Layer: { } layer }
        ? $"; by the law of {Wording.InSentence(layer.Place.Name)}, which applies there"
        : "";

    private string Certainty => Headline?.Certainty switch
    {
        CertaintyTerm.Projected => "; unless the law changes before then",
        CertaintyTerm.Unsettled => "; a change was due whose outcome is not on record",
        _ => "",
    };

    /// <summary>Of which forms the answer is another; null where there are none.</summary>
    public string? FormsAside => Headline?.DifferingForms is { Count: > 0 } forms
        ? $"another answer for {string.Join(", ", forms.Select(form => Wording.Lower(form.Name)))}"
        : null;

    private string Forms => FormsAside is { } aside ? $"; {aside}" : "";

    private string Above => Answer is null ? "" : Wording.Above(Answer);

    private static string Words(string mark) => MapTerms.Marks[mark].Say![0];
}
