using System.Globalization;
using System.Text.RegularExpressions;
using LegalStatusApi.Dataset.Reading;
using LegalStatusApi.Dataset.Writing;

namespace LegalStatusApi.Dataset;

/// <summary>
/// Which revision a text was exported from, as its file dataset.yaml says: so that what somebody then changed in the text
/// can be told from what was published meanwhile.
/// </summary>
/// <param name="Revision">Number of the revision.</param>
/// <param name="Hash">Its hash, in hexadecimal: the same number may mean another revision in another installation.</param>
public sealed partial record ExportedFrom(long Revision, string Hash)
{
    public const string FileName = "dataset.yaml";

    /// <summary>Null where the text does not say: it was written by hand.</summary>
    /// <exception cref="InvalidDataException">The file has mistakes; all are named.</exception>
    public static ExportedFrom? Read(string folder)
    {
        var mistakes = new List<Mistake>();
        var said = SeedFolder.Read(folder, mistakes).GetValueOrDefault(FileName) is { } text
            && YamlTree.Read(FileName, text, mistakes) is { } map
                ? Read(new Fields(FileName, map, mistakes))
                : null;
        mistakes.RemoveAll(mistake => mistake.File != FileName);
        return mistakes.Count == 0 ? said : throw new InvalidDataException(string.Join('\n', mistakes));
    }

    internal static ExportedFrom Read(Fields root)
    {
        var revision = root.Integer("revision");
        var hash = root.Text("hash");
        root.RefuseOthers();
        if (root.AreSound("revision") && revision == 0)
        {
            root.Say("revision", "Revisions are counted from 1.");
        }

        if (root.AreSound("hash") && !Sha256().IsMatch(hash))
        {
            root.Say("hash", $"'{hash}' is not a SHA-256 in 64 hexadecimal digits.");
        }

        return new ExportedFrom(revision, hash);
    }

    /// <summary>The text of the file.</summary>
    public string ToText() => YamlPage.Of(page =>
    {
        page.Value("revision", Revision.ToString(CultureInfo.InvariantCulture));
        page.Text("hash", Hash);
    });

    [GeneratedRegex("^[0-9a-f]{64}\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Sha256();
}
