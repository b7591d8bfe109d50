using System.Net;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Substances;

public sealed class SubstancesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task All_substances_are_listed_with_their_forms()
    {
        await using var api = await StartAsync();

        var items = (await api.GetAsync("/v1/substances"))["items"]!.AsArray();

        Assert.Equal(["ketamine", "lsd", "psilocybin"], items.Select(item => (string?)item!["slug"]));
        Assert.Equal(["mushrooms", "spores"], items[2]!["forms"]!.AsArray().Select(form => (string?)form!["slug"]));
    }

    [Fact]
    public async Task One_substance_says_what_it_is_called_and_how_much_is_on_record()
    {
        await using var api = await StartAsync();

        var lsd = await api.GetAsync("/v1/substances/lsd");
        var psilocybin = await api.GetAsync("/v1/substances/psilocybin");

        Assert.Equal("50-37-3", (string?)lsd["identifiers"]!["cas"]![0]);
        Assert.Equal("acid", (string?)lsd["synonyms"]![0]);
        Assert.Equal(1, (int)lsd["records"]!);
        Assert.Equal("psilocybin", (string?)psilocybin["forms"]![0]!["fallsBackTo"]);
        Assert.Null(psilocybin["forms"]![1]!["fallsBackTo"]);
    }

    [Theory]
    [InlineData("LSD", "lsd")]
    [InlineData("Acid", "lsd")]
    [InlineData("50-37-3?revision=1", "lsd?revision=1")]
    public async Task A_synonym_or_number_is_redirected(string asked, string there)
    {
        await using var api = await StartAsync();

        var answer = await api.SendAsync($"/v1/substances/{asked}");

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal($"/v1/substances/{there}", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Another_substance_is_404_and_the_nearest_is_offered()
    {
        await using var api = await StartAsync();

        var problem = await api.GetAsync("/v1/substances/ketamin", 404);

        Assert.Equal("/problems/unknown-substance", (string?)problem["type"]);
        Assert.Equal("ketamine", (string?)problem["suggestions"]![0]);
        await api.GetAsync("/v1/substances/lsd?revision=99999", 400);
    }

    private async Task<TestApi> StartAsync()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Record("lsd", "DE", "lsd", from: "1967").Rows);
        return await TestApi.StartAsync(database.Reader);
    }
}
