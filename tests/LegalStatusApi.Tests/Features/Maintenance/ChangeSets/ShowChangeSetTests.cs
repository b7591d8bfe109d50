using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;
using Npgsql;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>Reading a change set is only reading.</summary>
public sealed class ShowChangeSetTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;
    private MaintainerClient _author = null!;

    public async ValueTask InitializeAsync()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "2000-01-01").Rows);
        _api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        _author = new MaintainerClient(_api, await database.KeyAsync("Ada", "propose"));
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task A_set_is_shown_with_all_it_holds_and_its_version()
    {
        var set = await ProposedSet.OpenAsync(_author, "The gazette says so.");
        var record = ProposedSet.Record("2000-01-01", schedule: "Other");
        record["change"] = new JsonObject { ["kind"] = "corrected", ["reason"] = "Read again." };
        await set.PutAsync("DE/lsd-1", record);

        var shown = (await _author.GetAsync(set.Address)).Expect(200);

        Assert.Equal(2, shown.Version);
        Assert.Equal((2, "draft", "Ada", "The gazette says so."),
            ((int)shown.Json["version"]!, (string?)shown.Json["state"], (string?)shown.Json["author"], (string?)shown.Json["reason"]));
        Assert.Equal("Other", (string?)Assert.Single(shown.Json["rows"]!.AsArray(), row => (string?)row!["relation"] == "classification")!["content"]!["schedule"]);
        Assert.Equal("""[{"record":"DE/lsd-1","kind":"corrected","reason":"Read again."}]""", shown.Json["changes"]!.ToJsonString());
        Assert.Null(shown.Json["submittedAt"]);
        Assert.True(shown.Headers.CacheControl is { NoStore: true, Private: true });
    }

    [Fact]
    public async Task It_is_shown_while_somebody_else_holds_it_and_as_it_was_before()
    {
        var set = await ProposedSet.OpenAsync(_author);
        var before = (await _author.GetAsync(set.Address)).Expect(200).Text;
        await using var holding = await database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await holding.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand($"update changeset set version = version + 1 where id = '{set.Id}'", holding);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var shown = await _author.GetAsync(set.Address).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(before, shown.Expect(200).Text);
    }

    [Fact]
    public async Task Reading_leaves_neither_an_audit_nor_an_answer_to_be_replayed()
    {
        var set = await ProposedSet.OpenAsync(_author);
        Task<string?> LeftAsync() => database.Owner.AskAsync<string>("select (select count(*) from audit) || ' ' || (select count(*) from idempotency)");
        var before = await LeftAsync();

        foreach (var (address, status) in new[] { (set.Address, 200), ("/v1/changesets/chs_aaaaaaaaaaaaaaaa", 404), ($"{set.Address}?nonsense=1", 400), ("/v1/changesets/%01", 400) })
        {
            var answer = (await _author.SendAsync(HttpMethod.Get, address, (JsonObject?)null, null, ("Idempotency-Key", "read-1"))).Expect(status);
            Assert.False(answer.Headers.Contains("Idempotency-Replayed"));
        }

        Assert.Equal(before, await LeftAsync());
    }
}
