using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Search;

/// <summary>The search over the whole data set.</summary>
public sealed class SearchNamesTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    [Theory]
    [InlineData("Holland", "NL", "Holland alias exact")]
    [InlineData("britain", "GB", "Britain alias exact")]
    [InlineData("curacao", "CW", "Curaçao name exact")]
    [InlineData("CURAÇAO", "CW", "Curaçao name exact")]
    [InlineData("cote d'ivoire", "CI", "Côte d'Ivoire name exact")]
    [InlineData("Cesko", "CZ", "Česko alias exact")]
    [InlineData("us-co-denver", "US-CO-denver", "US-CO-denver code exact")]
    [InlineData("de", "DE", "DE code exact")]
    [InlineData("50-37-3", "lsd", "50-37-3 identifier exact cas")]
    [InlineData("8na5swf92o", "lsd", "8NA5SWF92O identifier exact unii")]
    [InlineData("N06AX27", "ketamine/esketamine", "N06AX27 identifier exact atc")]
    [InlineData("10624", "psilocybin", "10624 identifier exact pubchemCid")]
    [InlineData("YQEZLKZALYSWHR-UHFFFAOYSA-N", "ketamine", "YQEZLKZALYSWHR-UHFFFAOYSA-N identifier exact inchiKey")]
    [InlineData("7315", "lsd", "7315 identifier exact dea")]
    [InlineData("shrooms", "psilocybin/mushrooms", "shrooms alias exact")]
    [InlineData("(S)-Ketamine", "ketamine/esketamine", "(s)-ketamine alias exact")]
    [InlineData("Lysergic acid diethylamide", "lsd", "lysergic acid diethylamide alias exact")]
    [InlineData("Stb. 2012, 201", "nl-stb-2012-201", "Stb. 2012, 201 citation exact")]
    [InlineData("nl-stb-2012-201", "nl-stb-2012-201", "nl-stb-2012-201 key exact")]
    [InlineData("psilo", "psilocybin", "Psilocybin name prefix")]
    [InlineData("carolina", "US-NC", "North Carolina name word")]
    public async Task The_first_hit_says_by_which_text_it_was_found_and_how(string query, string thing, string match)
    {
        var answer = await SearchAsync(query);

        Assert.Equal((thing, match), (ThingOf(answer["items"]![0]!), MatchOf(answer["items"]![0]!)));
        Assert.Null(answer["items"]![0]!["match"]!["similarity"]);
        Assert.Null(answer["tried"]);
    }

    [Theory]
    [InlineData("holand", "NL", "Holland")]
    [InlineData("germny", "DE", "Germany")]
    [InlineData("kolrado", "US-CO", "Colorado")]
    [InlineData("psylocibin", "psilocybin", "Psilocybin")]
    [InlineData("ketmaine", "ketamine", "Ketamine")]
    [InlineData("shroms", "psilocybin/mushrooms", "shrooms")]
    public async Task A_misspelt_name_is_found_and_said_to_be_similar(string query, string thing, string text)
    {
        var hit = (await SearchAsync(query))["items"]![0]!;

        Assert.Equal((thing, text, "similar"), (ThingOf(hit), (string)hit["match"]!["text"]!, (string)hit["match"]!["how"]!));
        Assert.InRange((double)hit["match"]!["similarity"]!, 0.5, 0.99);
    }

    [Theory]
    [InlineData("mushrooms Denver", "/v1/status/US-CO-denver/psilocybin?form=mushrooms", "")]
    [InlineData("esketamine in Germany", "/v1/status/DE/ketamine?form=esketamine", "")]
    [InlineData("is LSD legal in the Netherlands", "/v1/status/NL/lsd", "")]
    [InlineData("cheap LSD from the Netherlands", "/v1/status/NL/lsd", "cheap from")]
    [InlineData("new mexico lsd", "/v1/status/US-NM/lsd", "")]
    [InlineData("magic mushrooms, Denver, Colorado", "/v1/status/US-CO-denver/psilocybin?form=mushrooms", "")]
    [InlineData("psilocybin spores GB", "/v1/status/GB/psilocybin?form=spores", "")]
    [InlineData("mushroms denvr", "/v1/status/US-CO-denver/psilocybin?form=mushrooms", "")]
    [InlineData("lsd jp", "/v1/status/JP/lsd", "")]
    [InlineData("ketamine in IN", "/v1/status/IN/ketamine", "")]
    [InlineData("50-37-3 curacao", "/v1/status/CW/lsd", "")]
    public async Task A_question_with_a_place_and_a_substance_is_told_what_to_ask(string query, string ask, string ignored)
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        var answer = await SearchAsync(query);

        var reading = Assert.Single(answer["understood"]!.AsArray())!;
        Assert.Equal(ask, (string)reading["ask"]!);
        Assert.Equal(ignored, string.Join(' ', reading["ignored"]!.AsArray().Select(word => (string)word!)));
        Assert.Contains(answer["items"]!.AsArray(), item => ThingOf(item!) == ThingOf(reading["place"]!));
        Assert.Equal((string)reading["place"]!["jurisdiction"]!, (string)(await api.GetAsync(ask))["jurisdiction"]!["code"]!);
    }

    [Fact]
    public async Task A_question_with_two_meanings_is_told_both()
    {
        var answer = await SearchAsync("lsd in georgia");

        Assert.Equal(["/v1/status/GE/lsd", "/v1/status/US-GA/lsd"], answer["understood"]!.AsArray().Select(reading => (string)reading!["ask"]!));
    }

    [Theory]
    [InlineData("Denver")]
    [InlineData("psilocybin mushrooms")]
    [InlineData("is lsd legal")]
    public async Task A_question_without_place_or_substance_is_told_no_address(string query) =>
        Assert.Null((await SearchAsync(query))["understood"]);

    [Theory]
    [InlineData("qqxxzz")]
    [InlineData("%%")]
    [InlineData("____")]
    [InlineData("a%_\\")]
    [InlineData("'; drop table source; --")]
    [InlineData("\\'")]
    [InlineData("日本語の質問")]
    [InlineData("👩‍👩‍👧‍👦🏳️‍🌈")]
    [InlineData("́́́́")]
    [InlineData("‮dlo‬")]
    public async Task Wildcards_quotes_and_odd_characters_find_nothing_but_are_answered(string query)
    {
        var answer = await SearchAsync(query);

        Assert.Empty(answer["items"]!.AsArray());
        Assert.Equal(query, (string)answer["query"]!);
    }

    [Fact]
    public async Task A_statement_in_the_question_is_only_words()
    {
        var words = await SearchAsync("or 1 1");
        var statement = await SearchAsync("' or 1=1 --");

        Assert.Equal(words["items"]!.ToJsonString(), statement["items"]!.ToJsonString());
    }

    [Fact]
    public async Task Where_nothing_is_found_it_is_told_what_was_tried_and_what_is_near()
    {
        var nothing = await SearchAsync("qqxxzz&kind=substance", escape: false);
        var near = await SearchAsync("ketanserin");

        Assert.Empty(nothing["items"]!.AsArray());
        Assert.Null(nothing["suggestions"]);
        Assert.Equal(["substance"], nothing["tried"]!["kinds"]!.AsArray().Select(kind => (string)kind!));
        Assert.Equal(0.5, (double)nothing["tried"]!["leastSimilarity"]!);
        Assert.Empty(near["items"]!.AsArray());
        Assert.Contains(near["suggestions"]!.AsArray(), item => ThingOf(item!) == "ketamine");
    }

    [Fact]
    public async Task Order_is_exact_codes_exact_names_beginnings_and_likeness_and_stays_so()
    {
        string[] ways = ["exact", "prefix", "word", "part", "similar"];
        foreach (var query in new[] { "us", "georgia", "ket", "new mexico lsd", "misuse of drugs", "in" })
        {
            var items = (await SearchAsync($"{query}&limit=100", escape: false))["items"]!.AsArray();

            var ranks = items.Select(item => Array.IndexOf(ways, (string)item!["match"]!["how"]!)).ToList();
            Assert.Equal(ranks.Order(), ranks);
            var similarities = items.Select(item => (double?)item!["match"]!["similarity"]).OfType<double>().ToList();
            Assert.Equal(similarities.OrderDescending(), similarities);
            Assert.Distinct(items.Select(item => $"{item!["kind"]} {ThingOf(item)}"));
            var again = (await SearchAsync($"{query}&limit=5", escape: false))["items"]!.AsArray();
            Assert.Equal(items.Take(5).Select(item => item!.ToJsonString()), again.Select(item => item!.ToJsonString()));
        }

        Assert.Equal("IN", ThingOf((await SearchAsync("in"))["items"]![0]!));
    }

    [Fact]
    public async Task Kind_narrows_the_search()
    {
        foreach (var kind in new[] { "jurisdiction", "substance", "source" })
        {
            var items = (await SearchAsync($"de&kind={kind}&limit=100", escape: false))["items"]!.AsArray();

            Assert.All(items, item => Assert.Equal(kind, (string)item!["kind"]!));
        }
    }

    [Theory]
    [InlineData("q=a", "q")]
    [InlineData("q=%20%20a%20", "q")]
    [InlineData("kind=source", "q")]
    [InlineData("q=denver&kind=place", "kind")]
    [InlineData("q=denver&limit=101", "limit")]
    [InlineData("q=denver&revision=0", "revision")]
    [InlineData("q=denver&revision=99999", "revision")]
    [InlineData("q=denver&asOf=1999-01-01T00:00:00Z", "asOf")]
    [InlineData("q=denver&fuzzy=true", "fuzzy")]
    [InlineData("q=den%00ver", "q")]
    public async Task A_wrong_question_is_refused(string query, string parameter)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var problem = await api.GetAsync($"/v1/search?{query}", 400);

        Assert.Equal(parameter, (string)Assert.Single(problem["errors"]!.AsArray())!["parameter"]!);
    }

    [Theory]
    [InlineData("é")]
    [InlineData("😀")]
    [InlineData("d ")]
    public async Task A_hundred_characters_are_looked_for_and_one_more_is_refused(string letter)
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        string Of(int count) => Uri.EscapeDataString(string.Concat(Enumerable.Repeat(letter, count)));
        var each = letter.EnumerateRunes().Count();

        await api.GetAsync($"/v1/search?q={Of(100 / each)}");
        await api.GetAsync($"/v1/search?q={Of((100 / each) + 1)}", 400);
    }

    [Fact]
    public async Task A_question_that_names_its_revision_keeps_for_ever()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        api.Clock.Now = TestApi.Now.AddYears(1);
        using var pinned = await api.SendAsync("/v1/search?q=lsd+denver&revision=1");
        using var latest = await api.SendAsync("/v1/search?q=lsd+denver");
        var asOf = await api.GetAsync($"/v1/search?q=lsd+denver&asOf={api.Clock.Now:yyyy-MM-dd'T'HH:mm:ss'Z'}");

        Assert.Contains("immutable", pinned.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("/v1/search?q=lsd%20denver&revision=1", latest.Content.Headers.ContentLocation!.OriginalString);
        Assert.Equal(asOf.ToJsonString(), JsonNode.Parse(await pinned.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.ToJsonString());
    }

    private static string ThingOf(JsonNode item) => string.Join('/',
        new[] { item["jurisdiction"], item["substance"], item["form"], item["source"] }.OfType<JsonNode>().Select(part => (string)part!));

    private static string MatchOf(JsonNode item) => string.Join(' ',
        new[] { "text", "sort", "how", "register" }.Select(part => (string?)item["match"]![part]).OfType<string>());

    private async Task<JsonObject> SearchAsync(string query, bool escape = true)
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        return await api.GetAsync($"/v1/search?q={(escape ? Uri.EscapeDataString(query) : query)}");
    }
}
