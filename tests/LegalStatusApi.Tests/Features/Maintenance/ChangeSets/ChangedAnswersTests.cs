using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>A reviewer sees every answer that a set changes, and what of it: what is approved is what readers will be told.</summary>
public sealed class ChangedAnswersTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;
    private MaintainerClient _author = null!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Owner.AskAsync<long?>("select max(number) from revision") is null)
        {
            await database.PublishAsync(Given.Substances().Place("US").Place("US-CO", "US").Place("AT")
                .Record("psilocybin-1", "US", "psilocybin", from: "1971-01-01")
                .Record("psilocybin-1", "US-CO", "psilocybin", "decriminalized", from: "2022-12-27")
                .Record("psilocybin-1", "AT", "psilocybin", from: "1998-01-01", activities: new Dictionary<string, string> { ["possession"] = "criminal_offense" }).Rows);
        }

        _api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        _author = new MaintainerClient(_api, await database.KeyAsync("Ada", "propose"));
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task A_form_that_no_longer_falls_back_changes_its_answers()
    {
        var diff = await DiffAsync("substances/psilocybin", record => record["forms"]!.AsArray().Single(form => (string?)form!["slug"] == "mushrooms")!["fallsBack"] = "false");

        var answer = Assert.Single(diff["answers"]!.AsArray(), each => (string?)each!["jurisdiction"] == "AT" && (string?)each["form"] == "mushrooms" && (string?)each["before"]!["status"] == "prohibited")!;
        Assert.Equal(("1998-01-01", "unknown"), ((string?)answer["from"], (string?)answer["after"]!["status"]));
        Assert.Null(Assert.Single(diff["changes"]!.AsArray())!["kind"]);
    }

    [Fact]
    public async Task What_is_said_of_an_activity_is_part_of_the_answer()
    {
        var diff = await DiffAsync("classifications/AT/psilocybin-1", record => record["activities"]!["possession"] = "unclear");

        var answer = Assert.Single(diff["answers"]!.AsArray(), each => each!["form"] is null)!;
        Assert.Equal(("AT", "1998-01-01", null), ((string?)answer["jurisdiction"], (string?)answer["from"], (string?)answer["to"]));
        Assert.Equal(("criminal_offense", "unclear"), ((string?)answer["before"]!["activities"]!["possession"], (string?)answer["after"]!["activities"]!["possession"]));
    }

    [Fact]
    public async Task A_law_above_that_turns_freer_changes_what_binds_below_to_this_day()
    {
        var diff = await DiffAsync("classifications/US/psilocybin-1", record => record["status"] = "medical_only");

        var last = diff["answers"]!.AsArray().Last(each => (string?)each!["jurisdiction"] == "US-CO" && each["form"] is null)!;
        Assert.Null(last["to"]);
        Assert.Equal(("decriminalized", "prohibited, US", "medical_only, US"),
            ((string?)last["after"]!["status"], (string?)last["before"]!["strictest"], (string?)last["after"]!["strictest"]));
    }

    [Fact]
    public async Task A_link_between_places_is_a_change_whose_kind_is_said()
    {
        var set = await ProposedSet.OpenAsync(_author);
        var place = (await _author.GetAsync($"{set.Address}/jurisdictions/US-CO")).Expect(200).Json;
        place["parents"]![0]!["law"] = "context";
        await set.DoAsync(HttpMethod.Put, "/jurisdictions/US-CO", place, 200, null);

        Assert.Equal("US-CO", Assert.Single((await set.SubmitAsync(422)).Errors).Parameter);
        place["change"] = ProposedSet.Change("law_changed");
        await set.DoAsync(HttpMethod.Put, "/jurisdictions/US-CO", place, 200, null);
        await set.SubmitAsync();
    }

    private async Task<JsonObject> DiffAsync(string record, Action<JsonObject> change)
    {
        var set = await ProposedSet.OpenAsync(_author);
        var body = (await _author.GetAsync($"{set.Address}/{record}")).Expect(200).Json;
        change(body);
        await set.DoAsync(HttpMethod.Put, $"/{record}", body, 200, null);
        return (await _author.GetAsync($"{set.Address}/diff")).Expect(200).Json;
    }
}
