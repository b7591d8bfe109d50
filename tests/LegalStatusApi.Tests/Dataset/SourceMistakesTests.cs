using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Dataset;

public class SourceMistakesTests
{
    [Fault(33)]
    [Theory]
    [InlineData("ftp://law.example.org/a", "not a web address")]
    [InlineData("law.example.org/a", "not a web address")]
    [InlineData("https://law.example.org/a b", "not a web address")]
    [InlineData("https://law.example.org/ley-n°-14294", "what is not ASCII as %C2%B0")]
    [InlineData("https://law.example.org/a|b", "not a web address")]
    [InlineData("https://user:secret@law.example.org/", "no user name")]
    [InlineData("https://@law.example.org/", "no user name")]
    [InlineData("https://127.0.0.1/", "not a public host")]
    [InlineData("https://2130706433/", "not a public host")]
    [InlineData("https://0x7f.1/", "not a public host")]
    [InlineData("'https://[::1]/'", "not a public host")]
    [InlineData("https://localhost/", "not a public host")]
    [InlineData("https://LOCALHOST./", "not a public host")]
    [InlineData("https://a.localhost/", "not a public host")]
    [InlineData("https://db.internal/", "not a public host")]
    [InlineData("https://printer.local/", "not a public host")]
    [InlineData("https://intranet/", "not a public host")]
    public void An_address_that_nobody_can_open_is_named(string url, string words)
    {
        Sample.Whole.With(Sample.Sources, "url: https://law.example.org/csa-2", $"url: {url}")
            .IsRefused(Sample.Sources, $"url: {url}", "sources[0].versions[1].url", words);
        Sample.Whole.With(Sample.Sources, "archiveUrl: https://archive.example.org/csa-2", $"archiveUrl: {url}")
            .IsRefused(Sample.Sources, $"archiveUrl: {url}", "sources[0].versions[1].archiveUrl", words);
    }

    [Theory]
    [InlineData("language: en", "language: English", "sources[0].versions[0].language", "ISO 639-1")]
    [InlineData("publishedOn: 1970-10-27", "publishedOn: 1970-02-30", "sources[0].versions[1].publishedOn",
        "not in the calendar")]
    [InlineData("retrievedOn: 2026-11-21", "retrievedOn: 2026-11", "sources[0].versions[1].retrievedOn",
        "not a full day")]
    [InlineData("sha256: 0", "sha256: X", "sources[0].versions[1].sha256", "64 digits")]
    [InlineData("- version: 2", "- version: 3", "sources[0].versions[1].version", "this one would be 2, not 3")]
    [InlineData("- key: us-old-code", "- key: US_old", "sources[2].key", "lower-case words")]
    public void What_a_source_says_wrongly_is_named(string was, string becomes, string field, string words)
    {
        var mistakes = SeedReader.Read(Sample.Whole.With(Sample.Sources, was, becomes).Files).Mistakes
            .Where(mistake => mistake.File == Sample.Sources);
        var mistake = Assert.Single(mistakes);
        Assert.Equal((Sample.Whole.LineOf(Sample.Sources, was), field), (mistake.Line, mistake.Field));
        Assert.Contains(words, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_was_read_says_when() => Sample.Whole
        .With(Sample.Sources, "        retrievedOn: 2026-11-19\n", "")
        .IsRefused(Sample.Sources, "- version: 1\n        url: https://news.example.org/",
            "sources[1].versions[0].retrievedOn", "on which day");

    [Fact]
    public void Whether_a_text_was_read_is_always_said() => Sample.Whole
        .With(Sample.Sources, "      - version: 1\n        read: false\n", "      - version: 1\n        publisher: P\n")
        .IsRefused(Sample.Sources, "- version: 1\n        publisher: P", "sources[2].versions[0].read",
            "'read' is missing");

    [Fact]
    public void A_key_of_the_data_set_is_given_once() => Sample.Whole
        .With("sources/general.yaml", "key: encyclopedia-of-law", "key: us-news")
        .With("sources/general.yaml", "versions:\n", "versions: # the same key in another file\n")
        .IsRefused("sources/general.yaml", "key: us-news", "sources[0].key",
            "'us-news' is there already: sources/US.yaml, line ");

    [Fact]
    public void Two_sources_with_one_address_are_both_named() => Sample.Whole
        .With("sources/general.yaml", "- version: 1\n", "- version: 1\n        url: https://News.example.org\n")
        .With("sources/general.yaml", "key: encyclopedia-of-law", "key: the-encyclopedia")
        .With(Sample.Sources, "key: us-old-code", "key: us-old-code # unchanged")
        .IsRefused("sources/general.yaml", "url: https://News", "sources[0].versions[0].url",
            "'the-encyclopedia' and 'us-news' (sources/US.yaml, line ");

    [Fact]
    public void An_address_that_only_an_older_version_had_may_be_used() => Sample.Whole
        .With(Sample.Sources, "url: https://news.example.org/", "url: https://law.example.org/csa-1").Rows();

    [Fact]
    public void Two_sources_of_one_place_with_one_official_citation_are_both_named() => Sample.Whole
        .With(Sample.Sources, "title: Old code", "title: Old code\n    citation: 21 u.s.c. 801")
        .IsRefused(Sample.Sources, "citation: 21 u.s.c. 801", "sources[2].citation",
            "'us-old-code' and 'us-csa' (sources/US.yaml, line 6) have the same official citation");

    [Fact]
    public void A_source_without_version_is_named() => Sample.Whole
        .With("sources/general.yaml",
            "    versions:\n      - version: 1\n        retrievedOn: 2026-11-18\n        read: true\n", "")
        .IsRefused("sources/general.yaml", "- key: encyclopedia-of-law", "sources[0].versions", "at least one version");

    [Fact]
    public void A_file_of_sources_has_sources() => Sample.Whole
        .WithFile("sources/US-CO.yaml", "jurisdiction: US-CO")
        .IsRefused("sources/US-CO.yaml", "jurisdiction", "sources", "'sources' is missing");
}
