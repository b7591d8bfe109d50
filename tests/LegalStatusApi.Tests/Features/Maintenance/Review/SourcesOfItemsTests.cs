using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Review;

/// <summary>Items that rest on a source: dead links, and lists that another place's record takes over.</summary>
public sealed class SourcesOfItemsTests(PostgresServer server)
{
    private static Given TwoStates() => Given.Substances().Place("US").Place("US-KY", "US").Place("US-OR", "US")
        .Record("lsd-1", "US", "lsd", from: "1971").Record("lsd-1", "US-KY", "lsd", from: "1971").Record("lsd-1", "US-OR", "lsd", from: "1971");

    // Kentucky cites the federal list; Oregon an order of its own, which takes that list over.
    private static IEnumerable<Row> Incorporating(IEnumerable<Row> rows) => rows.Select(row => row switch
    {
        CitationRow citation when citation.Record == RecordId.OfClassification("US-KY/lsd-1") => Incorporates(citation, "us-cfr"),
        CitationRow citation when citation.Record == RecordId.OfClassification("US-OR/lsd-1") => Incorporates(citation, "us-or-oar"),
        _ => row,
    }).Concat(
    [
        new SourceRow("us-cfr", "US", "regulation", "A list", null), new SourceVersionRow("us-cfr", 1, null, null, null, null, null, null, null, true),
        new SourceRow("us-or-oar", "US-OR", "regulation", "An order", null), new SourceVersionRow("us-or-oar", 1, null, null, null, null, null, null, null, true),
    ]);

    private static CitationRow Incorporates(CitationRow citation, string source) => citation with
    {
        Source = source, Role = "incorporates", Id = RecordId.OfCitation(citation.Record, source, 1, "incorporates", citation.Pinpoint),
    };

    [Fact]
    public async Task A_record_is_looked_at_again_when_the_list_that_it_takes_over_changes()
    {
        await using var database = new TestDatabase(server);
        await database.InitializeAsync();
        await database.PublishAsync(Incorporating(TwoStates().Rows));
        await using var desk = await ReviewDesk.OpenAsync(database);
        Assert.Empty(await desk.QueueAsync("&kind=incorporated_list_moved"));

        // Looking at the federal record again is no change of the list.
        var reverified = TwoStates().With("US/lsd-1", row => row with { VerifiedOn = "2026-11-20" });
        await database.PublishAsync(Incorporating(reverified));
        Assert.Empty(await desk.QueueAsync("&kind=incorporated_list_moved"));

        await database.PublishAsync(Incorporating(TwoStates().With("US/lsd-1", row => row with { Schedule = "Schedule II" })));
        Assert.Equal(["US-KY/lsd-1", "US-OR/lsd-1"],
            (await desk.QueueAsync("&kind=incorporated_list_moved")).Select(item => (string?)item["record"]!["key"]));
    }

    [Fact]
    public async Task A_newer_version_of_the_list_is_a_move_and_a_settled_one_is_open_again_at_the_next()
    {
        await using var database = new TestDatabase(server);
        await database.InitializeAsync();
        await database.PublishAsync(Incorporating(TwoStates().Rows));
        await using var desk = await ReviewDesk.OpenAsync(database);
        var key = await database.KeyAsync("Ann", "review");
        SourceVersionRow Version(int number) => new("us-cfr", number, null, null, null, null, null, null, null, true);

        await database.PublishAsync(Incorporating(TwoStates().Rows).Append(Version(2)));
        var item = Assert.Single(await desk.QueueAsync("&kind=incorporated_list_moved"));
        Assert.Equal("US-KY", (string?)item["jurisdiction"]);
        (await desk.SettleAsync(item, key)).Expect(200);
        Assert.Empty(await desk.QueueAsync("&kind=incorporated_list_moved"));

        await database.PublishAsync(Incorporating(TwoStates().Rows).Append(Version(2)).Append(Version(3)));
        Assert.Equal((string?)item["id"], (string?)Assert.Single(await desk.QueueAsync("&kind=incorporated_list_moved"))["id"]);
    }

    [Fact]
    public async Task Every_record_that_cites_a_dead_source_is_in_the_queue_until_it_can_be_read_again()
    {
        await using var database = new TestDatabase(server);
        await database.InitializeAsync();
        await database.PublishAsync(TwoStates().Rows);
        await using var desk = await ReviewDesk.OpenAsync(database);
        var key = await database.KeyAsync("Ann", "propose");
        const string Address = "/v1/review-queue/dead-sources/law/1";

        Assert.Equal("2026-11-21", (string?)(await desk.SendAsync(HttpMethod.Put, Address, key)).Expect(200).Json["foundOn"]);
        desk.Api.Clock.Now = desk.Api.Clock.Now.AddDays(3);
        Assert.Equal("2026-11-21", (string?)(await desk.SendAsync(HttpMethod.Put, Address, key)).Expect(200).Json["foundOn"]);
        Assert.Equal(["US-KY", "US-OR", "US"], (await desk.QueueAsync("&kind=dead_source")).Select(item => (string?)item["jurisdiction"]));
        (await desk.SendAsync(HttpMethod.Delete, Address, key)).Expect(200);
        Assert.Empty(await desk.QueueAsync("&kind=dead_source"));
        (await desk.SendAsync(HttpMethod.Delete, Address, key)).Expect(404);
        (await desk.SendAsync(HttpMethod.Put, "/v1/review-queue/dead-sources/law/9", key)).Expect(404);
        (await desk.SendAsync(HttpMethod.Put, Address, null)).Expect(401);
    }

    [Fact]
    public async Task Each_kind_of_item_says_what_would_settle_it()
    {
        await using var database = new TestDatabase(server);
        await database.InitializeAsync();
        await database.PublishAsync(Incorporating(TwoStates().Rows));
        var said = TwoStates().Place("DE").Lead("ketamine-lead", "DE", "ketamine").Pending("lsd-p", "DE", "lsd", "2027-01")
            .Record("lsd-1", "DE", "lsd", from: "2027-01-10", verification: "unverified");
        await database.PublishAsync(Incorporating(said.With("US/lsd-1", row => row with { Schedule = "II", Disputed = "One says no.", ReviewDue = "2026-11-20" })));
        await using var desk = await ReviewDesk.OpenAsync(database);
        (await desk.SendAsync(HttpMethod.Put, "/v1/review-queue/dead-sources/us-cfr/1", await database.KeyAsync("Ann", "propose"))).Expect(200);
        (await desk.ReportAsync("192.0.2.1")).Expect(201);

        var items = await desk.QueueAsync();

        Assert.Equal(ReviewTerms.Kinds.Terms.Select(term => term.Value).Order(StringComparer.Ordinal),
            items.Select(item => (string)item["kind"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(items, item => Assert.Equal(
            (string?)item["kind"] == "lead" ? "Read the list." : ReviewTerms.Kinds[(string)item["kind"]!].Meaning, (string?)item["whatWouldSettleIt"]));
    }
}
