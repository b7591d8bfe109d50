using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;
using static LegalStatusApi.Tests.Features.Maintenance.ChangeSets.ProposedSet;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>What counts is what a set comes to in the end, on what the record says then (fault 17).</summary>
[Fault(17)]
public sealed class FinalStateTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;
    private MaintainerClient _author = null!;
    private MaintainerClient _reviewer = null!;
    private MaintainerClient _publisher = null!;

    public async ValueTask InitializeAsync()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Place("FR")
            .Record("lsd-1", "DE", "lsd", from: "2000-01-01", to: "2010-01-01", schedule: "Old")
            .Record("lsd-2", "DE", "lsd", from: "2010-01-01", schedule: "New")
            .Record("lsd-1", "FR", "lsd", from: "1990-01-01", schedule: "Liste")
            .Record("ketamine-1", "FR", "ketamine", from: "1997-01-01", schedule: "Liste").Rows);
        _api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        _author = new MaintainerClient(_api, await database.KeyAsync("Ada", "propose"));
        _reviewer = new MaintainerClient(_api, await database.KeyAsync("Rita", "review"));
        _publisher = new MaintainerClient(_api, await database.KeyAsync("Paul", "publish"));
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Two_records_each_valid_alone_but_not_together_are_refused_by_both_their_names()
    {
        foreach (var (key, from, to) in new[] { ("psilocybin-1", "2000-01-01", "2010-01-01"), ("psilocybin-2", "2005-01-01", null) })
        {
            await (await OpenAsync(_author)).PutAsync($"FR/{key}", Record(from, to, substance: "psilocybin"));
        }

        var set = await OpenAsync(_author);
        await set.PutAsync("FR/psilocybin-1", Record("2000-01-01", "2010-01-01", substance: "psilocybin"));
        var refused = await set.PutAsync("FR/psilocybin-2", Record("2005-01-01", substance: "psilocybin"), 422);

        Assert.Contains("psilocybin-1", refused.Text);
        Assert.Contains("psilocybin-2", refused.Text);
        Assert.Single((await _author.GetAsync(set.Address)).Json["rows"]!.AsArray(), row => (string?)row!["relation"] == "classification");
    }

    [Fact]
    public async Task A_swap_that_would_contradict_itself_midway_is_accepted()
    {
        var set = await OpenAsync(_author);
        JsonObject Row(string key, JsonObject record)
        {
            (record["jurisdiction"], record["key"]) = ("DE", key);
            return record;
        }

        await set.DoAsync(HttpMethod.Post, "/import?kind=corrected", new JsonObject
        {
            ["classifications"] = new JsonArray(
                Row("lsd-1", Record("2010-01-01", schedule: "Old")),
                Row("lsd-2", Record("2000-01-01", "2010-01-01", schedule: "New"))),
        }, 200, null);
        await PublishAsync(set);

        var answer = await _api.GetAsync("/v1/status/DE/lsd?on=2005-01-01");
        Assert.Equal("New", (string?)answer["layers"]![0]!["schedule"]);
    }

    [Fact]
    public async Task A_set_on_an_older_revision_publishes_by_itself_where_nothing_it_touches_moved()
    {
        var (older, approved, other) = (await OpenAsync(_author), await OpenAsync(_author), await OpenAsync(_author));
        await older.PutAsync("DE/lsd-2", Record("2010-01-01", schedule: "Newer"));
        await approved.PutAsync("DE/ketamine-1", Record("2010-01-01", substance: "ketamine"));
        await approved.SubmitAsync();
        await approved.ApproveAsync(_reviewer);
        await other.PutAsync("FR/lsd-1", Record("1990-01-01", schedule: "Liste II"));

        var revision = await PublishAsync(other);

        Assert.Equal(revision + 1, (long)(await approved.PublishAsync(_publisher)).Json["result"]!["revision"]!);
        Assert.Equal(revision + 2, await PublishAsync(older));
    }

    [Fact]
    public async Task What_moved_since_is_named_and_stops_the_set_at_each_step()
    {
        var (draft, inReview, approved, first) = (await OpenAsync(_author), await OpenAsync(_author), await OpenAsync(_author), await OpenAsync(_author));
        foreach (var (set, schedule) in new[] { (draft, "1"), (inReview, "2"), (approved, "3"), (first, "4") })
        {
            await set.PutAsync("DE/lsd-2", Record("2010-01-01", schedule: schedule));
        }

        await inReview.SubmitAsync();
        await approved.SubmitAsync();
        await approved.ApproveAsync(_reviewer);
        var hash = await inReview.HashAsync();
        await PublishAsync(first);
        var before = await RevisionAsync();

        const string moved = "classification DE/lsd-2";
        Assert.Contains(moved, (await draft.SubmitAsync(409)).Detail);
        Assert.Contains(moved, (await inReview.ApproveAsync(_reviewer, 409, hash)).Detail);
        Assert.Contains(moved, (await approved.PublishAsync(_publisher, 409)).Detail);
        Assert.Equal(("draft", "in_review", "approved"), (await draft.StateAsync(), await inReview.StateAsync(), await approved.StateAsync()));
        Assert.Equal(before, await RevisionAsync());
    }

    [Fact]
    public async Task An_edit_voids_the_approval()
    {
        var set = await OpenAsync(_author);
        await set.PutAsync("DE/lsd-2", Record("2010-01-01", schedule: "A"));
        await set.SubmitAsync();
        await set.ApproveAsync(_reviewer);

        await set.PutAsync("DE/lsd-2", Record("2010-01-01", schedule: "B"));

        var shown = (await _author.GetAsync(set.Address)).Json;
        Assert.Equal("draft", (string?)shown["state"]);
        Assert.Null(shown["approvedHash"]);
        Assert.Null(shown["reviewer"]);
        await set.PublishAsync(_publisher, 409);
    }

    [Fact]
    public async Task An_approval_names_the_diff_that_was_seen()
    {
        var set = await OpenAsync(_author);
        await set.PutAsync("DE/lsd-2", Record("2010-01-01", schedule: "A"));
        var seen = await set.HashAsync(_reviewer);
        await set.PutAsync("DE/lsd-2", Record("2010-01-01", schedule: "B"));
        await set.SubmitAsync();

        await set.ApproveAsync(_reviewer, 409, seen);
        await set.ApproveAsync(_reviewer, 409, new string('0', 64));
        await set.ApproveAsync(_reviewer, 422, "");
        Assert.Equal("in_review", await set.StateAsync());
        await set.ApproveAsync(_reviewer);
    }

    [Fact]
    public async Task A_publication_in_between_that_changes_the_diff_asks_for_another_review()
    {
        var (set, other) = (await OpenAsync(_author), await OpenAsync(_author));
        await set.PutAsync("DE/lsd-2", Record("2010-01-01", schedule: "A"));
        await set.SubmitAsync();
        await set.ApproveAsync(_reviewer);
        // Another place inherits the answer of DE from now on, so that the same rows change more answers.
        await other.DoAsync(HttpMethod.Put, "/jurisdictions/DE-BE", new JsonObject
        {
            ["type"] = "subdivision",
            ["name"] = "Berlin",
            ["parents"] = new JsonArray(new JsonObject { ["code"] = "DE", ["law"] = "applies" }),
        }, 200, null);
        await PublishAsync(other);

        Assert.Contains("another review", (await set.PublishAsync(_publisher, 409)).Detail);
        Assert.Equal("approved", await set.StateAsync());
    }

    [Fact]
    public async Task Whoever_put_something_in_does_not_approve_it_though_somebody_wrote_over_it_and_with_whichever_key()
    {
        var insider = new MaintainerClient(_api, await database.KeyAsync("Ina", "propose", "review"));
        var set = await OpenAsync(_author);
        await set.PutAsync("DE/lsd-2", Record("2010-01-01", schedule: "Hers"), by: insider);
        await set.PutAsync("DE/lsd-2", Record("2010-01-01", schedule: "His"));
        await set.SubmitAsync();

        await set.ApproveAsync(insider, 403);
        await set.ApproveAsync(new MaintainerClient(_api, await database.KeyAsync("Ina", "review")), 403);
        await set.ApproveAsync(new MaintainerClient(_api, await database.KeyAsync("Ada", "review")), 403);
        await set.ApproveAsync(_reviewer);
    }

    private async Task<long> PublishAsync(ProposedSet set)
    {
        await set.SubmitAsync();
        await set.ApproveAsync(_reviewer);
        return (long)(await set.PublishAsync(_publisher)).Json["result"]!["revision"]!;
    }

    private async Task<long> RevisionAsync() => await database.Owner.AskAsync<long>("select max(number) from revision");
}
