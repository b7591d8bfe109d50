using LegalStatusApi.Domain;

namespace LegalStatusApi.Dataset.Reading;

/// <summary>What a file of the data set holds, by its name.</summary>
/// <param name="Kind">One of the constants below.</param>
/// <param name="Stem">The name without folder and ending: the code of a place, or <see cref="General"/>.</param>
internal sealed record SeedFileName(string Kind, string Stem)
{
    public const string Substances = "substances";
    public const string Place = "jurisdictions";
    public const string Sources = "sources";

    /// <summary>Which revision the text was exported from. It holds no rows, and a text written by hand has none.</summary>
    public const string Dataset = "dataset";

    /// <summary>Which pairs of place and substance the record is measured against. It holds no rows.</summary>
    public const string Coverage = "coverage";

    /// <summary>The stem of the sources that speak of many places. It can be no place's code.</summary>
    public const string General = "general";

    private const string Ending = ".yaml";

    /// <summary>Null where the data set has no file of that name.</summary>
    public static SeedFileName? Parse(string file)
    {
        if (file is Substances + Ending or Dataset + Ending or Coverage + Ending)
        {
            var kind = file[..^Ending.Length];
            return new SeedFileName(kind, kind);
        }

        var parts = file.Split('/');
        if (parts.Length != 2 || parts[0] is not (Place or Sources)
            || !parts[1].EndsWith(Ending, StringComparison.Ordinal))
        {
            return null;
        }

        var stem = parts[1][..^Ending.Length];
        return IsCode(stem) || (parts[0] == Sources && stem == General) ? new SeedFileName(parts[0], stem) : null;
    }

    public static string OfSources(string? jurisdiction) => $"{Sources}/{jurisdiction ?? General}{Ending}";

    public static string OfPlace(string code) => $"{Place}/{code}{Ending}";

    public static string OfSubstances => Substances + Ending;

    private static bool IsCode(string text) => JurisdictionCode.TryCanonicalize(text, out var code) && code == text;
}
