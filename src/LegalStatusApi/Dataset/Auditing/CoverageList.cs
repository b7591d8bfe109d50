using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset.Auditing;

/// <summary>
/// Which pairs of place and substance the record is measured against, as coverage.yaml lists them. It is no part of the record.
/// </summary>
/// <param name="MostAsked">Codes of the places that people ask for most.</param>
/// <param name="Inherits">Codes of places where another's law holds as it stands: nothing of their own is expected.</param>
/// <param name="Unlisted">Codes of places without law of their own on the matter.</param>
/// <param name="Exceptions">Places listed for some substances only.</param>
/// <param name="Absences">Pairs that were looked for and not found.</param>
internal sealed record CoverageList(
    IReadOnlyList<string> MostAsked,
    IReadOnlyList<string> Inherits,
    IReadOnlyList<string> Unlisted,
    IReadOnlyList<CoverageException> Exceptions,
    IReadOnlyList<Absence> Absences,
    Fields At)
{
    public const string FileName = "coverage.yaml";

    public static CoverageList Read(Fields root)
    {
        var list = new CoverageList(
            root.Texts("mostAsked") ?? [],
            root.Texts("inherits") ?? [],
            root.Texts("unlisted") ?? [],
            [.. root.Each("only").Select(CoverageException.Read)],
            [.. root.Each("absent").Select(Absence.Read)],
            root);
        root.RefuseOthers();
        return list;
    }

    /// <summary>Whether a record of this place's own is expected of this substance.</summary>
    public bool Lists(JurisdictionRow place, string substance)
    {
        if (Inherits.Contains(place.Code, StringComparer.Ordinal) || Unlisted.Contains(place.Code, StringComparer.Ordinal))
        {
            return false;
        }

        var only = Exceptions.Where(each => each.IsOf(place)).ToList();
        return only.Count == 0 || only.Exists(each => each.Substance == substance);
    }

    /// <summary>The same list, whose mistakes go elsewhere.</summary>
    public CoverageList For(List<Mistake> mistakes) => this with
    {
        At = At.For(mistakes),
        Exceptions = [.. Exceptions.Select(each => each with { At = each.At.For(mistakes) })],
        Absences = [.. Absences.Select(each => each with { At = each.At.For(mistakes) })],
    };
}

/// <summary>Places of which a record of this one substance is expected, and of no other.</summary>
internal sealed record CoverageException(string Substance, IReadOnlyList<string> Types, IReadOnlyList<string> Places, Fields At)
{
    public static CoverageException Read(Fields at)
    {
        var read = new CoverageException(at.Text("substance"), at.Texts("types") ?? [], at.Texts("places") ?? [], at);
        at.RefuseOthers();
        return read;
    }

    public bool IsOf(JurisdictionRow place) =>
        Types.Contains(place.Type, StringComparer.Ordinal) || Places.Contains(place.Code, StringComparer.Ordinal);
}

/// <summary>A pair of which nothing was found, and where it was looked for.</summary>
internal sealed record Absence(string Place, IReadOnlyList<string> Substances, string Looked, Fields At)
{
    public static Absence Read(Fields at)
    {
        var read = new Absence(at.Text("place"), at.Texts("substances") ?? [], at.Text("looked"), at);
        at.RefuseOthers();
        return read;
    }
}
