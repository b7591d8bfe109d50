using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Revisions;

public sealed class DiffRevisionsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;

    private static Given Rows => Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "1971-05-01").Record("ketamine-1", "DE", "ketamine", from: "1980");

    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Rows.Rows);
            await database.PublishAsync(Rows.With("lsd-1", row => row with { From = "1971-05-02" }), "Read again.", new RecordChange("DE/lsd-1", "corrected", "The day was wrong.", 1));
            await database.PublishAsync(Rows.Rows.Where(row => row is not ClassificationRow { Substance: "ketamine" } && !(row is CitationRow cited && cited.Record == RecordId.OfClassification("DE/ketamine-1"))));
        }

        _api = await TestApi.StartAsync(database.Reader);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task A_changed_field_is_told_with_before_and_after_kind_and_reason()
    {
        var item = Assert.Single((await _api.GetAsync("/v1/revisions/2/diff"))["items"]!.AsArray())!;

        Assert.Equal(("DE/lsd-1", "classification", "changed"), ((string?)item["record"], (string?)item["relation"], (string?)item["action"]));
        Assert.Equal("""[{"field":"from","before":"1971-05-01","after":"1971-05-02"}]""", item["fields"]!.ToJsonString());
        Assert.Equal("""[{"revision":2,"kind":"corrected","reason":"The day was wrong.","corrects":1}]""", item["changes"]!.ToJsonString());
    }

    [Fact]
    public async Task What_was_changed_back_between_two_revisions_is_not_in_it_and_what_is_gone_is_closed()
    {
        var items = (await _api.GetAsync("/v1/revisions/3/diff?from=1"))["items"]!.AsArray();

        Assert.Equal(["citation DE/ketamine-1 closed", "classification DE/ketamine-1 closed"], items.Select(item => $"{item!["relation"]} {item["record"]} {item["action"]}"));
        Assert.All(items.SelectMany(item => item!["fields"]!.AsArray()), field => Assert.False(field!.AsObject().ContainsKey("after")));
        Assert.Empty(items[1]!["changes"]!.AsArray());
    }

    [Fact]
    public async Task From_nothing_everything_is_added_and_parts_join_to_the_whole()
    {
        var whole = (await _api.GetAsync("/v1/revisions/1/diff?from=0&limit=500"))["items"]!.AsArray();
        Assert.Equal(whole.ToJsonString(), (await _api.GetAsync("/v1/revisions/1/diff?limit=500"))["items"]!.ToJsonString());
        Assert.All(whole, item => Assert.Equal("added", (string?)item!["action"]));
        Assert.Equal(await database.Owner.AskAsync<long>("select count(*) from revision_entry where revision = 1"), whole.Count);
        var parts = new List<string>();
        for (var next = "/v1/revisions/1/diff?limit=4"; next is not null;)
        {
            var part = await _api.GetAsync(next);
            parts.AddRange(part["items"]!.AsArray().Select(item => item!.ToJsonString()));
            next = (string?)part["next"];
        }

        Assert.Equal(whole.Select(item => item!.ToJsonString()), parts);
    }

    [Fact]
    public async Task A_redacted_text_stays_redacted()
    {
        await database.PublishAsync(Rows.With("lsd-1", row => row with { Summary = "Somebody, by name." }));
        await database.RedactAsync("classification", RecordId.OfClassification("DE/lsd-1"), 4, "summary");

        var text = (await _api.GetAsync("/v1/revisions/4/diff?from=1")).ToJsonString();

        Assert.DoesNotContain("Somebody", text, StringComparison.Ordinal);
        Assert.Contains("\"[redacted]\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody", (await _api.GetAsync("/v1/changes")).ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/revisions/2/diff?from=2", 400)]
    [InlineData("/v1/revisions/2/diff?from=3", 400)]
    [InlineData("/v1/revisions/2/diff?from=-1", 400)]
    [InlineData("/v1/revisions/2/diff?from=x", 400)]
    [InlineData("/v1/revisions/2/diff?since=1", 400)]
    [InlineData("/v1/revisions/9/diff?from=10", 400)]
    [InlineData("/v1/revisions/9/diff", 404)]
    [InlineData("/v1/revisions/0/diff", 404)]
    [InlineData("/v1/revisions/two/diff", 404)]
    public async Task A_wrong_pair_of_revisions_is_refused(string address, int status)
    {
        var problem = await _api.GetAsync(address, status);

        Assert.Equal(status == 404 ? "/problems/unknown-record" : "/problems/invalid-parameters", (string?)problem["type"]);
    }

    [Fact]
    public async Task It_never_changes_and_says_so()
    {
        var answer = await _api.SendAsync("/v1/revisions/2/diff");

        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(304, (int)(await _api.SendAsync("/v1/revisions/2/diff", ("If-None-Match", answer.Headers.ETag!.ToString()))).StatusCode);
        Assert.Equal(308, (int)(await _api.SendAsync("/v1/revisions/02/diff")).StatusCode);
    }
}
