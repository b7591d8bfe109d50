using LegalStatusApi.Dataset;

namespace LegalStatusApi.Tests.Dataset;

/// <summary>The file of a text that says which revision it was exported from.</summary>
public sealed class ExportedFromTests : IDisposable
{
    private static readonly string Hash = new('a', 64);
    private readonly SampleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_text_that_was_written_by_hand_was_exported_from_nowhere() => Assert.Null(ExportedFrom.Read(_folder.Path));

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012e4")]
    [InlineData("abcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcd")]
    public void What_was_written_is_read_back(string hash)
    {
        Write(new ExportedFrom(57, hash).ToText());

        Assert.Equal(new ExportedFrom(57, hash), ExportedFrom.Read(_folder.Path));
        Assert.Empty(SeedReader.Read(_folder.Path).Mistakes);
    }

    [Fact]
    public void It_is_no_part_of_the_rows_and_stays_as_it_is_where_the_text_is_rewritten()
    {
        var rows = SeedReader.Read(_folder.Path).Rows.Count;
        Write($"hash: {Hash}\nrevision: 57\n");

        Format.Rewrite(_folder.Path);

        Assert.Equal(rows, SeedReader.Read(_folder.Path).Rows.Count);
        Assert.Equal(new ExportedFrom(57, Hash), ExportedFrom.Read(_folder.Path));
    }

    [Theory]
    [InlineData("revision: 57\n", "'hash' is missing")]
    [InlineData("revision: 57\nhash: abc\n", "'abc' is not a SHA-256")]
    [InlineData("revision: many\nhash: HASH\n", "'many' is not a whole number")]
    [InlineData("revision: 0\nhash: HASH\n", "Revisions are counted from 1")]
    [InlineData("revision: 1\nhash: HASH\nauthor: A\n", "There is no field 'author' here")]
    [InlineData("- revision\n", "")]
    public void A_mistake_in_it_is_named_like_any_other(string text, string said)
    {
        Write(text.Replace("HASH", Hash, StringComparison.Ordinal));

        var mistake = Assert.Single(SeedReader.Read(_folder.Path).Mistakes);
        Assert.Equal("dataset.yaml", mistake.File);
        Assert.Contains(said, mistake.Message, StringComparison.Ordinal);
        Assert.Contains(said, Assert.Throws<InvalidDataException>(() => ExportedFrom.Read(_folder.Path)).Message, StringComparison.Ordinal);
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(_folder.Path, "dataset.yaml"), text);
}
