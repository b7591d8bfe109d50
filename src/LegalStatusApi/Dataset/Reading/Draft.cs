using LegalStatusApi.Dataset.Auditing;

namespace LegalStatusApi.Dataset.Reading;

/// <summary>A row and the place in the text that says it.</summary>
internal sealed record Written<T>(T Row, Fields At)
    where T : Row
{
    public Written<T> For(List<Mistake> mistakes) => new(Row, At.For(mistakes));
}

/// <summary>A classification, a lead or a pending law, with its citations.</summary>
/// <param name="Key">As written, without the place.</param>
internal sealed record WrittenRecord(
    Row Row,
    string Key,
    string Jurisdiction,
    string Substance,
    string? Form,
    string Summary,
    Fields At,
    IReadOnlyList<Written<CitationRow>> Citations)
{
    public string Subject => Form is null ? Substance : $"{Substance}-{Form}";

    public WrittenRecord For(List<Mistake> mistakes) =>
        this with { At = At.For(mistakes), Citations = [.. Citations.Select(citation => citation.For(mistakes))] };
}

/// <summary>Everything that was read, before the rules look at it; it may hold rows with refused fields.</summary>
internal sealed class Draft(List<Mistake> mistakes)
{
    private readonly List<string> _unreadable = [];

    public List<Mistake> Mistakes => mistakes;

    /// <summary>The codes of all places that have a file, be it readable or not.</summary>
    public HashSet<string> CodesOfFiles { get; } = new(StringComparer.Ordinal);

    public List<Written<SubstanceRow>> Substances { get; } = [];

    public List<Written<FormRow>> Forms { get; } = [];

    public List<Written<JurisdictionRow>> Places { get; } = [];

    public List<Written<ParentRow>> Parents { get; } = [];

    public List<Written<ParticipationRow>> Participations { get; } = [];

    public List<Written<SourceRow>> Sources { get; } = [];

    public List<Written<SourceVersionRow>> Versions { get; } = [];

    public List<WrittenRecord> Records { get; } = [];

    /// <summary>Which pairs are expected; null where the text does not say. No row comes of it.</summary>
    public CoverageList? Coverage { get; set; }

    public IEnumerable<(ClassificationRow Row, WrittenRecord Record)> Classifications =>
        Records.Where(record => record.Row is ClassificationRow)
            .Select(record => ((ClassificationRow)record.Row, record));

    public IEnumerable<Row> Rows() =>
    [
        .. Substances.Select(written => written.Row),
        .. Forms.Select(written => written.Row),
        .. Places.Select(written => written.Row),
        .. Parents.Select(written => written.Row),
        .. Participations.Select(written => written.Row),
        .. Sources.Select(written => written.Row),
        .. Versions.Select(written => written.Row),
        .. Records.Select(record => record.Row),
        .. Records.SelectMany(record => record.Citations).Select(written => written.Row),
    ];

    /// <summary>
    /// Adds what was read of one file. The file's own draft stays as it is: the rules say their mistakes of what is added here.
    /// </summary>
    public void Add(Draft file)
    {
        mistakes.AddRange(file.Mistakes);
        _unreadable.AddRange(file._unreadable);
        CodesOfFiles.UnionWith(file.CodesOfFiles);
        Substances.AddRange(file.Substances.Select(written => written.For(mistakes)));
        Forms.AddRange(file.Forms.Select(written => written.For(mistakes)));
        Places.AddRange(file.Places.Select(written => written.For(mistakes)));
        Parents.AddRange(file.Parents.Select(written => written.For(mistakes)));
        Participations.AddRange(file.Participations.Select(written => written.For(mistakes)));
        Sources.AddRange(file.Sources.Select(written => written.For(mistakes)));
        Versions.AddRange(file.Versions.Select(written => written.For(mistakes)));
        Records.AddRange(file.Records.Select(record => record.For(mistakes)));
        Coverage = file.Coverage?.For(mistakes) ?? Coverage;
    }

    /// <summary>Nothing of this file could be read: what it defines is not to be called unknown elsewhere.</summary>
    public void CannotRead(string file)
    {
        _unreadable.Add(file);
        if (SeedFileName.Parse(file) is { Kind: SeedFileName.Place, Stem: var code })
        {
            CodesOfFiles.Add(code);
        }
    }

    /// <summary>Whether a part of the data set was read whole: only then can a name be called unknown.</summary>
    public bool IsWhole(string part) => !_unreadable.Exists(file => file.StartsWith(part, StringComparison.Ordinal));
}
