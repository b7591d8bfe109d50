using LegalStatusApi.Dataset;

namespace LegalStatusApi.Tests.Dataset;

/// <summary>
/// A small data set without mistakes. A test changes one thing in it and looks at what is said of that.
/// </summary>
internal sealed partial class Sample
{
    public const string Place = "jurisdictions/US.yaml";
    public const string Sources = "sources/US.yaml";
    public const string Substances = "substances.yaml";

    private readonly Dictionary<string, string> _files;

    private Sample(Dictionary<string, string> files) => _files = files;

    public static Sample Whole => new(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Substances] = SubstancesText,
        ["jurisdictions/UN.yaml"] = "code: UN\ntype: international\nname: United Nations\n",
        [Place] = PlaceText,
        ["jurisdictions/US-CO.yaml"] =
            "code: US-CO\ntype: subdivision\nname: Colorado\nparents:\n  - code: US\n    law: applies\n",
        [Sources] = SourcesText,
        ["sources/UN.yaml"] = TreatyText,
        ["sources/general.yaml"] = GeneralText,
    });

    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>Replaces a fragment that stands in the file exactly once.</summary>
    public Sample With(string file, string was, string becomes)
    {
        Assert.Equal(2, _files[file].Split(was).Length);
        return WithFile(file, _files[file].Replace(was, becomes, StringComparison.Ordinal));
    }

    public Sample WithFile(string file, string text) =>
        new(new Dictionary<string, string>(_files, StringComparer.Ordinal) { [file] = text });

    public Sample Without(string file) =>
        new(_files.Where(each => each.Key != file).ToDictionary(StringComparer.Ordinal));

    public IReadOnlyList<Row> Rows()
    {
        var text = SeedReader.Read(_files);
        Assert.Empty(text.Mistakes);
        return text.Rows;
    }

    /// <summary>
    /// Reads it and finds exactly one mistake: on the line that holds the fragment, with the field and the words.
    /// </summary>
    public void IsRefused(string file, string at, string field, string words)
    {
        var text = SeedReader.Read(_files);
        Assert.Empty(text.Rows);
        var mistake = Assert.Single(text.Mistakes);
        Assert.Equal((file, LineOf(file, at), field), (mistake.File, mistake.Line, mistake.Field));
        Assert.Contains(words, mistake.Message, StringComparison.Ordinal);
    }

    public void IsRefusedWhole(string file, string words)
    {
        var mistake = Assert.Single(SeedReader.Read(_files).Mistakes);
        Assert.Equal((file, 0, ""), (mistake.File, mistake.Line, mistake.Field));
        Assert.Contains(words, mistake.Message, StringComparison.Ordinal);
    }

    public int LineOf(string file, string fragment)
    {
        var before = _files[file].Split(fragment);
        Assert.Equal(2, before.Length);
        return before[0].Count(c => c == '\n') + 1;
    }
}
