using System.Net;
using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Sources;

public sealed class SourcesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("", "de-btmg,law,rumour,un-cps-1971")]
    [InlineData("?type=statute", "de-btmg,law")]
    [InlineData("?jurisdiction=de", "de-btmg")]
    [InlineData("?jurisdiction=DE&type=treaty", "")]
    public async Task Filters_narrow_the_list(string filters, string keys)
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync($"/v1/sources{filters}");

        Assert.Equal(keys, string.Join(',', answer["items"]!.AsArray().Select(item => (string?)item!["key"])));
    }

    [Theory]
    [InlineData("type=law", "type")]
    [InlineData("jurisdiction=XX", "jurisdiction")]
    [InlineData("jurisdiction=a%20b", "jurisdiction")]
    public async Task A_wrong_filter_is_refused_and_named(string filter, string parameter)
    {
        await using var api = await StartAsync();

        var problem = await api.GetAsync($"/v1/sources?{filter}", 400);

        Assert.Equal(parameter, (string?)problem["errors"]![0]!["parameter"]);
    }

    [Fact]
    public async Task A_source_shows_every_version_and_how_much_rests_on_it()
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync("/v1/sources/de-btmg");
        var version = await api.GetAsync("/v1/sources/de-btmg/versions/2");

        Assert.Equal([1, 2], answer["versions"]!.AsArray().Select(each => (int)each!["version"]!));
        Assert.Equal("BGBl. I 1971", (string?)answer["officialCitation"]);
        Assert.Equal("https://law.example/btmg/2", (string?)version["version"]!["url"]);
        Assert.Equal("2012-07", (string?)version["version"]!["publishedOn"]);
        Assert.Equal(3, (int)(await api.GetAsync("/v1/sources/law"))["answers"]!);
    }

    [Fact]
    public async Task What_rests_on_a_source_is_listed_part_by_part_with_role_and_pinpoint()
    {
        await using var api = await StartAsync();

        var first = await api.GetAsync("/v1/sources/law/answers?limit=2");
        var second = await api.GetAsync((string)first["next"]!);

        Assert.Equal(["DE/ketamine", "DE/lsd"], first["items"]!.AsArray().Select(item => (string?)item!["key"]));
        Assert.Equal(["DE/psilocybin"], second["items"]!.AsArray().Select(item => (string?)item!["key"]));
        Assert.Equal("establishes", (string?)first["items"]![0]!["role"]);
        Assert.Equal("§ ketamine", (string?)first["items"]![0]!["pinpoint"]);
        Assert.Empty((await api.GetAsync("/v1/sources/de-btmg/answers"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("/v1/sources/de-btm", "de-btmg")]
    [InlineData("/v1/sources/de-btm/answers", "de-btmg")]
    [InlineData("/v1/sources/de-btm/versions/1", "de-btmg")]
    [InlineData("/v1/sources/de-btmg/versions/3", "1")]
    [InlineData("/v1/sources/de-btmg/versions/latest", "1")]
    public async Task An_unknown_key_or_version_is_404_and_offers_the_nearest(string asked, string nearest)
    {
        await using var api = await StartAsync();

        var problem = await api.GetAsync(asked, 404);

        Assert.Equal("/problems/unknown-record", (string?)problem["type"]);
        Assert.Equal(nearest, (string?)problem["suggestions"]![0]);
    }

    [Theory]
    [InlineData("/v1/sources/DE-BtMG", "/v1/sources/de-btmg")]
    [InlineData("/v1/sources/DE-BtMG/answers?limit=1", "/v1/sources/de-btmg/answers?limit=1")]
    [InlineData("/v1/sources/DE-BtMG/versions/2", "/v1/sources/de-btmg/versions/2")]
    public async Task A_key_in_other_letters_is_redirected(string asked, string there)
    {
        await using var api = await StartAsync();

        var answer = await api.SendAsync(asked);

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal(there, answer.Headers.Location!.OriginalString);
    }

    private async Task<TestApi> StartAsync()
    {
        var given = Given.Substances().Place("DE")
            .Record("psilocybin", "DE", "psilocybin").Record("lsd", "DE", "lsd", from: "1967").Record("ketamine", "DE", "ketamine", from: "1980");
        await database.PublishAsync(
        [
            .. given.Rows,
            new SourceRow("de-btmg", "DE", "statute", "Betäubungsmittelgesetz", "BGBl. I 1971"),
            new SourceVersionRow("de-btmg", 1, "https://law.example/btmg", null, "de", null, null, null, null, false),
            new SourceVersionRow("de-btmg", 2, "https://law.example/btmg/2", null, "de", null, "2012-07", "2026-11-01", null, true),
        ]);
        return await TestApi.StartAsync(database.Reader);
    }
}
