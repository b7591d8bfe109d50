using System.Text.Json.Nodes;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>Whoever put anything into a set, in whatever way, and though nothing of it is left, does not judge it (fault 18).</summary>
[Fault(18)]
public sealed class FourEyesTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;
    private MaintainerClient _author = null!;
    private MaintainerClient _insider = null!;
    private MaintainerClient _reviewer = null!;

    public async ValueTask InitializeAsync()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Place("FR").Record("lsd-1", "DE", "lsd", from: "2000-01-01").Record("lsd-1", "FR", "lsd", from: "1990-01-01").Rows);
        _api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        _author = new MaintainerClient(_api, await database.KeyAsync("Ada", "propose"));
        _insider = new MaintainerClient(_api, await database.KeyAsync("Ina", "propose", "review"));
        _reviewer = new MaintainerClient(_api, await database.KeyAsync("Rita", "propose", "review"));
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Whoever_only_verified_a_record()
    {
        var set = await OpenAsync();
        await set.DoAsync(HttpMethod.Put, $"/verifications/{RecordId.OfClassification("FR/lsd-1")}", new JsonObject { ["verifiedOn"] = "2026-11-20" }, 200, _insider);
        await AssertInsiderIsRefusedAsync(set);
    }

    [Fact]
    public async Task Whoever_only_verified_a_record_that_somebody_wrote_over_since()
    {
        var set = await OpenAsync();
        await set.DoAsync(HttpMethod.Put, $"/verifications/{RecordId.OfClassification("FR/lsd-1")}", new JsonObject { ["verifiedOn"] = "2026-11-20" }, 200, _insider);
        var record = ProposedSet.Record("1990-01-01", schedule: "Hers");
        record["change"] = new JsonObject { ["kind"] = "corrected", ["reason"] = "Mine now." };
        await set.PutAsync("FR/lsd-1", record);
        await AssertNothingIsLeftOfInsiderAsync(set);
        await AssertInsiderIsRefusedAsync(set);
    }

    [Fact]
    public async Task Whoever_imported_a_row_that_was_taken_out_since()
    {
        var set = await OpenAsync();
        var row = ProposedSet.Record("2005-01-01", substance: "ketamine");
        (row["jurisdiction"], row["key"]) = ("FR", "ketamine-1");
        await set.DoAsync(HttpMethod.Post, "/import", new JsonObject { ["classifications"] = new JsonArray(row) }, 200, _insider);
        await set.DoAsync(HttpMethod.Delete, "/classifications/FR/ketamine-1", null, 200, null);
        await AssertNothingIsLeftOfInsiderAsync(set);
        await AssertInsiderIsRefusedAsync(set);
    }

    [Fact]
    public async Task Whoever_took_out_what_was_put_back_since()
    {
        var set = await OpenAsync();
        var before = (await _author.GetAsync(set.Address)).Json["rows"]!.ToJsonString();
        await set.DoAsync(HttpMethod.Delete, "/classifications/DE/lsd-1", null, 200, _insider);
        var back = ProposedSet.Record("2000-01-01", schedule: "Other");
        back["change"] = new JsonObject { ["kind"] = "corrected", ["reason"] = "It was right." };
        await set.PutAsync("DE/lsd-1", back);
        Assert.Equal(before, (await _author.GetAsync(set.Address)).Json["rows"]!.ToJsonString());
        await AssertNothingIsLeftOfInsiderAsync(set);
        await AssertInsiderIsRefusedAsync(set);
    }

    [Fact]
    public async Task But_whoever_only_judged_an_import_without_doing_it_or_was_refused_may()
    {
        var set = await OpenAsync();
        await set.DoAsync(HttpMethod.Post, "/import?dryRun=true", new JsonObject { ["classifications"] = new JsonArray() }, 200, _insider);
        await set.PutAsync("DE/lsd-1", ProposedSet.Record("2000-02-30"), 422, _insider);
        await set.SubmitAsync();
        await set.ApproveAsync(_insider);
    }

    // A set of the author's own, with one record in it.
    private async Task<ProposedSet> OpenAsync()
    {
        var set = await ProposedSet.OpenAsync(_author);
        await set.PutAsync("DE/lsd-1", ProposedSet.Record("2000-01-01", schedule: "Other"));
        return set;
    }

    private async Task AssertNothingIsLeftOfInsiderAsync(ProposedSet set) => Assert.Equal(0, await database.Owner.AskAsync<int>("""
        select (select count(*) from changeset_row where changeset = @Id and put_by = @Insider) + (select count(*) from changeset_note where changeset = @Id and put_by = @Insider)
        """, new { set.Id, Insider = RecordId.OfMaintainer("Ina") }));

    private async Task AssertInsiderIsRefusedAsync(ProposedSet set)
    {
        await set.SubmitAsync();
        Assert.Contains("does not approve it", (await set.ApproveAsync(_insider, 403)).Detail);
        await set.ApproveAsync(new MaintainerClient(_api, await database.KeyAsync("Ina", "review")), 403);
        Assert.Contains("does not reject it", (await set.DoAsync(HttpMethod.Post, "/reject", new JsonObject { ["reason"] = "No." }, 403, _insider)).Detail);
        await set.ApproveAsync(_reviewer);
    }
}
