using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Coverage;

public sealed class CoverageTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static Given Rows => Given.Substances().Place("DE").Place("NL").Place("US")
        .Record("1", "DE", "lsd", from: "1967-02-25", to: "1971", verification: "primary")
        .Record("2", "DE", "lsd", from: "1971", to: "1981-09-01")
        .Record("3", "DE", "lsd", from: "1982-01-01", to: "1990-01-01", verification: "treaty")
        .Record("1", "NL", "psilocybin", attestedFrom: "1999-10-16", verification: "unverified")
        .Record("ketamine", "NL", "ketamine", from: "2000")
        .Record("mushrooms-1", "US", "psilocybin", form: "mushrooms", from: "2008-12")
        .Lead("lead", "US", "lsd");

    [Theory]
    [InlineData("DE", "lsd", "..1967-02-25 unknown no_record_for_date,1967-02-25..1971 prohibited primary 1/1,1971..1981-09-01 prohibited secondary 1/1,"
        + "1981-09-01..1982-01-01 unknown no_record_for_date,1982-01-01..1990-01-01 prohibited treaty 1/1,1990-01-01.. unknown no_record_for_date")]
    [InlineData("NL", "psilocybin", ".. prohibited unverified 0/1 since 1999-10-16")]
    [InlineData("NL", "lsd", ".. unknown not_researched")]
    [InlineData("US", "lsd", ".. unknown lead_only")]
    [InlineData("US", "psilocybin", ".. unknown only_forms_recorded,mushrooms ..2008-12 unknown no_record_for_date,mushrooms 2008-12.. prohibited secondary 1/1")]
    [InlineData("US", "psilocybin&form=mushrooms", "mushrooms ..2008-12 unknown no_record_for_date,mushrooms 2008-12.. prohibited secondary 1/1")]
    [InlineData("NL", "psilocybin&form=spores", "spores .. unknown form_not_recorded")]
    [InlineData("DE", "lsd&verification=treaty", "1982-01-01..1990-01-01 prohibited treaty 1/1")]
    public async Task Every_stretch_of_time_is_told_and_also_those_of_which_nothing_is_on_record(string place, string substance, string expected)
    {
        await using var api = await StartAsync();

        var items = await api.FollowAsync($"/v1/coverage?jurisdiction={place}&substance={substance}");

        Assert.Equal(expected, string.Join(',', items.Select(item =>
            (item["form"] is { } form ? $"{form} " : "") + $"{item["from"]}..{item["to"]} {item["status"]} {item["reason"]}{item["verification"]}"
            + (item["classification"] is null ? "" : $" {item["citationsRead"]}/{item["citations"]}")
            + (item["attestedFrom"] is { } since ? $" since {since}" : ""))));
    }

    [Fact]
    public async Task Every_pair_of_place_and_substance_is_there()
    {
        await using var api = await StartAsync();

        var items = await api.FollowAsync("/v1/coverage");

        Assert.Equal(9, items.Select(item => $"{item["jurisdiction"]} {item["substance"]}").Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task What_is_overdue_is_for_the_client_to_say_so_the_answer_never_changes()
    {
        await using var api = await StartAsync();
        var permalink = (await api.SendAsync("/v1/coverage?substance=lsd")).Content.Headers.ContentLocation!.OriginalString;
        var before = await api.GetAsync(permalink);
        api.Clock.Now = TestApi.Now.AddYears(5);

        Assert.Equal(before.ToJsonString(), (await api.GetAsync(permalink)).ToJsonString());
        Assert.Equal("2027-05-01", (string?)before["items"]!.AsArray().First(item => (string?)item!["status"] == "prohibited")!["reviewDue"]);
    }

    [Fact]
    public async Task Following_next_shows_every_stretch_once()
    {
        await using var api = await StartAsync();

        var whole = await api.FollowAsync("/v1/coverage");
        var parts = await api.FollowAsync("/v1/coverage?limit=1");

        Assert.Equal(whole.Select(item => item.ToJsonString()), parts.Select(item => item.ToJsonString()));
    }

    [Fact]
    public async Task The_summary_counts_and_shows_a_grid()
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync("/v1/coverage/summary");

        Assert.Equal(
            ["psilocybin 3 2 2 {\"primary\":0,\"secondary\":1,\"treaty\":0,\"unverified\":1}", "lsd 3 1 3 {\"primary\":1,\"secondary\":1,\"treaty\":1,\"unverified\":0}", "ketamine 3 1 1 {\"primary\":0,\"secondary\":1,\"treaty\":0,\"unverified\":0}"],
            answer["substances"]!.AsArray().Select(each =>
                $"{each!["substance"]} {each["places"]} {each["placesWithRecords"]} {each["records"]} {each["recordsByVerification"]!.ToJsonString()}"));
        Assert.Equal(["DE 3 {\"lsd\":\"primary\"}", "NL 2 {\"ketamine\":\"secondary\",\"psilocybin\":\"unverified\"}", "US 1 {\"psilocybin\":\"secondary\"}"],
            answer["places"]!.AsArray().Select(place => $"{place!["code"]} {place["records"]} {place["verifications"]!.ToJsonString()}"));
        Assert.StartsWith("/v1/coverage/summary?revision=", (string?)answer["permalink"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/coverage?jurisdiction=1&substance=%25&form=%25&verification=sure&limit=0&cursor=x&asOf=now", "asOf,cursor,form,jurisdiction,limit,substance,verification")]
    [InlineData("/v1/coverage?jurisdiction=XX&substance=lsdd", "jurisdiction,substance")]
    [InlineData("/v1/coverage?form=spore", "form")]
    [InlineData("/v1/coverage?substance=lsd&form=spores", "form")]
    [InlineData("/v1/coverage?revision=999", "revision")]
    [InlineData("/v1/coverage/summary?revision=999", "revision")]
    [InlineData("/v1/coverage/summary?revision=1&asOf=2020-01-01T00:00:00Z&limit=1", "asOf,limit")]
    public async Task Every_wrong_parameter_is_named_at_once(string address, string wrong)
    {
        await using var api = await StartAsync();

        var problem = await api.GetAsync(address, 400);

        Assert.Equal(wrong, string.Join(',', problem.WrongParameters().Order(StringComparer.Ordinal)));
    }

    private async Task<TestApi> StartAsync()
    {
        await database.PublishAsync(Rows.Rows);
        return await TestApi.StartAsync(database.Reader);
    }
}
