using LegalStatusApi.Dataset;

namespace LegalStatusApi.Tests.Dataset;

public class YamlMistakesTests
{
    [Fact]
    public void The_sample_has_no_mistakes() => Assert.NotEmpty(Sample.Whole.Rows());

    [Theory]
    [InlineData("name: [a", "name: [a")]
    [InlineData("name: \"a", "name: \"a")]
    [InlineData("name: a: b", "name: a: b")]
    public void A_broken_file_is_one_mistake_with_its_line(string becomes, string at)
    {
        var sample = Sample.Whole.WithFile("jurisdictions/US-CO.yaml", $"code: US-CO\ntype: subdivision\n{becomes}");
        sample.IsRefused("jurisdictions/US-CO.yaml", at, "", "This is not YAML");
    }

    [Fact]
    public void Mistakes_of_all_files_are_named_at_once_though_one_file_is_broken()
    {
        var mistakes = SeedReader.Read(Sample.Whole
            .WithFile("jurisdictions/US-CO.yaml", "code: [")
            .With(Sample.Place, "status: unclear", "status: unclean")
            .With(Sample.Place, "from: 1974-05", "from: 1974-13")
            .With(Sample.Sources, "language: en", "language: english").Files).Mistakes;
        Assert.Equal(
            ["jurisdictions/US-CO.yaml", Sample.Place, Sample.Place, Sample.Sources],
            mistakes.Select(mistake => mistake.File), StringComparer.Ordinal);
    }

    [Fact]
    public void Sources_are_not_called_unknown_where_a_file_of_sources_cannot_be_read() =>
        Sample.Whole.WithFile(Sample.Sources, "jurisdiction: [")
            .IsRefused(Sample.Sources, "jurisdiction: [", "", "not YAML");

    [Fact]
    public void Substances_are_not_called_unknown_where_their_file_cannot_be_read() =>
        Sample.Whole.WithFile(Sample.Substances, "substances: [")
            .IsRefused(Sample.Substances, "substances: [", "", "not YAML");

    [Fact]
    public void A_field_written_twice_is_named_and_hides_nothing() => Sample.Whole
        .With(Sample.Place, "status: unclear", "status: unclear\n    status: legal")
        .IsRefused(Sample.Place, "status: legal", "classifications[0].status", "'status' is written twice");

    [Theory]
    [InlineData("shedule: Schedule I(c)", "shedule", "Did you mean 'schedule'?")]
    [InlineData("colour: blue", "colour", "There is no field 'colour' here.")]
    public void An_unknown_field_is_named(string becomes, string field, string words) => Sample.Whole
        .With(Sample.Place, "schedule: Schedule I(c)", becomes)
        .IsRefused(Sample.Place, becomes, $"classifications[1].{field}", words);

    [Fact]
    public void A_tab_is_named() => Sample.Whole
        .With(Sample.Place, "status: unclear", "status:\tunclear")
            .IsRefused(Sample.Place, "status:\tunclear", "", "a tab");

    [Theory]
    [InlineData("name: A\0B\ntype: x", "U+0000")]
    [InlineData("name: A\u0007B", "U+0007")]
    [InlineData("name: A\u2028B", "U+2028")]
    public void A_control_character_is_named(string becomes, string words) => Sample.Whole
        .With("jurisdictions/UN.yaml", "name: United Nations", becomes)
        .IsRefused("jurisdictions/UN.yaml", becomes.Split('\n')[0], "", words);

