using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>Ways on for a set that others overtook or a reviewer rejected; and what was judged stays to be read.</summary>
public sealed class RevertTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(server);
    private TestApi _api = null!;
    private MaintainerClient _author = null!;
    private MaintainerClient _reviewer = null!;
    private MaintainerClient _publisher = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        await _database.PublishAsync(Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "1967-01-01").Record("ketamine-1", "DE", "ketamine", from: "1990-01-01").Rows);
        _api = await TestApi.StartAsync(_database.Reader, writer: _database.Writer);
        _author = new MaintainerClient(_api, await _database.KeyAsync("Ada", "propose"));
        _reviewer = new MaintainerClient(_api, await _database.KeyAsync("Rita", "review"));
        _publisher = new MaintainerClient(_api, await _database.KeyAsync("Paul", "publish"));
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Another_part_of_the_same_record_is_a_conflict_too_and_after_its_revert_the_set_goes_on()
    {
        var (set, other) = (await OpenAsync("DE/lsd-1", record => record["summary"] = "Ours."), await OpenAsync("DE/lsd-1", record => record["citations"]![0]!["pinpoint"] = "§ 2"));
        await set.PutAsync("DE/ketamine-1", Changed(await ShowAsync(set, "DE/ketamine-1"), record => record["schedule"] = "Anlage III"));
        await set.SubmitAsync();
        await set.ApproveAsync(_reviewer);
        await PublishAsync(other);

        Assert.Contains("classification DE/lsd-1", (await set.PublishAsync(_publisher, 409)).Detail);
        Assert.Equal(["classification DE/lsd-1"], (await _author.GetAsync($"{set.Address}/diff")).Expect(200).Json["conflicts"]!.AsArray().Select(each => (string)each!));
        await set.DoAsync(HttpMethod.Post, "/revert", new JsonObject { ["record"] = "DE/lsd-9" }, 404, null);
        await set.DoAsync(HttpMethod.Post, "/revert", new JsonObject { ["record"] = "DE/lsd-1" }, 200, null);

        var record = await ShowAsync(set, "DE/lsd-1");
        Assert.Equal("§ 2", (string?)record["citations"]![0]!["pinpoint"]);
        await set.PutAsync("DE/lsd-1", Changed(record, changed => changed["summary"] = "Ours."));
        await PublishAsync(set);
        var said = (await _api.GetAsync("/v1/status/DE/lsd?on=2020-01-01"))["layers"]![0]!;
        Assert.Equal(("Ours.", "§ 2"), ((string?)said["summary"], (string?)said["citations"]![0]!["pinpoint"]));
    }

    [Fact]
    public async Task A_publication_that_is_under_way_is_waited_for_before_conflicts_are_looked_for()
    {
        var set = await OpenAsync("DE/lsd-1", record => record["summary"] = "Ours.");
        var theirs = Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "1967-01-02").Record("ketamine-1", "DE", "ketamine", from: "1990-01-01").Rows;
        await using var connection = await _database.Writer.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await Publication.TakeTurnAsync(connection, TestContext.Current.CancellationToken);
        await Publication.PublishAsync(connection, theirs, new PublicationNote("Author", "Reviewer", "A test."), true, new Progress<string>(), TestContext.Current.CancellationToken);

        var submitted = set.SubmitAsync(409);
        while (await _database.Owner.AskAsync<long>("select count(*) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())") == 0)
        {
            Assert.False(submitted.IsCompleted, "It did not wait.");
        }

        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("classification DE/lsd-1", (await submitted).Detail);
        Assert.Equal("draft", await set.StateAsync());
    }

    [Fact]
    public async Task A_rejected_set_is_edited_and_submitted_again_and_what_was_judged_stays_to_be_read()
    {
        var set = await OpenAsync("DE/lsd-1", record => record["schedule"] = "Anlage II");
        await set.SubmitAsync();
        var judged = (string?)(await _reviewer.GetAsync($"{set.Address}/diff")).Expect(200).Json["hash"];
        await set.DoAsync(HttpMethod.Post, "/reject", new JsonObject { ["reason"] = "It is Anlage I." }, 200, _reviewer);
        Assert.Equal(judged, (string?)(await _author.GetAsync($"{set.Address}/diff")).Expect(200).Json["hash"]);

        await set.PutAsync("DE/lsd-1", Changed(await ShowAsync(set, "DE/lsd-1"), record => record["schedule"] = "Anlage I"));
        var shown = (await _author.GetAsync(set.Address)).Json;
        Assert.Equal(("draft", null), ((string?)shown["state"], (string?)shown["rejection"]));
        await PublishAsync(set);

        var published = (await _author.GetAsync($"{set.Address}/diff")).Expect(200).Json;
        Assert.Contains("Anlage I", published["records"]!.ToJsonString());
        var withdrawn = await ProposedSet.OpenAsync(_author);
        (await _author.DeleteAsync(withdrawn.Address, 1)).Expect(200);
        Assert.Contains("never submitted", (await _author.GetAsync($"{withdrawn.Address}/diff")).Expect(409).Detail);
    }

    [Fact]
    public async Task The_audit_holds_what_was_there_before_and_after_and_finds_it_by_the_set()
    {
        var set = await OpenAsync("DE/lsd-1", record => record["schedule"] = "First");
        await set.PutAsync("DE/lsd-1", Changed(await ShowAsync(set, "DE/lsd-1"), record => record["schedule"] = "Second"));
        await set.PutAsync("DE/lsd-1", new JsonObject { ["status"] = "forbidden" }, 422);
        var admin = new MaintainerClient(_api, await _database.KeyAsync("Root", "admin"));

        var items = (await admin.GetAsync($"/v1/audit?subject={set.Id}")).Expect(200).Json["items"]!.AsArray();

        Assert.Equal(["refused: 422", "put classifications", "put classifications", "open"], items.Select(item => (string)item!["action"]!));
        string? Schedule(JsonNode? said) => (string?)said!.AsArray().Single(row => (string?)row!["id"] == RecordId.OfClassification("DE/lsd-1"))!["content"]!["schedule"];
        Assert.Equal(("First", "Second"), (Schedule(items[1]!["before"]), Schedule(items[1]!["after"])));
    }

    [Fact]
    public async Task The_last_source_of_a_place_can_be_taken_out_and_an_address_is_not_contradicted()
    {
        var set = await ProposedSet.OpenAsync(_author);
        await set.DoAsync(HttpMethod.Put, "/sources/DE/de-law", new JsonObject { ["type"] = "statute", ["title"] = "A law", ["versions"] = new JsonArray(new JsonObject { ["version"] = 1, ["read"] = false }) }, 200, null);
        var removed = await set.DoAsync(HttpMethod.Delete, "/sources/DE/de-law", null, 200, null);
        Assert.Equal((0, 0), ((int)removed.Json["puts"]!, (int)removed.Json["closes"]!));

        var record = await ShowAsync(set, "DE/lsd-1");
        record["key"] = "lsd-2";
        Assert.Contains("The address says 'lsd-1'", (await set.DoAsync(HttpMethod.Put, "/classifications/DE/lsd-1", record, 422, null)).Detail);
    }

    private async Task<ProposedSet> OpenAsync(string key, Action<JsonObject> change)
    {
        var set = await ProposedSet.OpenAsync(_author);
        await set.PutAsync(key, Changed(await ShowAsync(set, key), change));
        return set;
    }

    private async Task<JsonObject> ShowAsync(ProposedSet set, string key) => (await _author.GetAsync($"{set.Address}/classifications/{key}")).Expect(200).Json;

    private static JsonObject Changed(JsonObject record, Action<JsonObject> change)
    {
        change(record);
        return record;
    }

    private async Task PublishAsync(ProposedSet set)
    {
        await set.SubmitAsync();
        await set.ApproveAsync(_reviewer);
        await set.PublishAsync(_publisher);
    }
}
