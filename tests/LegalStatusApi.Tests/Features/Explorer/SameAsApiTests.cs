using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>A page says what the API says of the same question: drawn from the whole data set, always the same draw.</summary>
public sealed class SameAsApiTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private const int Drawn = 60;

    [Fact]
    public async Task The_sentence_the_label_the_citations_and_how_to_cite_it_are_those_of_the_API()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        var places = await database.Reader.ListAsync<string>("select code from jurisdiction order by code");
        var draw = new Random(20_261_121);
        var records = 0;
        for (var i = 0; i < Drawn; i++)
        {
            var place = places[draw.Next(places.Count)];
            var (substance, forms) = draw.Next(3) switch { 0 => ("psilocybin", new[] { "", "&form=mushrooms", "&form=truffles", "&form=spores" }), 1 => ("lsd", [""]), _ => ("ketamine", ["", "&form=esketamine"]) };
            var question = $"{place}/{substance}?on={new DateOnly(1960, 1, 1).AddDays(draw.Next(24_000)):yyyy-MM-dd}{forms[draw.Next(forms.Length)]}";

            var answer = await api.GetAsync($"/v1/status/{question}");
            var page = await api.PageAsync($"/places/{question}");

            Assert.Equal(answer.Say(), page.GetElementById("say")!.TextContent);
            Assert.StartsWith(((string)answer["headline"]!["status"]!).Replace('_', ' '), page.TextOf("article > .headline"), StringComparison.Ordinal);
            Assert.Equal(SourcesOf(answer), page.QuerySelectorAll("article ul.citations > li > a").Select(link => link.GetAttribute("href")!["/sources/".Length..]).Order(StringComparer.Ordinal));
            Assert.Equal((string)answer["notice"]!, page.TextOf("footer .notice"));
            foreach (var format in new[] { "citation", "bibtex", "csl-json" })
            {
                var text = await api.Client.GetStringAsync($"/v1/status/{question}&format={format}", TestContext.Current.CancellationToken);
                Assert.Equal(WithoutAddress(text), WithoutAddress(page.GetElementById($"cite-{format}")!.TextContent));
            }

            records += answer["layers"]!.AsArray().Count(layer => layer!["classification"] is not null);
        }

        Assert.True(records > Drawn / 2, "The draw must meet records.");
    }

    private static List<string> SourcesOf(JsonNode answer) =>
    [
        .. answer["layers"]!.AsArray().Concat(answer["pending"]!.AsArray()).SelectMany(each => each!["citations"]?.AsArray() ?? [])
            .Select(citation => (string)citation!["source"]!).Order(StringComparer.Ordinal),
    ];

    // A page is cited at its own address.
    private static string WithoutAddress(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text.ReplaceLineEndings("\n").Trim(), "(?:/v1/status|/places|legal-status-status|legal-status-places)[/-][^\\s\"},]*", "…", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
