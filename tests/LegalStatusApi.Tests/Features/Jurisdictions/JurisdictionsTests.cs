using System.Net;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Jurisdictions;

public sealed class JurisdictionsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("", "DE,HK,US,US-CO,US-CO-denver,US-OR")]
    [InlineData("?type=subdivision", "US-CO,US-OR")]
    [InlineData("?parent=US", "US-CO,US-OR")]
    [InlineData("?parent=us", "US-CO,US-OR")]
    [InlineData("?hasRecords=true", "US-CO")]
    [InlineData("?hasRecords=false&type=subdivision", "US-OR")]
    [InlineData("?parent=HK", "")]
    public async Task Filters_narrow_the_list(string filters, string codes)
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync($"/v1/jurisdictions{filters}");

        Assert.Equal(codes, string.Join(',', answer["items"]!.AsArray().Select(item => (string?)item!["code"])));
    }

    [Theory]
    [InlineData("type=city", "type")]
    [InlineData("parent=XX", "parent")]
    [InlineData("parent=%25", "parent")]
    [InlineData("hasRecords=yes", "hasRecords")]
    [InlineData("revision=0", "revision")]
    [InlineData("revision=99999", "revision")]
    [InlineData("asOf=yesterday", "asOf")]
    [InlineData("asOf=1990-01-01T00:00:00Z", "asOf")]
    public async Task A_wrong_filter_is_refused_and_named(string filter, string parameter)
    {
        await using var api = await StartAsync();

        var problem = await api.GetAsync($"/v1/jurisdictions?{filter}", 400);

        Assert.Equal(parameter, (string?)problem["errors"]![0]!["parameter"]);
    }

    [Fact]
    public async Task A_place_names_those_above_and_below_it_with_dates_its_treaties_and_its_records()
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync("/v1/jurisdictions/US-CO");

        Assert.Equal("US", (string?)answer["parents"]![0]!["code"]);
        Assert.Equal("applies", (string?)answer["parents"]![0]!["law"]);
        Assert.Equal("1876-08-01", (string?)answer["parents"]![0]!["from"]);
        Assert.Equal("US-CO-denver", (string?)answer["children"]![0]!["code"]);
        Assert.Equal(["psilocybin:1", "lsd:0", "ketamine:0"],
            answer["records"]!.AsArray().Select(count => $"{count!["substance"]}:{count["classifications"]}"));
        var party = (await api.GetAsync("/v1/jurisdictions/US"))["participations"]![0]!;
        Assert.Equal("un-cps-1971", (string?)party["treaty"]);
        Assert.True((bool)party["party"]!);
        Assert.Equal("1980-07-15", (string?)party["from"]);
    }

    [Fact]
    public async Task A_code_in_other_letters_is_redirected()
    {
        await using var api = await StartAsync();

        var answer = await api.SendAsync("/v1/jurisdictions/us-co-Denver?revision=1");

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal("/v1/jurisdictions/US-CO-denver?revision=1", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("XX")]
    [InlineData("D")]
    [InlineData("12")]
    [InlineData("US-CO-denve")]
    public async Task A_place_that_is_not_covered_is_404_and_offers_the_nearest(string code)
    {
        await using var api = await StartAsync();

        var problem = await api.GetAsync($"/v1/jurisdictions/{code}", 404);

        Assert.Equal("/problems/unknown-jurisdiction", (string?)problem["type"]);
        if (code == "US-CO-denve")
        {
            Assert.Equal("US-CO-denver", (string?)problem["suggestions"]![0]);
        }
    }

    [Fact]
    public async Task A_place_that_was_added_later_is_not_there_at_an_earlier_revision()
    {
        await using var api = await StartAsync();
        var before = (long)(await api.GetAsync("/v1/jurisdictions"))["revision"]!;
        await database.PublishAsync(Rows.Place("ZW").Rows);

        await api.GetAsync("/v1/jurisdictions/ZW");
        await api.GetAsync($"/v1/jurisdictions/ZW?revision={before}", 404);
    }

    private static Given Rows => Given.Substances()
        .Place("DE").Place("HK", type: "territory").Place("US").Party("US", "1980-07-15")
        .Place("US-CO", "US", from: "1876-08-01").Place("US-OR", "US").Place("US-CO-denver", "US-CO")
        .Record("psilocybin", "US-CO", "psilocybin", from: "1970");

    private async Task<TestApi> StartAsync()
    {
        await database.PublishAsync(Rows.Rows);
        return await TestApi.StartAsync(database.Reader);
    }
}
