using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Redactions;

/// <summary>Redactions over HTTP: two people, and the public list.</summary>
public sealed class RedactionsTests(PostgresServer server) : IAsyncLifetime
{
    private const string Address = "/v1/redactions";
    private static readonly string Record = RecordId.OfClassification("US/lsd-1");
    private readonly TestDatabase _database = new(server);
    private TestApi? _api;
    private MaintainerClient? _ada;
    private MaintainerClient? _bea;

    private MaintainerClient Ada => _ada!;

    private MaintainerClient Bea => _bea!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        await _database.PublishAsync(EveryRelation.Rows);
        _api = await TestApi.StartAsync(_database.Reader, writer: _database.Writer);
        _ada = new MaintainerClient(_api, await _database.KeyAsync("Ada", "admin"));
        _bea = new MaintainerClient(_api, await _database.KeyAsync("Bea", "admin"));
    }

    public async ValueTask DisposeAsync()
    {
        await _api!.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task One_asks_another_confirms_and_everybody_sees_it()
    {
        Assert.Empty((await _api!.GetAsync(Address))["items"]!.AsArray());
        var asked = (await Ada.PostAsync(Address, Body())).Expect(201).Json;
        Assert.Equal(("Ada", "summary", "It named a person."), ((string?)asked["askedBy"], (string?)asked["field"], (string?)asked["reason"]));
        Assert.Empty((await _api.GetAsync(Address))["items"]!.AsArray());

        var done = (await Bea.PostAsync($"{Address}/{asked["redaction"]}/confirm")).Expect(200).Json;

        Assert.Equal(1, (int)done["texts"]!);
        var item = Assert.Single((await _api.GetAsync(Address))["items"]!.AsArray())!;
        Assert.Equal(("classification", Record, 1, "summary", "Ada", "Bea", "It named a person.", (string?)asked["redaction"]),
            ((string?)item["relation"], (string?)item["id"], (int)item["recordedIn"]!, (string?)item["field"], (string?)item["askedBy"],
                (string?)item["confirmedBy"], (string?)item["reason"], (string?)item["redaction"]));
        var layer = (await _api.GetAsync("/v1/status/US/lsd?on=1980-01-01&revision=1")).Layer("US");
        Assert.Equal((LegalStatusApi.Tests.Support.Redactions.Marker, "prohibited"), ((string?)layer["summary"], (string?)layer["status"]));
        Assert.Empty((await ChainCheck.RunAsync(_database.Reader, TestContext.Current.CancellationToken)).Breaks);
    }

    [Fact]
    public async Task Whoever_asked_does_not_confirm_whichever_key_they_use()
    {
        var id = await AskAsync();
        var another = new MaintainerClient(_api!, await _database.KeyAsync("Ada", "admin", "review"));

        Assert.Contains("does not confirm it", (await another.PostAsync($"{Address}/{id}/confirm")).Expect(403).Detail, StringComparison.Ordinal);
        Assert.Equal("A summary.", await _database.Owner.AskAsync<string>("select summary from classification where id = @Record", new { Record }));
    }

    [Fact]
    public async Task What_nobody_has_confirmed_can_be_withdrawn_and_asked_for_again()
    {
        var id = await AskAsync();
        (await Ada.PostAsync(Address, Body())).Expect(409);
        (await Bea.DeleteAsync($"{Address}/{id}", null)).Expect(200);

        (await Bea.DeleteAsync($"{Address}/{id}", null)).Expect(404);
        (await Bea.PostAsync($"{Address}/{id}/confirm")).Expect(404);
        (await Bea.PostAsync($"{Address}/{await AskAsync()}/confirm")).Expect(200);
    }

    [Fact]
    public async Task What_is_done_is_neither_done_again_nor_withdrawn_nor_asked_for()
    {
        var id = await AskAsync();
        (await Bea.PostAsync($"{Address}/{id}/confirm")).Expect(200);

        (await Bea.PostAsync($"{Address}/{id}/confirm")).Expect(409);
        (await Ada.DeleteAsync($"{Address}/{id}", null)).Expect(409);
        Assert.Equal("It is redacted already.", (await Ada.PostAsync(Address, Body())).Expect(409).Detail);
    }

    [Fact]
    public async Task A_second_request_for_a_text_that_went_with_another_version_is_refused()
    {
        await _database.PublishAsync(EveryRelation.Rows.Select(row => row is ClassificationRow { Key: "US/lsd-1" } record ? record with { Schedule = "II" } : row));
        var (first, second) = (await AskAsync(), (string)(await Ada.PostAsync(Address, Body(recordedIn: 2))).Expect(201).Json["redaction"]!);

        Assert.Equal(2, (int)(await Bea.PostAsync($"{Address}/{first}/confirm")).Expect(200).Json["texts"]!);

        (await Bea.PostAsync($"{Address}/{second}/confirm")).Expect(409);
        (await Bea.DeleteAsync($"{Address}/{second}", null)).Expect(200);
        Assert.Equal([2, 1], (await _api!.GetAsync(Address))["items"]!.AsArray().Select(item => (int)item!["recordedIn"]!));
    }

    [Fact]
    public async Task An_answer_is_given_again_by_its_idempotency_key()
    {
        var first = (await Ada.SendAsync(HttpMethod.Post, Address, Body(), null, ("Idempotency-Key", "once"))).Expect(201);
        var again = (await Ada.SendAsync(HttpMethod.Post, Address, Body(), null, ("Idempotency-Key", "once"))).Expect(201);
        Assert.Equal(first.Text, again.Text);
        var confirm = $"{Address}/{first.Json["redaction"]}/confirm";

        var done = (await Bea.SendAsync(HttpMethod.Post, confirm, null, null, ("Idempotency-Key", "twice"))).Expect(200);

        Assert.Equal(done.Text, (await Bea.SendAsync(HttpMethod.Post, confirm, null, null, ("Idempotency-Key", "twice"))).Expect(200).Text);
    }

    [Fact]
    public async Task Of_many_who_confirm_at_once_one_does_it()
    {
        var id = await AskAsync();
        var keys = new List<string>();
        for (var number = 1; number <= 8; number++)
        {
            keys.Add(await _database.KeyAsync($"Person {number}", "admin"));
        }

        var answers = await Task.WhenAll(keys.Select(key => new MaintainerClient(_api!, key).PostAsync($"{Address}/{id}/confirm")));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(7, answers.Count(answer => answer.Status == 409));
    }

    [Fact]
    public async Task The_list_is_read_in_parts_newest_first()
    {
        foreach (var (relation, id) in new[] { ("classification", Record), ("lead", RecordId.OfLead("US-CO/lsd-lead-1")), ("source", "law") })
        {
            await _database.RedactAsync(relation, id, 1, relation == "source" ? "title" : "summary");
        }

        var first = await _api!.GetAsync($"{Address}?limit=2");
        var second = await _api.GetAsync((string)first["next"]!);

        Assert.Equal(["source", "lead", "classification"],
            first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => (string?)item!["relation"]));
        Assert.Null(second["next"]);
        var contract = await ContractSchema.LoadAsync();
        Assert.Empty(contract.Faults(contract.SchemaOfAnswer("ListRedactions"), first));
    }

    private async Task<string> AskAsync() => (string)(await Ada.PostAsync(Address, Body())).Expect(201).Json["redaction"]!;

    private static JsonObject Body(long recordedIn = 1) => RedactionRefusalsTests.Body(recordedIn: recordedIn);
}
