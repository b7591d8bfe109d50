using System.Net;
using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Statuses;

public sealed class ShowHistoryTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static Given Rows => Given.Substances()
        .Place("US").Place("US-CO", "US").Place("DE")
        .Record("mid", "US-CO", "psilocybin", "decriminalized", from: "2000-01-01", to: "2010",
            schedule: "II", activities: new Dictionary<string, string> { ["possession"] = "civil_offense" })
        .Record("old", "US-CO", "psilocybin", "prohibited", from: "1970", to: "2000-01-01",
            schedule: "I", activities: new Dictionary<string, string> { ["possession"] = "criminal_offense" })
        .Record("new", "US-CO", "psilocybin", "decriminalized", from: "2020", schedule: "II",
            activities: new Dictionary<string, string> { ["possession"] = "civil_offense", ["supply"] = "criminal_offense" })
        .Record("mushrooms", "US-CO", "psilocybin", "deprioritized", form: "mushrooms", from: "2019-05")
        .Record("spores", "US-CO", "psilocybin", "uncontrolled", form: "spores", from: "2001")
        .Record("us", "US", "psilocybin", "prohibited", from: "1968")
        .Place("FR").Record("lsd-1", "FR", "lsd", from: "1967", to: "1980").Record("later-1", "FR", "lsd", "decriminalized", from: "1980")
        .Place("IT").Record("lsd-1", "IT", "lsd", from: "1967", to: "1980").Record("later-2", "IT", "lsd", "decriminalized", from: "1980");

    [Fact]
    public async Task Periods_of_the_place_itself_come_oldest_first_the_substance_before_its_forms()
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync("/v1/history/US-CO/psilocybin");

        var histories = answer["histories"]!.AsArray();
        Assert.Equal([null, "mushrooms", "spores"], histories.Select(history => (string?)history!["form"]));
        Assert.Equal(["1970", "2000-01-01", "2020"], PeriodsOf(histories[0]).Select(period => (string?)period["effectiveFrom"]));
    }

    [Theory]
    [InlineData("FR", 0)]
    [InlineData("IT", 1)]
    public async Task What_made_the_earlier_period_already_did_not_make_the_change(string place, int instruments)
    {
        await using var api = await StartAsync();

        var periods = PeriodsOf((await api.GetAsync($"/v1/history/{place}/lsd"))["histories"]![0]);

        Assert.Equal(instruments, periods[1]["change"]!["by"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_period_says_what_it_changed_and_by_which_instrument()
    {
        await using var api = await StartAsync();

        var periods = PeriodsOf((await api.GetAsync("/v1/history/US-CO/psilocybin"))["histories"]![0]);

        Assert.Null(periods[0]["change"]);
        var change = periods[1]["change"]!;
        Assert.Equal((string?)periods[0]["classification"], (string?)change["since"]);
        Assert.False((bool)change["gap"]!);
        Assert.Equal(["status", "schedule", "activities.possession"], change["fields"]!.AsArray().Select(field => (string?)field!["field"]));
        Assert.Equal("criminal_offense", (string?)change["fields"]![2]!["before"]);
        Assert.Equal("civil_offense", (string?)change["fields"]![2]!["after"]);
        Assert.Equal("establishes", (string?)change["by"]![0]!["role"]);
        Assert.Equal((string?)periods[1]["citations"]![0]!["id"], (string?)change["by"]![0]!["citation"]);
    }

    [Fact]
    public async Task Days_of_which_nothing_is_on_record_are_a_gap_and_a_new_field_has_no_before()
    {
        await using var api = await StartAsync();

        var change = PeriodsOf((await api.GetAsync("/v1/history/US-CO/psilocybin"))["histories"]![0])[2]["change"]!;

        Assert.True((bool)change["gap"]!);
        Assert.Equal("activities.supply", (string?)change["fields"]![0]!["field"]);
        Assert.Null(change["fields"]![0]!["before"]);
    }

    [Fact]
    public async Task A_form_that_shares_the_substances_law_brings_its_history_and_one_that_does_not_stands_alone()
    {
        await using var api = await StartAsync();

        var mushrooms = await api.GetAsync("/v1/history/US-CO/psilocybin?form=mushrooms");
        var spores = await api.GetAsync("/v1/history/US-CO/psilocybin?form=spores");

        Assert.Equal([null, "mushrooms"], mushrooms["histories"]!.AsArray().Select(history => (string?)history!["form"]));
        Assert.Equal(["spores"], spores["histories"]!.AsArray().Select(history => (string?)history!["form"]));
    }

    [Fact]
    public async Task A_place_without_a_record_has_an_empty_history()
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync("/v1/history/DE/lsd");

        Assert.Empty(PeriodsOf(answer["histories"]![0]));
    }

    [Fact]
    public async Task A_history_at_an_earlier_revision_is_what_it_was()
    {
        await using var api = await StartAsync();
        var current = await api.SendAsync("/v1/history/US-CO/psilocybin");
        var before = await current.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        await database.PublishAsync(Rows.Record("newer", "US-CO", "lsd", from: "2001").With("new", record => record with { Schedule = "III" }));
        var after = await api.SendAsync(current.Content.Headers.ContentLocation!.OriginalString);

        Assert.Equal(before, await after.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/v1/history/us-co/psilocybin", "/v1/history/US-CO/psilocybin")]
    [InlineData("/v1/history/US-CO/acid?revision=1", "/v1/history/US-CO/lsd?revision=1")]
    [InlineData("/v1/history/US-CO/50-37-3", "/v1/history/US-CO/lsd")]
    public async Task Another_spelling_is_redirected(string asked, string there)
    {
        await using var api = await StartAsync();

        var answer = await api.SendAsync(asked);

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal(there, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/v1/history/XX/psilocybin", 404, "unknown-jurisdiction")]
    [InlineData("/v1/history/US-CO/psilocibin", 404, "unknown-substance")]
    [InlineData("/v1/history/US-CO/psilocybin?form=truffel", 400, "invalid-parameters")]
    [InlineData("/v1/history/US-CO/psilocybin?on=2020-01-01", 400, "invalid-parameters")]
    [InlineData("/v1/history/US-CO/psilocybin?revision=99999", 400, "invalid-parameters")]
    [InlineData("/v1/history/US-CO/psilocybin?revision=1&asOf=2026-01-01T00:00:00Z", 400, "invalid-parameters")]
    [InlineData("/v1/history/US-CO/psilocybin?asOf=2999-01-01T00:00:00Z", 400, "invalid-parameters")]
    public async Task What_cannot_be_answered_is_a_problem(string asked, int status, string problem)
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync(asked, status);

        Assert.Equal($"/problems/{problem}", (string?)answer["type"]);
    }

    private static List<JsonObject> PeriodsOf(JsonNode? history) => [.. history!["periods"]!.AsArray().Select(period => period!.AsObject())];

    private async Task<TestApi> StartAsync()
    {
        await database.PublishAsync(Rows.Rows);
        return await TestApi.StartAsync(database.Reader);
    }
}