    [Theory]
    [InlineData(@"name: ""A\0B""", "U+0000")]
    [InlineData(@"name: ""A\tB""", "U+0009")]
    [InlineData(@"name: ""A\uD800B""", "")]
    [InlineData("name: |-\n  A\n  B", "one paragraph")]
    [InlineData("name: '  A'", "blanks at its beginning or end")]
    [InlineData("name: \"A\\_\"", "blanks at its beginning or end")]
    [InlineData("name:", "It is empty")]
    [InlineData("name: ''", "It is empty")]
    [InlineData("name: []", "It is empty")]
    [InlineData("name: {}", "It is empty")]
    public void A_value_that_cannot_be_kept_is_named(string becomes, string words)
    {
        var sample = Sample.Whole.With("jurisdictions/UN.yaml", "name: United Nations", becomes);
        var mistake = Assert.Single(SeedReader.Read(sample.Files).Mistakes);
        Assert.Equal(3, mistake.Line);
        Assert.Contains(words, mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type: &a international", "type", "Anchors and aliases")]
    [InlineData("type: !!str international", "type", "Tags")]
    [InlineData("type: international\n[a]: b", "", "The name of a field is a plain word")]
    public void Anchors_and_tags_and_strange_names_are_named(string becomes, string field, string words) => Sample.Whole
        .With("jurisdictions/UN.yaml", "type: international", becomes)
        .IsRefused("jurisdictions/UN.yaml", becomes.Split('\n')[^1], field, words);

    [Fact]
    public void An_alias_is_named() => Sample.Whole
        .With("jurisdictions/UN.yaml", "type: international", "type: *a")
        .IsRefused("jurisdictions/UN.yaml", "type: *a", "type", "Anchors and aliases");

    [Theory]
    [InlineData("aliases: [USA, America]", "aliases: USA", "aliases", "A list is expected")]
    [InlineData("aliases: [USA, America]", "aliases: [USA, [America]]", "aliases[1]", "A single value is expected")]
    [InlineData("name: United States", "name: [United States]", "name", "A single value is expected")]
    [InlineData("aliases: [USA, America]", "aliases: [USA, USA]", "aliases[1]", "twice")]
    [InlineData("version: 2", "version: two", "classifications[1].citations[0].version", "not a whole number")]
    [InlineData("party: true", "party: yes", "participation[0].party", "neither true nor false")]
    [InlineData("quantity: 5.5", "quantity: 0", "classifications[1].thresholds[0].quantity", "above 0")]
    [InlineData("quantity: 5.5", "quantity: -1", "classifications[1].thresholds[0].quantity", "above 0")]
    [InlineData("quantity: 5.5", "quantity: 1e3", "classifications[1].thresholds[0].quantity", "above 0")]
    [InlineData("status: unclear", "status: {a: b}", "classifications[0].status", "A single value is expected")]
    [InlineData("minimumAge: 21", "minimumAge: 0", "classifications[1].conditions.minimumAge", "no age")]
    public void A_value_of_the_wrong_kind_is_named(string was, string becomes, string field, string words) =>
        Sample.Whole.With(Sample.Place, was, becomes).IsRefused(Sample.Place, becomes, field, words);

    [Fact]
    public void A_list_item_that_is_no_mapping_is_named() => Sample.Whole
        .With(Sample.Place, "    citation: {", "    citation: {\n      # words\n      ")
        .With(Sample.Place, "  - code: UN\n    law: context\n    from: 1945-10-24", "  - UN")
        .IsRefused(Sample.Place, "  - UN", "parents[0]", "Fields are expected");

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("- a", "A file begins with a field")]
    [InlineData("code: UN\n---\ncode: UN", "one document")]
    public void A_file_is_one_mapping(string text, string words) => Assert.Contains(
        SeedReader.Read(Sample.Whole.WithFile("jurisdictions/UN.yaml", text).Files).Mistakes,
        mistake =>
            mistake.File == "jurisdictions/UN.yaml" && mistake.Message.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void Nesting_without_end_is_refused_at_once()
    {
        var deep = Sample.Whole.WithFile("jurisdictions/UN.yaml", "code: " + new string('[', 200_000));
        Assert.Contains("nested too deeply", Assert.Single(SeedReader.Read(deep.Files).Mistakes)
            .Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Quoted_and_plain_mean_the_same() => Assert.Equal(
        Sample.Whole.Rows().Select(row => row.Identity),
        Sample.Whole.With(Sample.Place, "from: 1974-05", "from: '1974-05'")
            .With(Sample.Place, "party: true", "party: \"true\"")
            .Rows().Select(row => row.Identity), StringComparer.Ordinal);
}
