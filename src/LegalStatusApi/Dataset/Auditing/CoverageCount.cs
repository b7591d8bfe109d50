using LegalStatusApi.Domain;

namespace LegalStatusApi.Dataset.Auditing;

/// <param name="Verification">How its record in force was verified; <see cref="CoverageCount.Nothing"/> where there is none.</param>
internal sealed record ListedPair(JurisdictionRow Place, string Substance, string Verification);

/// <summary>How well the listed pairs of place and substance are verified, by the records in force on a day.</summary>
internal sealed class CoverageCount
{
    /// <summary>What stands for a pair without a record in force.</summary>
    public const string Nothing = "nothing";

    private readonly Dictionary<(string Place, string Substance), string> _verifications;
    private readonly CoverageList _list;

    public CoverageCount(IReadOnlyList<Row> rows, CoverageList list, DateOnly today)
    {
        _list = list;
        Places = [.. rows.OfType<JurisdictionRow>().OrderBy(row => row.Code, StringComparer.Ordinal)];
        Substances = [.. rows.OfType<SubstanceRow>().OrderBy(row => row.Ordinal).Select(row => row.Slug)];
        _verifications = rows.OfType<ClassificationRow>()
            .Where(row => IsInForce(row, today))
            .GroupBy(row => (row.Jurisdiction, row.Substance))
            .ToDictionary(pair => pair.Key, VerificationOf);
    }

    public IReadOnlyList<JurisdictionRow> Places { get; }

    public IReadOnlyList<string> Substances { get; }

    /// <summary>Every listed pair, and how its record in force was verified.</summary>
    public IEnumerable<ListedPair> Pairs =>
        from place in Places
        from substance in Substances
        where _list.Lists(place, substance)
        select new ListedPair(place, substance, Of(place.Code, substance));

    public bool IsMostAsked(JurisdictionRow place) => _list.MostAsked.Contains(place.Code, StringComparer.Ordinal);

    /// <summary>How the record in force of a pair was verified, listed or not.</summary>
    public string Of(string place, string substance) => _verifications.GetValueOrDefault((place, substance), Nothing);

    private static bool IsInForce(ClassificationRow row, DateOnly today) =>
        (!PartialDate.TryParse(row.From, out var from) || from.First <= today)
        && (!PartialDate.TryParse(row.To, out var to) || to.First > today);

    // What a place says of the substance counts; of forms alone, the one that was checked best.
    private static string VerificationOf(IEnumerable<ClassificationRow> pair)
    {
        var records = pair.ToList();
        var ofItself = records.Where(row => row.Form is null).ToList();
        var ranks = Vocabulary.Verification.Terms.Select(term => term.Value).ToList();
        return (ofItself.Count > 0 ? ofItself : records).Select(row => row.Verification).MinBy(ranks.IndexOf)!;
    }
}
