using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Changes;

public sealed class ListChangesTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(server);
    private TestApi _api = null!;

    private static Given Rows => Given.Substances().Place("DE").Place("AT");

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _api = await TestApi.StartAsync(_database.Reader);
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task The_law_and_the_record_are_told_apart()
    {
        await _database.PublishAsync(Rows.Record("lsd-1", "DE", "lsd", from: "1971-05-01", schedule: "Anlage I").Rows);

        var law = Assert.Single(await ItemsAsync("?kind=law"));
        var record = Assert.Single(await ItemsAsync("?kind=record&substance=lsd&jurisdiction=DE"));

        Assert.Equal(("law", "took_effect", "1971-05-01", "prohibited"), ((string?)law["kind"], (string?)law["change"], (string?)law["law"]!["on"], (string?)law["law"]!["status"]));
        Assert.Equal("From 1 May 1971 on, the law of Place DE prohibits LSD (Anlage I). What stood before is not on record.", (string?)law["say"]);
        Assert.Null(law["record"]);
        Assert.Equal(("record", "added", "DE/lsd-1", "A test."), ((string?)record["kind"], (string?)record["change"], (string?)record["record"]!["key"], (string?)record["record"]!["reason"]));
        Assert.Null(record["law"]);
    }

    [Fact]
    public async Task A_change_of_law_names_what_stood_before_and_the_instrument()
    {
        await _database.PublishAsync(Rows.Record("lsd-1", "DE", "lsd", "medical_only", from: "1960", to: "1971-05-01").Record("lsd-2", "DE", "lsd", from: "1971-05-01").Rows);

        var latest = (await ItemsAsync("?kind=law"))[0];

        Assert.Equal("medical_only", (string?)latest["law"]!["before"]!["status"]);
        Assert.Equal("law", (string?)latest["law"]!["changed"]!["by"]![0]!["source"]);
        Assert.EndsWith("Before that: medical only.", (string?)latest["say"], StringComparison.Ordinal);
        Assert.DoesNotContain(await ItemsAsync("?kind=law"), item => (string?)item["change"] == "ended");
    }

    [Fact]
    public async Task An_end_with_nothing_after_it_is_told_and_is_not_said_to_be_lawful()
    {
        await _database.PublishAsync(Rows.Record("lsd-1", "DE", "lsd", from: "1971", to: "2001-02").Rows);

        var ended = (await ItemsAsync("?kind=law"))[0];

        Assert.Equal(("ended", "2001-02", "month", "2001-02-28"),
            ((string?)ended["change"], (string?)ended["law"]!["on"], (string?)ended["law"]!["precision"], (string?)ended["law"]!["certainOn"]));
        Assert.Contains("does not mean that it is lawful", (string?)ended["say"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_day_takes_back_what_was_told_and_tells_it_anew_and_says_that_the_law_did_not_change()
    {
        var rows = Rows.Record("lsd-1", "DE", "lsd", from: "1971-05-01");
        await _database.PublishAsync(rows.Rows);
        var before = await _api.GetAsync("/v1/changes");
        await _database.PublishAsync(rows.With("lsd-1", row => row with { From = "1971-05-02" }), "Read again.", new RecordChange("DE/lsd-1", "corrected", "The day was wrong.", 1));

        var items = await NewSinceAsync(before);

        Assert.Equal(["retracted", "took_effect", "corrected"], items.Select(item => (string)item["change"]!).OrderBy(change => change == "corrected" ? 2 : change == "took_effect" ? 1 : 0));
        var retracted = items.Single(item => (string?)item["change"] == "retracted");
        Assert.Equal(IdOf(before, "took_effect"), (string?)retracted["retracts"]);
        Assert.Equal(("1971-05-01", "The day was wrong.", 1L), ((string?)retracted["law"]!["on"], (string?)retracted["record"]!["reason"], (long)retracted["record"]!["corrects"]!));
        var corrected = items.Single(item => (string?)item["change"] == "corrected");
        Assert.Contains("the law did not change", (string?)corrected["say"], StringComparison.Ordinal);
        Assert.Equal(1, (long)corrected["record"]!["corrects"]!);
    }

    [Theory]
    [InlineData("law_changed", "follows a change of the law")]
    [InlineData("corrected", "was wrong and is corrected")]
    [InlineData("reverified", "was checked again")]
    public async Task Each_kind_of_change_of_a_record_is_told_as_what_it_is(string kind, string said)
    {
        var rows = Rows.Record("lsd-1", "DE", "lsd", from: "1971-05-01");
        await _database.PublishAsync(rows.Rows);
        var before = await _api.GetAsync("/v1/changes");
        await _database.PublishAsync(rows.With("lsd-1", row => row with { VerifiedOn = "2026-11-20" }), "Once more.", new RecordChange("DE/lsd-1", kind, "Why.", null));

        var item = Assert.Single(await NewSinceAsync(before));

        Assert.Equal(("record", kind, "Why."), ((string?)item["kind"], (string?)item["change"], (string?)item["record"]!["reason"]));
        Assert.Contains(said, (string?)item["say"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_record_takes_its_events_back_and_is_still_told_in_looking_back()
    {
        await _database.PublishAsync(Rows.Record("lsd-1", "DE", "lsd", from: "1971-05-01").Rows);
        var before = await _api.GetAsync("/v1/changes");
        await _database.PublishAsync(Rows.Rows);

        var items = await NewSinceAsync(before);

        Assert.Equal(["retracted", "withdrawn"], items.Select(item => (string)item["change"]!).Order(StringComparer.Ordinal));
        var back = await ItemsAsync("?kind=law");
        Assert.Equal("retracted", (string?)Assert.Single(back)["change"]);
        Assert.Equal("/v1/classifications/" + RecordId.OfClassification("DE/lsd-1") + "/versions", (string?)back[0]["link"]);
        Assert.Equal(200, (int)(await _api.SendAsync((string)back[0]["link"]!)).StatusCode);
    }

    [Fact]
    public async Task A_backdated_record_is_new_however_old_its_law_is()
    {
        await _database.PublishAsync(Rows.Record("lsd-1", "DE", "lsd", from: "1971-05-01").Rows);
        var before = await _api.GetAsync("/v1/changes?kind=law");
        await _database.PublishAsync(Rows.Record("lsd-1", "DE", "lsd", from: "1971-05-01").Record("ketamine-1", "AT", "ketamine", from: "1935").Rows);

        Assert.Equal("1935", (string?)Assert.Single(await NewSinceAsync(before, "?kind=law"))["law"]!["on"]);
    }

    [Fact]
    public async Task Midnight_makes_an_event_of_a_day_that_lay_ahead_and_a_month_is_told_when_it_has_passed()
    {
        await _database.PublishAsync(Rows.Record("lsd-1", "DE", "lsd", from: "2026-11-22").Record("lsd-1", "AT", "lsd", from: "2026-11").Rows);
        var before = await _api.GetAsync("/v1/changes?kind=law");
        Assert.Empty(before["items"]!.AsArray());
        _api.Clock.Now = new DateTimeOffset(2026, 11, 21, 23, 59, 59, TimeSpan.Zero);
        Assert.Empty(await NewSinceAsync(before, "?kind=law"));

        _api.Clock.Now = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
        var item = Assert.Single(await NewSinceAsync(before, "?kind=law"));
        Assert.Equal("2026-11-22", (string?)item["law"]!["on"]);

        _api.Clock.Now = new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(["2026-11-22", "2026-11"], (await NewSinceAsync(before, "?kind=law")).Select(each => (string)each["law"]!["on"]!));
    }

    [Fact]
    public async Task A_clock_that_is_put_back_takes_nothing_back()
    {
        await _database.PublishAsync(Rows.Record("lsd-1", "DE", "lsd", from: "2026-11-21").Rows);
        var before = await _api.GetAsync("/v1/changes?kind=law");
        _api.Clock.Now = _api.Clock.Now.AddDays(-3);

        var again = await _api.GetAsync($"/v1/changes?kind=law&since={before["since"]}");

        Assert.Empty(again["items"]!.AsArray());
        Assert.Equal("2026-11-21", (string?)again["on"]);
    }

    [Fact]
    public async Task A_lead_says_in_title_and_sentence_that_the_law_itself_was_not_checked()
    {
        await _database.PublishAsync(Rows.Record("lsd-1", "DE", "lsd", "uncontrolled", from: "1971-05-01", verification: "unverified").Rows);

        var item = Assert.Single(await ItemsAsync("?kind=law"));

        Assert.Contains("not checked in the law itself", (string?)item["title"], StringComparison.Ordinal);
        Assert.StartsWith("Not checked in the law itself: ", (string?)item["say"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_cited_one_classification_hears_of_it_alone()
    {
        var rows = Rows.Record("lsd-1", "DE", "lsd", from: "1971-05-01").Record("lsd-1", "AT", "lsd", from: "1971-05-01");
        await _database.PublishAsync(rows.Rows);
        var filter = $"?classification={RecordId.OfClassification("DE/lsd-1")}";
        var before = await _api.GetAsync($"/v1/changes{filter}");
        await _database.PublishAsync(rows.With("lsd-1", row => row with { Summary = "Another." }));

        Assert.Equal("DE/lsd-1", (string?)Assert.Single(await NewSinceAsync(before, filter))["record"]!["key"]);
    }

    [Theory]
    [InlineData("?kind=laws", "kind")]
    [InlineData("?kind=", "kind")]
    [InlineData("?jurisdiction=XX", "jurisdiction")]
    [InlineData("?substance=lds", "substance")]
    [InlineData("?classification=cls_1", "classification")]
    [InlineData("?classification=cls_aaaaaaaaaaaaaaaa", "classification")]
    [InlineData("?since=x", "since")]
    [InlineData("?since=yesterday&cursor=x", "cursor,since")]
    [InlineData("?cursor=eyJsaXN0IjoiIn0", "cursor")]
    [InlineData("?limit=0", "limit")]
    [InlineData("?from=1", "from")]
    public async Task A_wrong_question_is_refused_in_every_form_and_every_mistake_is_named(string query, string wrong)
    {
        await _database.PublishAsync(Rows.Rows);
        foreach (var path in new[] { "/v1/changes", "/v1/changes.atom", "/v1/changes.json" })
        {
            Assert.Equal(wrong, string.Join(',', (await _api.GetAsync(path + query, 400)).WrongParameters().Order(StringComparer.Ordinal)));
        }
    }

    [Fact]
    public async Task A_cursor_of_other_filters_or_of_a_revision_that_is_not_there_is_refused()
    {
        await _database.PublishAsync(Rows.Record("lsd-1", "DE", "lsd", from: "1971-05-01").Rows);
        var since = (string)(await _api.GetAsync("/v1/changes?kind=law"))["since"]!;
        var next = (string)(await _api.GetAsync("/v1/changes?limit=1"))["next"]!;
        var ahead = new LegalStatusApi.Http.Cursor(new LegalStatusApi.Features.Changes.ChangesFilter(null, null, null, null).Digest, 99, ["2026-11-21"]);

        Assert.Equal(["since"], (await _api.GetAsync($"/v1/changes?since={since}", 400)).WrongParameters());
        Assert.Equal(["cursor"], (await _api.GetAsync($"{next}&substance=lsd", 400)).WrongParameters());
        Assert.Equal(["cursor"], (await _api.GetAsync($"/v1/changes?cursor={(await _api.GetAsync("/v1/changes"))["since"]}", 400)).WrongParameters());
        var refusal = await _api.GetAsync($"/v1/changes?since={ahead}", 400);
        Assert.Equal(["since"], refusal.WrongParameters());
        Assert.Contains("revision 99", (string?)refusal["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_anything_is_published_it_says_so() =>
        Assert.Contains("Nothing is published yet", (string?)(await _api.GetAsync("/v1/changes", 400))["detail"], StringComparison.Ordinal);

    private static string? IdOf(JsonObject answer, string change) =>
        (string?)answer["items"]!.AsArray().Single(item => (string?)item!["change"] == change)!["id"];

    private async Task<List<JsonNode>> ItemsAsync(string query) => [.. (await _api.GetAsync($"/v1/changes{query}"))["items"]!.AsArray().Select(item => item!)];

    private async Task<List<JsonNode>> NewSinceAsync(JsonObject before, string query = "?") =>
        await ItemsAsync($"{query}&since={before["since"]}".Replace("?&", "?", StringComparison.Ordinal));
}
