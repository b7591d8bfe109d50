using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Maintenance.Review;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Review;

/// <summary>What enters the review queue, on 2026-11-21.</summary>
public sealed class KindsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly IReadOnlyList<Row> Rows = [.. Given.Substances()
        .Place("AA").Record("lsd-1", "AA", "lsd", from: "1971")
        .Place("BB").Record("lsd-1", "BB", "lsd", from: "1971", verification: "unverified")
        .Place("CC").Record("lsd-1", "CC", "lsd", from: "1971", verification: "treaty")
        .Place("DD").Record("lsd-1", "DD", "lsd", from: "1971").Lead("ketamine-lead", "DD", "ketamine")
        .Place("EE").Record("lsd-1", "EE", "lsd", from: "2027-01-10").Record("lsd-0", "EE", "lsd", to: "2027-01-10", attestedFrom: "2000-01-01")
            .Record("ketamine-1", "EE", "ketamine", from: "2027-06-01")
        .Place("FF").Pending("ketamine-p", "FF", "ketamine", "2026-06").Pending("lsd-p", "FF", "lsd", "2027-01").Pending("psilocybin-p", "FF", "psilocybin", "2028")
        .Place("AA-1").Record("lsd-1", "AA-1", "lsd", from: "1971")
        .With("AA/lsd-1", row => row with { ReviewDue = "2026-11-20", ToCheck = "Read § 2." })
        .Select(row => row is ClassificationRow { Key: "DD/lsd-1" } disputed ? disputed with { Disputed = "One says so, one says no.", ReviewDue = "2026-11-21" } : row)];

    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Rows);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("stale", "AA lsd")]
    [InlineData("unverified", "BB lsd,CC lsd")]
    [InlineData("named_only", "BB lsd")]
    [InlineData("disputed", "DD lsd")]
    [InlineData("missing", "AA ketamine,AA psilocybin,BB ketamine,BB psilocybin,CC ketamine,CC psilocybin,DD psilocybin,EE psilocybin")]
    [InlineData("lead", "DD ketamine")]
    [InlineData("taking_effect_soon", "EE lsd,FF ketamine,FF lsd")]
    [InlineData("incorporated_list_moved", "")]
    [InlineData("report", "")]
    public async Task An_item_of_each_kind_stands_in_the_queue_and_no_other(string kind, string expected)
    {
        await using var desk = await ReviewDesk.OpenAsync(database);

        var found = (await desk.QueueAsync($"&kind={kind}")).Select(item => $"{item["jurisdiction"]} {item["substance"]}");

        Assert.Equal(expected, string.Join(',', found));
    }

    [Fact]
    public async Task An_item_says_what_it_is_about_since_when_and_what_would_settle_it()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);

        var stale = await desk.ItemAsync("stale", "AA");
        Assert.Equal(RecordId.OfReviewItem("stale", "AA/lsd-1"), (string?)stale["id"]);
        Assert.Equal((RecordId.OfClassification("AA/lsd-1"), "AA/lsd-1"), ((string?)stale["record"]!["id"], (string?)stale["record"]!["key"]));
        Assert.Equal(("2026-11-20", "Read § 2.", "open"), ((string?)stale["since"], (string?)stale["whatWouldSettleIt"], (string?)stale["state"]));
        Assert.Equal("Read the list.", (string?)(await desk.ItemAsync("lead", "DD"))["whatWouldSettleIt"]);
        Assert.Equal(ReviewTerms.Kinds["disputed"].Meaning, (string?)(await desk.ItemAsync("disputed", "DD"))["whatWouldSettleIt"]);
    }

    [Fact]
    public async Task What_is_due_depends_on_the_day()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        desk.Api.Clock.Now = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(2, (await desk.QueueAsync("&kind=stale")).Count);
        desk.Api.Clock.Now = new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Empty(await desk.QueueAsync("&kind=stale"));
        Assert.DoesNotContain(await desk.QueueAsync("&kind=taking_effect_soon"), item => (string?)item["jurisdiction"] == "EE");
    }

    [Fact]
    public async Task The_queue_is_read_in_parts_that_together_are_the_whole()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        var whole = (await desk.QueueAsync()).Select(item => (string)item["id"]!).ToList();
        var parts = new List<string>();
        string? next = "/v1/review-queue?limit=4";
        while (next is not null)
        {
            var part = await desk.Api.GetAsync(next);
            parts.AddRange(part["items"]!.AsArray().Select(item => (string)item!["id"]!));
            next = (string?)part["next"];
        }

        Assert.Equal(whole, parts);
        Assert.Distinct(parts);
    }

    [Fact]
    public async Task The_queue_is_kept_for_seconds_and_has_no_permalink()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        foreach (var address in new[] { "/v1/review-queue?limit=1", (string)(await desk.Api.GetAsync("/v1/review-queue?limit=1"))["next"]! })
        {
            using var answer = await desk.Api.SendAsync(address);
            Assert.Equal("public, max-age=10", answer.Headers.CacheControl?.ToString());
            Assert.Null(answer.Content.Headers.ContentLocation);
            Assert.Null(answer.Content.Headers.LastModified);
        }
    }

    [Theory]
    [InlineData("kind=stal", "Did you mean 'stale'")]
    [InlineData("state=done", "Known: open, claimed, settled")]
    [InlineData("jurisdiction=ZZ", "No jurisdiction 'ZZ'")]
    [InlineData("substance=lsdd", "Did you mean 'lsd'")]
    [InlineData("revision=1", "Unknown parameter")]
    [InlineData("cursor=x", "Not a cursor")]
    public async Task A_wrong_filter_is_refused(string filter, string detail)
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        Assert.Contains(detail, (string)(await desk.Api.GetAsync($"/v1/review-queue?{filter}", 400))["detail"]!, StringComparison.Ordinal);
    }
}
