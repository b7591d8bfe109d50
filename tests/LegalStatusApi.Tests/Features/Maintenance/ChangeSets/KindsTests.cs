using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>The law changed, we corrected, we checked again, we withdrew: kept apart, said by the author, and in the revision.</summary>
public sealed class KindsTests(TestDatabase database, PostgresServer server) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;
    private MaintainerClient _author = null!;
    private MaintainerClient _reviewer = null!;
    private MaintainerClient _publisher = null!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Owner.AskAsync<long?>("select max(number) from revision") is null)
        {
            await database.PublishAsync(Given.Substances().Place("DE")
                .Record("lsd-1", "DE", "lsd", from: "1967-01-01").Record("ketamine-1", "DE", "ketamine", from: "1990-01-01").Rows);
        }

        _api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        _author = new MaintainerClient(_api, await database.KeyAsync("Ada", "propose"));
        _reviewer = new MaintainerClient(_api, await database.KeyAsync("Rita", "review"));
        _publisher = new MaintainerClient(_api, await database.KeyAsync("Paul", "publish"));
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Each_kind_is_said_of_its_record_in_the_revision_with_its_reason()
    {
        await using var own = new TestDatabase(server);
        await own.InitializeAsync();
        await own.PublishAsync(Given.Substances().Place("DE").Place("FR")
            .Record("lsd-1", "DE", "lsd", from: "1967-01-01").Record("ketamine-1", "DE", "ketamine", from: "1990-01-01")
            .Record("psilocybin-1", "DE", "psilocybin", from: "1990-01-01").Record("lsd-1", "FR", "lsd", from: "1966-01-01").Rows);
        await using var api = await TestApi.StartAsync(own.Reader, writer: own.Writer);
        var set = await ProposedSet.OpenAsync(new MaintainerClient(api, await own.KeyAsync("Ada", "propose")), "The year's work.");
        await set.PutAsync("DE/lsd-1", Changed("law_changed", ProposedSet.Record("1967-01-01", "2026-10-01")));
        await set.DoAsync(HttpMethod.Put, "/classifications/DE/lsd-2", ProposedSet.Record("2026-10-01", schedule: "Anlage II"), 200, null);
        await set.PutAsync("DE/ketamine-1", Changed("corrected", ProposedSet.Record("1991-01-01", substance: "ketamine")));
        await set.DoAsync(HttpMethod.Put, $"/verifications/{RecordId.OfClassification("FR/lsd-1")}", new JsonObject { ["verifiedOn"] = "2026-11-20" }, 200, null);
        await set.DoAsync(HttpMethod.Delete, "/classifications/DE/psilocybin-1", null, 200, null);
        await set.SubmitAsync();
        await set.ApproveAsync(new MaintainerClient(api, await own.KeyAsync("Rita", "review")));
        await set.PublishAsync(new MaintainerClient(api, await own.KeyAsync("Paul", "publish")));

        var changes = (await api.GetAsync("/v1/revisions/2"))["changes"]!.AsArray();
        Assert.Equal(
            [
                "DE/ketamine-1 corrected 1 The gazette was read again.", "DE/lsd-1 law_changed  The gazette was read again.",
                "DE/lsd-2 added  The year's work.", "DE/psilocybin-1 withdrawn  Withdrawn.", "FR/lsd-1 reverified  Checked again.",
            ],
            changes.Select(change => $"{change!["record"]} {change["kind"]} {change["corrects"]} {change["reason"]}"));
        Assert.Empty((await ChainCheck.RunAsync(own.Reader, TestContext.Current.CancellationToken)).Breaks);
    }

    [Theory]
    [InlineData(null, "did the law change")]
    [InlineData("added", "is there already")]
    [InlineData("withdrawn", "is not taken out")]
    [InlineData("reverified", "More of it differs")]
    public async Task Of_a_record_that_is_there_a_kind_that_does_not_fit_stops_the_submission_and_is_named(string? kind, string said)
    {
        var set = await ProposedSet.OpenAsync(_author);
        var record = ProposedSet.Record("1967-01-01", schedule: "Anlage II");
        record["change"] = kind is null ? null : ProposedSet.Change(kind);
        if (kind is null)
        {
            record.Remove("change");
        }

        await set.DoAsync(HttpMethod.Put, "/classifications/DE/lsd-1", record, 200, null);

        var diff = (await _author.GetAsync($"{set.Address}/diff")).Expect(200).Json;
        Assert.Equal(kind, (string?)Assert.Single(diff["changes"]!.AsArray())!["kind"]);
        var refused = Assert.Single((await set.SubmitAsync(422)).Errors);
        Assert.Equal("DE/lsd-1", refused.Parameter);
        Assert.Contains(said, refused.Detail);
        Assert.Equal("draft", await set.StateAsync());
    }

    [Theory]
    [InlineData("reverified")]
    [InlineData("withdrawn")]
    public async Task Of_a_new_record_it_cannot_be_said_that_it_was_checked_again_or_withdrawn(string kind)
    {
        var set = await ProposedSet.OpenAsync(_author);
        await set.PutAsync("DE/psilocybin-1", Changed(kind, ProposedSet.Record("1971-01-01", substance: "psilocybin")));

        Assert.Contains("was not there", Assert.Single((await set.SubmitAsync(422)).Errors).Detail);
    }

    [Fact]
    public async Task What_only_says_how_it_was_checked_is_a_verification_and_not_more()
    {
        var set = await ProposedSet.OpenAsync(_author);
        await set.DoAsync(HttpMethod.Put, $"/verifications/{RecordId.OfClassification("DE/lsd-1")}", new JsonObject { ["verifiedOn"] = "2026-11-20", ["verification"] = "primary" }, 200, null);

        await set.SubmitAsync();
    }

    [Fact]
    public async Task A_kind_is_let_go_with_its_change()
    {
        var set = await ProposedSet.OpenAsync(_author);
        await set.PutAsync("DE/psilocybin-9", Changed("law_changed", ProposedSet.Record("1971-01-01", substance: "psilocybin")));
        await set.PutAsync("DE/lsd-1", Changed("corrected", ProposedSet.Record("1967-01-01", schedule: "Anlage II")));
        await set.DoAsync(HttpMethod.Delete, "/classifications/DE/psilocybin-9", null, 200, null);

        Assert.Equal(["DE/lsd-1"], (await _author.GetAsync(set.Address)).Json["changes"]!.AsArray().Select(note => (string)note!["record"]!));
    }

    [Fact]
    public async Task The_approval_is_of_the_kinds_too()
    {
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in new[] { "corrected", "law_changed" })
        {
            var set = await ProposedSet.OpenAsync(_author);
            await set.PutAsync("DE/ketamine-1", Changed(kind, ProposedSet.Record("1991-01-01", substance: "ketamine")));
            hashes.Add(await set.HashAsync(_reviewer));
        }

        Assert.Equal(2, hashes.Count);
    }

    [Theory]
    [InlineData("""{"change": "corrected"}""", "change")]
    [InlineData("""{"change": {"kind": "corected", "reason": "A typo."}}""", "change.kind")]
    [InlineData("""{"change": {"kind": "corrected"}}""", "change.reason")]
    [InlineData("""{"change": {"kind": "corrected", "reason": "x", "why": "y"}}""", "why")]
    public async Task A_change_that_is_none_is_named(string body, string parameter)
    {
        var set = await ProposedSet.OpenAsync(_author);
        var record = ProposedSet.Record("1967-01-01", schedule: "Anlage II");
        record["change"] = JsonNode.Parse(body)!["change"]!.DeepClone();

        Assert.Equal(parameter, Assert.Single((await set.DoAsync(HttpMethod.Put, "/classifications/DE/lsd-1", record, 422, null)).Errors).Parameter);
    }

    private static JsonObject Changed(string kind, JsonObject record)
    {
        record["change"] = ProposedSet.Change(kind);
        return record;
    }
}
