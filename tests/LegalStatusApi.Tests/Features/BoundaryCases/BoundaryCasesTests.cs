using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.BoundaryCases;

public sealed class BoundaryCasesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static Given Rows => Given.Substances().Place("US").Place("US-CO", "US").Place("NL")
        .Record("1", "US", "lsd", "prescription_only", from: "1963", to: "1971-05-01")
        .Record("2", "US", "lsd", "prohibited", from: "1971-05-01", schedule: "Schedule I")
        .Record("1", "US-CO", "lsd", "prohibited", from: "1992-07", to: "2199-01-01")
        .Record("mushrooms", "NL", "psilocybin", "prohibited", "mushrooms", from: "2008-12-01")
        .Record("old", "NL", "ketamine", "uncontrolled", from: "1800-01-01", to: "1801");

    [Theory]
    [InlineData("US", "lsd", "1971-05-01", "1971-04-30 prescription_only certain US,1971-05-01 prohibited certain US Schedule I,1971-05-02 prohibited certain US Schedule I")]
    [InlineData("US", "lsd", "1963", "1962-12-31 unknown unknown US (no_record_for_date),1963-01-01 unknown either US (boundary_uncertain),1963-12-31 prescription_only certain US,1964-01-01 prescription_only certain US")]
    [InlineData("US-CO", "lsd", "1992-07", "1992-06-30 prohibited certain US Schedule I,1992-07-01 unknown either US-CO (boundary_uncertain),1992-07-31 prohibited certain US-CO,1992-08-01 prohibited certain US-CO")]
    [InlineData("NL", "psilocybin", "2008-12-01", "2008-11-30 unknown unknown NL (no_record_for_date),2008-12-01 prohibited certain NL,2008-12-02 prohibited certain NL")]
    [InlineData("NL", "ketamine", "1800-01-01", "1800-01-01 uncontrolled certain NL,1800-01-02 uncontrolled certain NL")]
    public async Task The_days_around_a_change_are_answered_from_the_whole_stack(string place, string substance, string date, string expected)
    {
        await using var api = await StartAsync();

        var items = await api.FollowAsync($"/v1/boundary-cases?jurisdiction={place}&substance={substance}");

        var change = items.Single(item => (string?)item["date"] == date);
        Assert.Equal(expected, string.Join(',', change["cases"]!.AsArray().Select(each =>
            $"{each!["on"]} {each["status"]} {each["certainty"]} {each["from"]}"
            + (each["reason"] is { } reason ? $" ({reason})" : "") + (each["schedule"] is { } schedule ? $" {schedule}" : ""))));
    }

    [Fact]
    public async Task A_change_names_what_ends_and_what_begins_and_each_case_the_address_that_answers_it()
    {
        await using var api = await StartAsync();

        var change = (await api.FollowAsync("/v1/boundary-cases?jurisdiction=US")).Single(item => (string?)item["date"] == "1971-05-01");
        var cases = change["cases"]!.AsArray();

        Assert.Equal((string?)cases[0]!["classification"], (string?)change["ends"]);
        Assert.Equal((string?)cases[1]!["classification"], (string?)change["begins"]);
        foreach (var each in cases)
        {
            var answer = await api.GetAsync((string)each!["ask"]!);
            Assert.Equal($"{each["status"]} {each["certainty"]} {each["from"]}", answer.Headline());
        }

        Assert.Contains("form=mushrooms&on=2008-11-30", (string?)(await api.FollowAsync("/v1/boundary-cases?substance=psilocybin"))[0]["cases"]![0]!["ask"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_ahead_is_stated_as_if_it_had_come_so_that_the_list_never_changes()
    {
        await using var api = await StartAsync();
        var ahead = (await api.FollowAsync("/v1/boundary-cases?jurisdiction=US-CO")).Single(item => (string?)item["date"] == "2199-01-01")["cases"]![0]!;

        Assert.Equal("certain", (string?)ahead["certainty"]);
        Assert.Equal("prohibited projected US-CO", (await api.GetAsync((string)ahead["ask"]!)).Headline());
    }

    [Fact]
    public async Task Following_next_shows_every_change_once()
    {
        await using var api = await StartAsync();

        var whole = await api.FollowAsync("/v1/boundary-cases");
        var parts = await api.FollowAsync("/v1/boundary-cases?limit=1");

        Assert.Equal(7, parts.Count);
        Assert.Equal(whole.Select(item => item.ToJsonString()), parts.Select(item => item.ToJsonString()));
    }

    [Theory]
    [InlineData("?jurisdiction=1&substance=%25&limit=0&cursor=x&revision=0&on=2020-01-01", "cursor,jurisdiction,limit,on,revision,substance")]
    [InlineData("?jurisdiction=XX&substance=lsdd", "jurisdiction,substance")]
    [InlineData("?revision=999", "revision")]
    public async Task Every_wrong_parameter_is_named_at_once(string question, string wrong)
    {
        await using var api = await StartAsync();

        var problem = await api.GetAsync($"/v1/boundary-cases{question}", 400);

        Assert.Equal(wrong, string.Join(',', problem.WrongParameters().Order(StringComparer.Ordinal)));
    }

    private async Task<TestApi> StartAsync()
    {
        await database.PublishAsync(Rows.Rows);
        return await TestApi.StartAsync(database.Reader);
    }
}
