using LegalStatusApi.Dataset;

namespace LegalStatusApi.Tests.Dataset;

public class SeedWriterTests
{
    [Fact]
    public void What_is_written_reads_back_to_the_same_rows() => RoundTrip.Holds(Sample.Whole.Rows());

    [Fact]
    public void The_sample_is_written_as_it_stands() =>
        Assert.Equal(Sample.Whole.Files.OrderBy(file => file.Key, StringComparer.Ordinal),
            SeedWriter.Write(Sample.Whole.Rows()));

    [Fact]
    public void The_order_of_the_rows_does_not_matter() => Assert.Equal(
        SeedWriter.Write(Sample.Whole.Rows()), SeedWriter.Write(Sample.Whole.Rows().Reverse()));

    [Fact]
    public void Every_file_ends_with_one_newline_and_no_line_ends_with_a_blank() =>
        Assert.All(SeedWriter.Write(Sample.Whole.Rows()).Values, text =>
        {
            Assert.Matches(@"[^\n]\n\z", text);
            Assert.DoesNotContain(" \n", text, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', text);
        });

    [Fact]
    public void Norway_is_no_boolean()
    {
        var text = SeedWriter.Write([new JurisdictionRow("NO", "country", "Norway", ["Norge", "no", "1905"])]);
        Assert.Equal("code: 'NO'\ntype: country\nname: Norway\naliases: [Norge, 'no', '1905']\n",
            text["jurisdictions/NO.yaml"]);
    }

    [Theory]
    [InlineData("null", "'null'")]
    [InlineData("~", "'~'")]
    [InlineData("1", "'1'")]
    [InlineData("1971", "'1971'")]
    [InlineData("1971-05-01", "'1971-05-01'")]
    [InlineData("1e3", "'1e3'")]
    [InlineData("0o7", "'0o7'")]
    [InlineData("1:30", "'1:30'")]
    [InlineData(".5", "'.5'")]
    [InlineData("Yes", "'Yes'")]
    [InlineData("a: b", "'a: b'")]
    [InlineData("a #b", "'a #b'")]
    [InlineData("- a", "'- a'")]
    [InlineData("'a", "\"'a\"")]
    [InlineData("a's", "a's")]
    [InlineData("520-52-5", "520-52-5")]
    [InlineData("1971-like", "1971-like")]
    [InlineData("§ 28-302", "§ 28-302")]
    [InlineData("Nein", "Nein")]
    public void Only_what_YAML_would_misread_is_quoted(string name, string written) => Assert.Contains(
        $"\nname: {written}\n",
            SeedWriter.Write([new JurisdictionRow("DE", "country", name, null)])["jurisdictions/DE.yaml"],
        StringComparison.Ordinal);

    [Fact]
    public void Long_text_is_folded_and_long_lists_are_written_down_the_page()
    {
        var words = string.Join(' ', Enumerable.Repeat("substance", 12));
        var text = SeedWriter.Write(
            [new JurisdictionRow("DE", "country", words, [words, "b"])])["jurisdictions/DE.yaml"];
        Assert.StartsWith("code: DE\ntype: country\nname: >-\n  substance", text, StringComparison.Ordinal);
        Assert.EndsWith("\n  - b\n", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length < 112));
    }

    [Fact]
    public void Sources_go_to_the_file_of_their_place_sorted_by_key()
    {
        var text = SeedWriter.Write(
        [
            new SourceRow("de-b", "DE", "statute", "B", null), new SourceRow("de-a", "DE", "statute", "A", null),
            new SourceRow("c", null, "encyclopedia", "C", null),
        ]);
        Assert.Equal(["sources/DE.yaml", "sources/general.yaml"], text.Keys, StringComparer.Ordinal);
        Assert.StartsWith("jurisdiction: DE\nsources:\n  - key: de-a\n", text["sources/DE.yaml"],
            StringComparison.Ordinal);
        Assert.StartsWith("sources:\n  - key: c\n", text["sources/general.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_belongs_to_nothing_is_not_lost_in_silence() => Assert.Throws<ArgumentException>(() =>
        SeedWriter.Write([new SourceVersionRow("de-a", 1, null, null, null, null, null, null, null, false)]));

    [Fact]
    public void Trailing_zeros_of_an_amount_are_not_kept() => Assert.Equal(
        SeedWriter.Write(Sample.Whole.Rows()),
        SeedWriter.Write(Sample.Whole.With(Sample.Place, "quantity: 5.5", "quantity: 5.500").Rows()));
}
