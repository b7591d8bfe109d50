using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Journeys;

public sealed class ShowJourneyTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Owner.AskAsync<long?>("select max(number) from revision") is null)
        {
            await database.PublishAsync(Given.Substances().Place("UN").Place("DE", "UN", "context").Place("JP", "UN", "context").Place("US").Place("US-CO", "US").Place("US-OR", "US")
                .Record("ketamine-1", "DE", "ketamine", "prescription_only", from: "1990-01-01", activities: Said("importExport license", "possession unregulated"))
                .Record("ketamine-1", "JP", "ketamine", "medical_only", from: "2007-01-01", verification: "unverified", activities: Said("possession license"))
                .Record("psilocybin-1", "US", "psilocybin", from: "1971-05-01", schedule: "Schedule I", activities: Said("possession criminal_offense", "importExport license"))
                .Record("psilocybin-1", "US-CO", "psilocybin", "supervised_program", from: "2023-07-01", activities: Said("possession permitted")).Rows);
        }

        _api = await TestApi.StartAsync(database.Reader);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Both_ends_are_answered_and_what_is_not_known_is_said_to_be_unknown()
    {
        var answer = await _api.GetAsync("/v1/journey?from=DE&to=JP&substance=ketamine&on=2024-01-01");

        Assert.Equal(("prescription_only", "license", "unregulated"), End(answer, "from"));
        // A lead is shown, and decides nothing.
        Assert.Equal(("medical_only", "unknown", "unknown"), End(answer, "to"));
        Assert.Equal("unverified", (string?)answer["to"]!["possession"]!["levels"]![0]!["verification"]);
        var say = Say(answer);
        Assert.Contains("does not travel", say, StringComparison.Ordinal);
        Assert.Contains("What the law of Place JP says of import and export on 1 January 2024 is not known here.", say, StringComparison.Ordinal);
        Assert.Contains("On record of import and export in Place DE on 1 January 2024: license by the law of Place DE.", say, StringComparison.Ordinal);
        Assert.Contains("On record of possession in Place DE on 1 January 2024: unregulated by the law of Place DE.", say, StringComparison.Ordinal);
        Assert.Contains("of possession on 1 January 2024 is not known here but for leads that were not checked in the law itself.", say, StringComparison.Ordinal);
        Assert.Contains("Places passed through on the way are not considered", say, StringComparison.Ordinal);
        Assert.Empty(answer["shared"]!.AsArray());
        Assert.Equal("/v1/status/DE/ketamine?on=2024-01-01&revision=1", (string?)answer["from"]!["permalink"]);
    }

    [Fact]
    public async Task Within_one_country_its_law_applies_on_the_way_too()
    {
        var answer = await _api.GetAsync("/v1/journey?from=US-OR&to=US-CO&substance=psilocybin&form=mushrooms&on=2024-01-01");

        Assert.Equal(["US"], answer["shared"]!.AsArray().Select(place => (string?)place!["code"]));
        Assert.Contains("The law of Place US applies at both ends, and on the way between them", Say(answer), StringComparison.Ordinal);
        Assert.Contains("Import and export are about the border of the country", Say(answer), StringComparison.Ordinal);
        Assert.Contains(
            "On record of possession in Place US-CO on 1 January 2024: permitted by the law of Place US-CO; criminal offense by the law of Place US. Each of them applies there.",
            Say(answer), StringComparison.Ordinal);
        // Colorado permits, and the stricter law of the country binds there all the same.
        Assert.Equal(("supervised_program", "license", "criminal_offense"), End(answer, "to"));
        Assert.Equal(["US-CO permitted", "US criminal_offense"], answer["to"]!["possession"]!["levels"]!.AsArray().Select(level => $"{level!["level"]} {level["said"]}"));
    }

    [Fact]
    public async Task It_stays_where_its_permalink_says()
    {
        var answer = await _api.GetAsync("/v1/journey?from=us-or&to=US-CO&substance=psilocybin&form=mushrooms&on=2024-01-01");
        var permalink = (string)answer["permalink"]!;

        Assert.Equal("/v1/journey?from=US-OR&to=US-CO&substance=psilocybin&form=mushrooms&on=2024-01-01&revision=1", permalink);
        Assert.Equal(answer.ToJsonString(), (await _api.GetAsync(permalink)).ToJsonString());
        Assert.Contains("immutable", (await _api.SendAsync(permalink)).Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=DE&to=de&substance=lsd", "to")]
    [InlineData("from=DE&substance=lsd", "to")]
    [InlineData("", "from to substance")]
    [InlineData("from=UN&to=JP&substance=lsd", "from")]
    [InlineData("from=XX&to=YY&substance=beer", "from to substance")]
    [InlineData("from=DE&to=JP&substance=psilocybin&form=tea", "form")]
    [InlineData("from=DE&to=JP&to=FR&substance=lsd", "to")]
    [InlineData("from=DE&to=JP&substance=lsd&on=2024-13-01&via=FR", "on via")]
    [InlineData("from=DE&to=JP&substance=lsd&revision=9", "revision")]
    public async Task Every_mistake_is_named(string query, string wrong)
    {
        var problem = await _api.GetAsync($"/v1/journey?{query}", 400);

        Assert.Equal(wrong.Split(' ').Order(), problem.WrongParameters().Order());
    }

    private static (string?, string?, string?) End(JsonNode answer, string end) =>
        ((string?)answer[end]!["status"], (string?)answer[end]!["importExport"]!["said"], (string?)answer[end]!["possession"]!["said"]);

    private static string Say(JsonNode answer) => string.Join(' ', answer["say"]!.AsArray().Select(sentence => (string?)sentence));

    private static Dictionary<string, string> Said(params string[] activities) =>
        activities.Select(each => each.Split(' ')).ToDictionary(each => each[0], each => each[1], StringComparer.Ordinal);
}
