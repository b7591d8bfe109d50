using LegalStatusApi.Dataset;

namespace LegalStatusApi.Tests.Dataset;

public class FileMistakesTests
{
    [Fact]
    public void A_missing_folder_is_named()
    {
        var mistake = Assert.Single(SeedReader.Read(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N")))
            .Mistakes);
        Assert.Equal((".", 0), (mistake.File, mistake.Line));
        Assert.Contains("missing", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_parts_are_named() => Assert.Equal(
        ["jurisdictions", "sources", "substances.yaml"],
        SeedReader.Read(new Dictionary<string, string>(StringComparer.Ordinal))
            .Mistakes.Select(mistake => mistake.File), StringComparer.Ordinal);

    [Fact]
    public void Substances_are_not_called_unknown_where_their_file_is_missing() =>
        Sample.Whole.Without(Sample.Substances).IsRefusedWhole(Sample.Substances, "It is missing");

    [Theory]
    [InlineData("jurisdictions/GB.yml")]
    [InlineData("jurisdictions/gb.yaml")]
    [InlineData("jurisdictions/general.yaml")]
    [InlineData("sources/a/GB.yaml")]
    [InlineData("notes.yaml")]
    public void A_file_that_would_be_passed_over_is_named(string file) =>
        Sample.Whole.WithFile(file, "code: GB").IsRefusedWhole(file, "No such file belongs here");

    [Fact]
    public void A_file_name_that_differs_from_its_code_is_named() => Sample.Whole
        .With("jurisdictions/US-CO.yaml", "code: US-CO", "code: US-CA")
        .IsRefused("jurisdictions/US-CO.yaml", "code: US-CA", "code", "The file is named US-CO.yaml");

    [Theory]
    [InlineData(Sample.Sources, "jurisdiction: US", "jurisdiction: GB", "'jurisdiction: US'")]
    [InlineData("sources/general.yaml", "sources:", "jurisdiction: US\nsources:", "leave it out")]
    public void A_file_of_sources_says_the_place_it_is_named_for(string file, string was, string becomes,
        string words) =>
        Sample.Whole.With(file, was, becomes).IsRefused(file, becomes.Split('\n')[0], "jurisdiction", words);

    [Fact]
    public void A_file_that_is_not_UTF_8_is_named()
    {
        using var folder = new SampleFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "jurisdictions", "GB.yaml"), [0x63, 0xFF, 0xFE]);
        var mistake = Assert.Single(SeedReader.Read(folder.Path).Mistakes);
        Assert.Equal(("jurisdictions/GB.yaml", 0), (mistake.File, mistake.Line));
        Assert.Contains("UTF-8", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_reads_as_its_files_do()
    {
        using var folder = new SampleFolder();
        File.WriteAllText(Path.Combine(folder.Path, "README.md"), "not data");
        Assert.Equal(Sample.Whole.Rows().Count, SeedReader.Read(folder.Path).Rows.Count);
    }
}
