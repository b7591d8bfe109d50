using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Access;

/// <summary>What holds of every route of the data set, and what a few places are known to say.</summary>
public sealed class WholeDataSetTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private const string NeverSaid = @"(?i)\b(you may|allowed|safe|recommend|dose|we suggest|should take)";

    [Theory]
    [InlineData("psilocybin", "2026-11-21")]
    [InlineData("lsd", "2026-11-21")]
    [InlineData("ketamine", "2026-11-21")]
    [InlineData("ketamine", "2005-06-01")]
    [InlineData("psilocybin", "2030-01-01")]
    public async Task Every_item_says_honestly_what_it_is(string substance, string day)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var items = await api.FollowAsync($"/v1/access?substance={substance}&on={day}&limit=50");

        Assert.NotEmpty(items);
        Assert.Distinct(items.Select(item => (string?)item["classification"]));
        Assert.All(items, item =>
        {
            var (standing, say) = ((string)item["standing"]!, (string)item["say"]!);
            Assert.True(Vocabulary.RouteKind.Has((string?)item["kind"]));
            Assert.NotEmpty(item["citations"]!.AsArray());
            Assert.Equal((string?)item["verification"] is "treaty" or "unverified", standing == "lead");
            Assert.Equal(standing == "lead", say.StartsWith("Not checked in the law itself: ", StringComparison.Ordinal));
            Assert.Equal(standing == "on_record", say.Contains("provides a route for", StringComparison.Ordinal));
            Assert.True(standing != "on_record" || (string?)item["certainty"] is "certain" or "projected" or "unsettled", say);
            Assert.DoesNotMatch(NeverSaid, say);
        });
    }

    [Fact]
    public async Task Oregon_shows_the_federal_prohibition_beside_its_program()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var answer = await api.GetAsync("/v1/access?substance=psilocybin&jurisdiction=US-OR&kind=supervised_program&on=2024-01-01");

        var item = Assert.Single(answer["items"]!.AsArray())!;
        Assert.Equal("US-OR on_record certain", $"{item["jurisdiction"]!["code"]} {item["standing"]} {item["certainty"]}");
        Assert.Equal("prohibited US", $"{item["strictest"]!["status"]} {item["strictest"]!["from"]}");
        Assert.Contains(item["conflicts"]!.AsArray(), conflict => (string?)conflict!["kind"] == "stricter_above" && (string?)conflict["level"] == "US");
    }

    [Fact]
    public async Task Esketamine_for_depression_began_in_the_United_States_on_its_day()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        const string question = "/v1/access?substance=ketamine&form=esketamine&jurisdiction=US&indication=depression&kind=approved_medicine";

        Assert.DoesNotContain((await api.GetAsync($"{question}&on=2019-03-04"))["items"]!.AsArray(), item => (string?)item!["form"] == "esketamine");
        var item = (await api.GetAsync($"{question}&on=2019-03-05"))["items"]!.AsArray().Single(each => (string?)each!["form"] == "esketamine")!;
        Assert.Equal("named", (string?)item["indicationMatch"]);
        Assert.Equal("certified health care setting", (string?)item["conditions"]!["setting"]);
    }
}
