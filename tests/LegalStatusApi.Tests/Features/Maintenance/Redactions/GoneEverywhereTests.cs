using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Features.Maintenance.ChangeSets;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Redactions;

/// <summary>What a change set brought into the record is redacted, and no table of the database has it any more.</summary>
public sealed class GoneEverywhereTests(PostgresServer server) : IAsyncLifetime
{
    private const string Summary = "Jane Roe of Larimer Street said that it is so.";
    private const string Reason = "Jane Roe of Larimer Street wrote to us.";
    private const string Change = "Jane Roe of Larimer Street saw the gazette.";
    private static readonly string Record = RecordId.OfClassification("US/lsd-9");
    private readonly TestDatabase _database = new(server);
    private TestApi? _api;
    private MaintainerClient? _ada;
    private MaintainerClient? _bea;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        await _database.PublishAsync(Given.Substances().Place("UN").Place("US").Rows);
        _api = await TestApi.StartAsync(_database.Reader, writer: _database.Writer);
        _ada = new MaintainerClient(_api, await _database.KeyAsync("Ada", "propose", "admin"));
        _bea = new MaintainerClient(_api, await _database.KeyAsync("Bea", "review", "publish", "admin"));
        var rejected = await ProposeAsync();
        await rejected.DoAsync(HttpMethod.Post, "/reject", new JsonObject { ["reason"] = Reason }, 200, _bea);
        var set = await ProposeAsync();
        await set.ApproveAsync(_bea);
        await set.PublishAsync(_bea);
    }

    public async ValueTask DisposeAsync()
    {
        await _api!.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("classification", "summary", Summary)]
    [InlineData("revision", "reason", Reason)]
    [InlineData("revision", "changes/0/reason", Change)]
    public async Task A_redacted_text_is_in_no_table_and_everything_else_is_as_it_was(string relation, string field, string text)
    {
        Assert.Contains(text, await _database.DumpAsync());
        var before = await AnswersAsync();

        var asked = (await _ada!.PostAsync("/v1/redactions", new JsonObject
        {
            ["relation"] = relation, ["id"] = relation == "revision" ? "2" : Record, ["recordedIn"] = 2, ["field"] = field, ["reason"] = "It names a person.",
        })).Expect(201);
        (await _bea!.PostAsync($"/v1/redactions/{asked.Json["redaction"]}/confirm")).Expect(200);

        var dump = await _database.DumpAsync();
        Assert.DoesNotContain(text, dump);
        Assert.All(new[] { Summary, Reason, Change }.Where(other => other != text), other => Assert.Contains(other, dump));
        Assert.Equal(before.Replace(text, Support.Redactions.Marker, StringComparison.Ordinal), await AnswersAsync());
        Assert.Empty((await ChainCheck.RunAsync(_database.Reader, TestContext.Current.CancellationToken)).Breaks);
        Assert.Equal(2, await _database.Owner.AskAsync<int>("select count(*) from changeset"));
        Assert.Equal(["ask for redaction Ada", "redact Bea"], await _database.Owner.ListAsync<string>(
            "select action || ' ' || name from audit join maintainer on maintainer.id = maintainer where subject = @id order by number", new { id = (string)asked.Json["redaction"]! }));
    }

    [Fact]
    public async Task A_draft_on_the_record_says_the_marker_too_and_can_still_be_published()
    {
        var draft = await ProposedSet.OpenAsync(_ada!, "The date.");
        await draft.PutAsync("US/lsd-9", ProposedSet.Record("1971-05-02", summary: Summary));
        await _database.RedactAsync("classification", Record, 2, "summary");

        Assert.DoesNotContain(Summary, (await _ada!.GetAsync(draft.Address)).Expect(200).Text, StringComparison.Ordinal);
        await draft.SubmitAsync();
        await draft.ApproveAsync(_bea!);
        await draft.PublishAsync(_bea!);

        Assert.DoesNotContain(Summary, await _database.DumpAsync());
        Assert.Empty((await ChainCheck.RunAsync(_database.Reader, TestContext.Current.CancellationToken)).Breaks);
    }

    private async Task<ProposedSet> ProposeAsync()
    {
        var opened = (await _ada!.SendAsync(HttpMethod.Post, "/v1/changesets", new JsonObject { ["title"] = "A proposal", ["reason"] = Reason }, null,
            ("Idempotency-Key", Guid.NewGuid().ToString()))).Expect(201);
        var set = new ProposedSet(_ada!, (string)opened.Json["id"]!, opened.Version!.Value);
        var record = ProposedSet.Record("1971-05-01", summary: Summary);
        record["change"] = new JsonObject { ["kind"] = "added", ["reason"] = Change };
        await set.PutAsync("US/lsd-9", record);
        await set.SubmitAsync();
        return set;
    }

    // What the record says, with everything that is read beside it.
    private async Task<string> AnswersAsync()
    {
        var answers = new List<string>();
        foreach (var address in new[]
                 {
                     "/v1/status/US/lsd?on=1980-01-01&revision=2", "/v1/status/US/lsd?on=1980-01-01&revision=1", "/v1/history/US/lsd?revision=2",
                     "/v1/revisions?revision=2", "/v1/revisions/2", "/v1/revisions/1", $"/v1/classifications/{Record}?revision=2",
                 })
        {
            answers.Add((await _api!.GetAsync(address)).ToJsonString());
        }

        return string.Join('\n', answers);
    }
}
