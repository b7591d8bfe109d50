using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Review;

/// <summary>Claiming and settling, by two people.</summary>
public sealed class WorkOnItemsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly string[] Places = ["AA", "BB", "CC", "DD", "EE", "FF", "GG", "HH", "II", "JJ"];

    private static Given Rows => Places.Aggregate(Given.Substances(),
        (given, place) => given.Place(place).Record("lsd-1", place, "lsd", from: "1971", verification: "unverified"));

    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Rows.Rows);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task One_person_claims_an_item_and_another_cannot_until_it_is_released()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        var (ann, bob) = (await database.KeyAsync("Ann", "propose"), await database.KeyAsync("Bob", "review"));
        var item = await desk.ItemAsync("unverified", "AA");

        var claimed = (await desk.ClaimAsync(item, ann)).Expect(200);
        Assert.Equal(("claimed", "Ann"), ((string?)claimed.Json["state"], (string?)claimed.Json["claimedBy"]));
        Assert.Equal((string?)item["id"], (string?)claimed.Json["id"]);
        Assert.Equal("Ann", (string?)(await desk.ItemAsync("unverified", "AA"))["claimedBy"]);
        (await desk.ClaimAsync(item, ann)).Expect(200);
        Assert.Contains("Ann works on it", (await desk.ClaimAsync(item, bob)).Expect(409).Text, StringComparison.Ordinal);
        (await desk.ClaimAsync(item, bob, """{"release":true}""")).Expect(409);
        (await desk.SettleAsync(item, bob)).Expect(409);
        // The rule is about the person, not about the key.
        Assert.Equal("open", (string?)(await desk.ClaimAsync(item, await database.KeyAsync("Ann", "review"), """{"release":true}""")).Expect(200).Json["state"]);
        (await desk.ClaimAsync(item, bob)).Expect(200);
    }

    [Fact]
    public async Task A_claim_lapses_after_30_days_and_somebody_else_takes_over()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        var (ann, bob) = (await database.KeyAsync("Ann", "propose"), await database.KeyAsync("Bob", "review"));
        var item = await desk.ItemAsync("unverified", "GG");
        (await desk.ClaimAsync(item, ann)).Expect(200);

        desk.Api.Clock.Now = TestApi.Now.AddDays(29);
        (await desk.ClaimAsync(item, bob)).Expect(409);
        Assert.Equal("claimed", (string?)(await desk.ItemAsync("unverified", "GG"))["state"]);
        desk.Api.Clock.Now = TestApi.Now.AddDays(30);
        var lapsed = await desk.ItemAsync("unverified", "GG");
        Assert.Equal(("open", null), ((string?)lapsed["state"], (string?)lapsed["claimedBy"]));
        Assert.Empty(await desk.QueueAsync("&kind=unverified&jurisdiction=GG&state=claimed"));

        Assert.Equal("Bob", (string?)(await desk.ClaimAsync(item, bob)).Expect(200).Json["claimedBy"]);
        Assert.Equal("Bob", (string?)(await desk.ItemAsync("unverified", "GG"))["claimedBy"]);
        Assert.Contains("Bob works on it", (await desk.ClaimAsync(item, ann)).Expect(409).Text, StringComparison.Ordinal);
        // From the day on which it was taken over.
        desk.Api.Clock.Now = TestApi.Now.AddDays(59);
        (await desk.SettleAsync(item, ann)).Expect(409);
        desk.Api.Clock.Now = TestApi.Now.AddDays(60);
        (await desk.SettleAsync(item, ann)).Expect(200);
    }

    [Fact]
    public async Task Whoever_claims_an_item_again_keeps_it_for_30_days_more()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        var (ann, bob) = (await database.KeyAsync("Ann", "propose"), await database.KeyAsync("Bob", "review"));
        var item = await desk.ItemAsync("unverified", "HH");
        (await desk.ClaimAsync(item, ann)).Expect(200);
        desk.Api.Clock.Now = TestApi.Now.AddDays(20);
        (await desk.ClaimAsync(item, ann)).Expect(200);

        desk.Api.Clock.Now = TestApi.Now.AddDays(49);
        (await desk.ClaimAsync(item, bob)).Expect(409);
        desk.Api.Clock.Now = TestApi.Now.AddDays(50);
        (await desk.ClaimAsync(item, bob)).Expect(200);
    }

    [Fact]
    public async Task Of_twenty_who_take_over_a_lapsed_claim_one_succeeds()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        var item = await desk.ItemAsync("unverified", "II");
        (await desk.ClaimAsync(item, await database.KeyAsync("Ann", "review"))).Expect(200);
        desk.Api.Clock.Now = TestApi.Now.AddDays(30);
        var keys = new List<string>();
        for (var number = 1; number <= 20; number++)
        {
            keys.Add(await database.KeyAsync($"Heir {number}", "review"));
        }

        var replies = await Task.WhenAll(keys.Select(key => desk.ClaimAsync(item, key)));

        var won = Assert.Single(replies, reply => reply.Status == 200);
        Assert.Equal(19, replies.Count(reply => reply.Status == 409));
        Assert.Equal((string?)won.Json["claimedBy"], (string?)(await desk.ItemAsync("unverified", "II"))["claimedBy"]);
    }

    [Fact]
    public async Task Of_twenty_who_claim_at_once_one_succeeds()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        var item = await desk.ItemAsync("unverified", "BB");
        var keys = new List<string>();
        for (var number = 1; number <= 20; number++)
        {
            keys.Add(await database.KeyAsync($"Person {number}", "review"));
        }

        var replies = await Task.WhenAll(keys.Select(key => desk.ClaimAsync(item, key)));

        Assert.Single(replies, reply => reply.Status == 200);
        Assert.Equal(19, replies.Count(reply => reply.Status == 409));
    }

    [Fact]
    public async Task A_settled_item_leaves_the_queue_and_is_back_after_180_days()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        var ann = await database.KeyAsync("Ann", "review");
        var item = await desk.ItemAsync("unverified", "CC");
        (await desk.ClaimAsync(item, ann)).Expect(200);

        Assert.Equal("settled", (string?)(await desk.SettleAsync(item, ann)).Expect(200).Json["state"]);

        Assert.Empty(await desk.QueueAsync("&kind=unverified&jurisdiction=CC"));
        Assert.Single(await desk.QueueAsync("&kind=unverified&jurisdiction=CC&state=settled"));
        (await desk.SettleAsync(item, ann)).Expect(409);
        (await desk.ClaimAsync(item, ann)).Expect(409);
        desk.Api.Clock.Now = TestApi.Now.AddDays(179);
        Assert.Empty(await desk.QueueAsync("&kind=unverified&jurisdiction=CC"));
        desk.Api.Clock.Now = TestApi.Now.AddDays(180);
        Assert.Equal("open", (string?)(await desk.ItemAsync("unverified", "CC"))["state"]);
    }

    [Fact]
    public async Task Everybody_reads_who_settled_an_item_when_and_how_and_it_is_the_last_who_did()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        var item = await desk.ItemAsync("unverified", "JJ");
        Assert.Equal((null, null, null), SettlementOf(item));

        var said = (await desk.SettleAsync(item, await database.KeyAsync("Ann", "review"), "{\"how\":\"Read it.\"}")).Expect(200).Json;

        Assert.Equal(("2026-11-21", "Ann", "Read it."), SettlementOf(said));
        Assert.Equal(("2026-11-21", "Ann", "Read it."), SettlementOf(Assert.Single(await desk.QueueAsync("&jurisdiction=JJ&state=settled"))));
        desk.Api.Clock.Now = TestApi.Now.AddDays(180);
        Assert.Equal((null, null, null), SettlementOf(await desk.ItemAsync("unverified", "JJ")));
        (await desk.SettleAsync(item, await database.KeyAsync("Bob", "review"), "{\"how\":\"Again.\"}")).Expect(200);
        Assert.Equal(("2027-05-20", "Bob", "Again."), SettlementOf(Assert.Single(await desk.QueueAsync("&jurisdiction=JJ&state=settled"))));
    }

    [Fact]
    public async Task A_settled_item_is_back_when_its_record_changes()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        (await desk.SettleAsync(await desk.ItemAsync("unverified", "DD"), await database.KeyAsync("Ann", "review"))).Expect(200);
        var other = await desk.ItemAsync("unverified", "EE");
        (await desk.SettleAsync(other, await database.KeyAsync("Ann", "review"))).Expect(200);

        await database.PublishAsync(Rows.With("DD/lsd-1", row => row with { Summary = "Another." }));

        Assert.Single(await desk.QueueAsync("&kind=unverified&jurisdiction=DD"));
        Assert.Empty(await desk.QueueAsync("&kind=unverified&jurisdiction=EE"));
    }

    [Fact]
    public async Task What_was_done_and_what_was_refused_stand_in_the_audit()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        var item = await desk.ItemAsync("unverified", "FF");
        (await desk.ClaimAsync(item, await database.KeyAsync("Cyd", "review"))).Expect(200);
        (await desk.ClaimAsync(item, await database.KeyAsync("Dan", "review"))).Expect(409);
        (await desk.SettleAsync(item, await database.KeyAsync("Cyd", "review"))).Expect(200);

        Assert.Equal(["claim Cyd", "settle Cyd"], await database.Owner.ListAsync<string>(
            "select action || ' ' || name from audit join maintainer on maintainer.id = maintainer where subject = @id order by number", new { id = (string)item["id"]! }));
        Assert.Equal("refused: 409 Dan", await database.Owner.AskAsync<string>(
            "select action || ' ' || name from audit join maintainer on maintainer.id = maintainer where subject = @subject",
            new { subject = $"POST /v1/review-queue/{item["id"]}/claim" }));
    }

    [Fact]
    public async Task Only_a_key_that_may_propose_or_review_works_on_items()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        var item = await desk.ItemAsync("missing", "AA&substance=ketamine");
        foreach (var (key, status) in new[] { (null, 401), ("lsk_wrong", 401), (await database.KeyAsync("Pia", "publish", "admin"), 403) })
        {
            (await desk.ClaimAsync(item, key)).Expect(status);
            (await desk.SettleAsync(item, key)).Expect(status);
        }
    }

    [Theory]
    [InlineData("{}", 422)]
    [InlineData("""{"how":""}""", 422)]
    [InlineData("""{"how":"so","why":"so"}""", 422)]
    [InlineData("[]", 400)]
    [InlineData("no", 400)]
    public async Task Settling_needs_to_say_how(string json, int status)
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        (await desk.SettleAsync(await desk.ItemAsync("missing", "AA&substance=psilocybin"), await database.KeyAsync("Ann", "review"), json)).Expect(status);
    }

    [Fact]
    public async Task What_is_no_item_is_neither_claimed_nor_settled()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        var ann = await database.KeyAsync("Ann", "review");
        (await desk.PostAsync("/v1/review-queue/itm_aaaaaaaaaaaaaaaa/claim", ann)).Expect(404);
        (await desk.PostAsync("/v1/review-queue/itm_aaaaaaaaaaaaaaaa/settle", ann, """{"how":"so"}""")).Expect(404);
        (await desk.PostAsync("/v1/review-queue/itm_aaaaaaaaaaaaaaaa/claim", ann, """{"release":"yes"}""")).Expect(422);
    }

    private static (string? On, string? By, string? How) SettlementOf(JsonObject item) =>
        ((string?)item["settledOn"], (string?)item["settledBy"], (string?)item["how"]);
}
