using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Features.Explorer;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Pending;

public sealed class ListPendingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("", "taking_effect lsd 2026-12-01,bill psilocybin 2027-03,taking_effect ketamine 2028,ending lsd 2030-01-01,bill ketamine ")]
    [InlineData("?kind=bill", "bill psilocybin 2027-03,bill ketamine ")]
    [InlineData("?substance=lsd", "taking_effect lsd 2026-12-01,ending lsd 2030-01-01")]
    [InlineData("?jurisdiction=AT", "bill psilocybin 2027-03")]
    [InlineData("?kind=record_review&substance=ketamine", "record_review ketamine 2027-05-01")]
    [InlineData("?state=resolved", "bill lsd 2025")]
    [InlineData("?state=all&kind=bill", "bill lsd 2025,bill psilocybin 2027-03,bill ketamine ")]
    [InlineData("?on=2026-12-01", "bill psilocybin 2027-03,taking_effect ketamine 2028,ending lsd 2030-01-01,bill ketamine ")]
    public async Task What_lies_ahead_is_listed_by_day_and_what_has_none_comes_last(string query, string expected)
    {
        await using var api = await StartAsync();

        var items = (await api.GetAsync($"/v1/pending{query}"))["items"]!.AsArray();

        Assert.Equal(expected, string.Join(',', items.Select(item => $"{item!["kind"]} {item["substance"]} {item["expectedOn"]}")));
        Assert.All(items, item => Assert.Equal(item!["expectedOn"] is not null, (bool)item["inCalendar"]!));
    }

    [Fact]
    public async Task Each_item_says_that_it_is_not_law()
    {
        await using var api = await StartAsync();

        var items = (await api.GetAsync("/v1/pending"))["items"]!.AsArray();

        Assert.All(items, item => Assert.Matches("^(Not law: |Not in force yet\\. |Not ended yet\\. )", (string)item!["say"]!));
        Assert.Contains("from 1 December 2026 on, the law of Place DE prohibits LSD", (string?)items[0]!["say"], StringComparison.Ordinal);
        Assert.Contains("does not mean that it will be lawful", (string?)items[3]!["say"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_due_and_has_no_outcome_says_so()
    {
        await using var api = await StartAsync();

        var item = (await api.GetAsync("/v1/pending?kind=bill&on=2027-04-01"))["items"]![0]!;

        Assert.True((bool)item["overdue"]!);
        Assert.Contains("how it ended is not on record", (string?)item["say"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("on=2027-03-01", 0, "Not law as far as is on record: a bill, which may still be changed or fail. It is expected on some day in March 2027; whether it has happened already is not on record.")]
    [InlineData("on=2028-12-30&substance=ketamine", 0, "Unless the law changes before, from some day in 2028 on, the law of Place DE prohibits ketamine. It is expected on some day in 2028; whether it has happened already is not on record.")]
    public async Task What_is_expected_in_a_month_or_year_that_has_begun_is_not_said_to_lie_ahead(string query, int index, string say)
    {
        await using var api = await StartAsync();

        var item = (await api.GetAsync($"/v1/pending?{query}"))["items"]![index]!;

        Assert.Equal((say, true, false), ((string?)item["say"], (bool)item["mayHaveCome"]!, (bool)item["overdue"]!));
        var before = (await api.GetAsync("/v1/pending?kind=bill&on=2027-02-28"))["items"]![0]!;
        Assert.Equal((false, true), ((bool)before["mayHaveCome"]!, ((string)before["say"]!).StartsWith("Not law: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Pages_say_so_too()
    {
        await using var api = await StartAsync();
        api.Clock.Now = new DateTimeOffset(2027, 3, 10, 12, 0, 0, TimeSpan.Zero);

        foreach (var address in new[] { "/pending", "/", "/places/AT/psilocybin" })
        {
            Assert.Contains("expected some day in 2027-03; whether it has happened already is not on record", (await api.PageAsync(address)).TextOf("main"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_resolved_says_how_it_ended()
    {
        await using var api = await StartAsync();

        var item = (await api.GetAsync("/v1/pending?state=resolved"))["items"]![0]!;

        Assert.Equal(("resolved", "failed"), ((string?)item["state"], (string?)item["outcome"]));
        Assert.Equal("No longer pending: it failed, and changed nothing.", (string?)item["say"]);
    }

    [Fact]
    public async Task Parts_are_pinned_to_the_day_and_the_revision_of_the_first()
    {
        await using var api = await StartAsync();
        var whole = (await api.GetAsync("/v1/pending"))["items"]!.AsArray().Select(item => item!.ToJsonString()).ToList();
        var first = await api.GetAsync("/v1/pending?limit=2");
        api.Clock.Now = api.Clock.Now.AddYears(2);

        var second = await api.GetAsync((string)first["next"]!);
        var third = await api.GetAsync((string)second["next"]!);

        Assert.Equal(whole, new[] { first, second, third }.SelectMany(part => part["items"]!.AsArray().Select(item => item!.ToJsonString())));
        Assert.Null(third["next"]);
    }

    [Theory]
    [InlineData("/v1/pending", "?kind=bills", "kind")]
    [InlineData("/v1/pending", "?state=closed", "state")]
    [InlineData("/v1/pending", "?on=2026", "on")]
    [InlineData("/v1/pending", "?jurisdiction=XX", "jurisdiction")]
    [InlineData("/v1/pending", "?cursor=x", "cursor")]
    [InlineData("/v1/pending", "?revision=99", "revision")]
    [InlineData("/v1/pending.ics", "?kind=bills", "kind")]
    [InlineData("/v1/pending.ics", "?substance=lds", "substance")]
    [InlineData("/v1/pending.ics", "?state=all", "state")]
    public async Task A_wrong_question_is_refused(string path, string query, string parameter)
    {
        await using var api = await StartAsync();

        Assert.Equal([parameter], (await api.GetAsync(path + query, 400)).WrongParameters());
    }

    private async Task<TestApi> StartAsync()
    {
        var api = await TestApi.StartAsync(database.Reader);
        if ((int)(await api.SendAsync("/health/ready")).StatusCode == 503)
        {
            var given = Given.Substances().Place("DE").Place("AT")
                .Record("lsd-1", "DE", "lsd", "medical_only", from: "1971", to: "2026-12-01").Record("lsd-2", "DE", "lsd", from: "2026-12-01", to: "2030-01-01")
                .Record("ketamine-1", "DE", "ketamine", from: "2028")
                .Pending("psilocybin-bill", "AT", "psilocybin", "2027-03").Pending("ketamine-bill", "DE", "ketamine", null).Pending("lsd-bill", "DE", "lsd", "2025");
            await database.PublishAsync(given.Rows.Select(row => row is PendingLawRow { Key: "DE/lsd-bill" } law ? law with { Outcome = "failed" } : row));
        }

        return api;
    }
}
