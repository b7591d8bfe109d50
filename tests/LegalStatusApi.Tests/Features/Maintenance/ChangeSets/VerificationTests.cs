using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>"I checked it on this day against this source version": nothing of the law changes.</summary>
public sealed class VerificationTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly string Record = RecordId.OfClassification("DE/lsd-1");
    private TestApi _api = null!;
    private MaintainerClient _author = null!;

    // Version 2 of the law was retrieved on 2026-11-10, and today is 2026-11-21.
    private static IEnumerable<Row> Rows =>
    [
        .. Given.Substances().Place("DE").Place("FR")
            .Record("lsd-1", "DE", "lsd", from: "2000-01-01", to: "2030-01-01", schedule: "Anlage I", activities: new Dictionary<string, string> { ["possession"] = "criminal_offense" })
            .Record("lsd-1", "FR", "lsd", from: "2000-01-01", verification: "unverified").Rows,
        new SourceVersionRow("law", 2, "https://law.example/2", null, "en", null, null, "2026-11-10", null, true),
        new SourceRow("other", null, "statute", "Another law", null),
        new SourceVersionRow("other", 1, null, null, null, null, null, "2026-11-01", null, true),
    ];

    public async ValueTask InitializeAsync()
    {
        await database.PublishAsync(Rows);
        _api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        _author = new MaintainerClient(_api, await database.KeyAsync("Ada", "propose"));
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task A_verification_is_published_as_one_and_leaves_all_of_the_law_as_it_was()
    {
        const string Status = "/v1/status/DE/lsd?on=2010-06-01";
        var (row, answer) = (await RowAsync(), await _api.GetAsync(Status));
        var set = await ProposedSet.OpenAsync(_author);

        await PutAsync(set, """{"verifiedOn":"2026-11-20","source":"law","version":2,"reason":"Read § 1 again."}""");

        var diff = (await _author.GetAsync($"{set.Address}/diff")).Expect(200).Json;
        Assert.Empty(diff["answers"]!.AsArray());
        Assert.Equal(["reviewDue", "verifiedOn"], Assert.Single(diff["records"]!.AsArray(), each => (string?)each!["relation"] == "classification")!["fields"]!.AsArray()
            .Select(field => (string)field!["field"]!).Order(StringComparer.Ordinal));
        await set.SubmitAsync();
        await set.ApproveAsync(new MaintainerClient(_api, await database.KeyAsync("Rita", "review")));
        var revision = (long)(await set.PublishAsync(new MaintainerClient(_api, await database.KeyAsync("Paul", "publish")))).Json["result"]!["revision"]!;

        var change = Assert.Single((await _api.GetAsync($"/v1/revisions/{revision}"))["changes"]!.AsArray())!;
        Assert.Equal(("DE/lsd-1", "reverified", "Read § 1 again."), ((string?)change["record"], (string?)change["kind"], (string?)change["reason"]));
        var after = await RowAsync();
        Assert.Equal(("2026-11-20", "2027-05-20"), ((string?)after["verifiedOn"], (string?)after["reviewDue"]));
        foreach (var name in new[] { "verifiedOn", "reviewDue" })
        {
            row[name] = after[name]?.DeepClone();
        }

        Assert.Equal(row.ToJsonString(), after.ToJsonString());
        Assert.Equal(["law/2"], await database.Reader.ListAsync<string>("select source || '/' || version from citation where record = @Record and upper_inf(recorded)", new { Record }));
        Assert.Equal(answer.Headline(), (await _api.GetAsync(Status)).Headline());
        Assert.Equal(answer.Layer("DE")["citations"]![0]!["version"]!.GetValue<int>() + 1, (await _api.GetAsync(Status)).Layer("DE")["citations"]![0]!["version"]!.GetValue<int>());
        Assert.Equal(answer.ToJsonString(), (await _api.GetAsync($"{Status}&revision={revision - 1}")).ToJsonString());
    }

    [Theory]
    [InlineData("""{}""", "verifiedOn")]
    [InlineData("""{"verifiedOn":null}""", "verifiedOn")]
    [InlineData("""{"verifiedOn":20261120}""", "verifiedOn")]
    [InlineData("""{"verifiedOn":"20.11.2026"}""", "verifiedOn")]
    [InlineData("""{"verifiedOn":"2026-11"}""", "verifiedOn")]
    [InlineData("""{"verifiedOn":"2026-02-30"}""", "verifiedOn")]
    [InlineData("""{"verifiedOn":"2026-11-22"}""", "verifiedOn")]
    [InlineData("""{"verifiedOn":"2026-11-09","source":"law","version":2}""", "verifiedOn")]
    [InlineData("""{"verifiedOn":"2026-11-20","source":"law","version":3}""", "version")]
    [InlineData("""{"verifiedOn":"2026-11-20","source":"nowhere","version":1}""", "version")]
    [InlineData("""{"verifiedOn":"2026-11-20","source":"law","version":"2"}""", "version")]
    [InlineData("""{"verifiedOn":"2026-11-20","source":"law","version":"two"}""", "version")]
    [InlineData("""{"verifiedOn":"2026-11-20","source":"law","version":1.5}""", "version")]
    [InlineData("""{"verifiedOn":"2026-11-20","source":"law","version":0}""", "version")]
    [InlineData("""{"verifiedOn":"2026-11-20","source":"law","version":99999999999}""", "version")]
    [InlineData("""{"verifiedOn":"2026-11-20","source":"law","version":[2]}""", "version")]
    [InlineData("""{"verifiedOn":"2026-11-20","version":2}""", "source")]
    [InlineData("""{"verifiedOn":"2026-11-20","source":"other","version":1}""", "source")]
    [InlineData("""{"verifiedOn":"2026-11-20","source":"other"}""", "source")]
    [InlineData("""{"verifiedOn":"2026-11-20","reviewDue":"soon"}""", "reviewDue")]
    [InlineData("""{"verifiedOn":"2026-11-20","verification":"certain"}""", "verification")]
    [InlineData("""{"verifiedOn":"2026-11-20","reason":""}""", "reason")]
    [InlineData("""{"verifiedOn":"2026-11-20","status":"uncontrolled"}""", "status")]
    [InlineData("""{"verifiedOn":"2026-11-20","from":"1990-01-01","schedule":"II"}""", "from")]
    public async Task A_verification_that_cannot_be_is_refused_by_the_member_that_is_wrong(string json, string member)
    {
        var set = await ProposedSet.OpenAsync(_author);

        var refused = await PutAsync(set, json, 422);

        Assert.Contains(member, refused.Errors.Select(error => error.Parameter));
        var shown = (await _author.GetAsync(set.Address)).Json;
        Assert.Equal((1, 0, 0), ((int)shown["version"]!, shown["rows"]!.AsArray().Count, shown["changes"]!.AsArray().Count));
    }

    [Fact]
    public async Task On_the_day_of_its_retrieval_and_today_a_version_can_be_checked()
    {
        var set = await ProposedSet.OpenAsync(_author);
        await PutAsync(set, """{"verifiedOn":"2026-11-10","source":"law","version":2}""");
        await PutAsync(set, """{"verifiedOn":"2026-11-21","reviewDue":"2027-01-01"}""");

        Assert.Equal("Checked again.", (string?)Assert.Single((await _author.GetAsync(set.Address)).Json["changes"]!.AsArray())!["reason"]);
    }

    [Fact]
    public async Task A_version_that_the_set_itself_puts_in_can_be_checked()
    {
        var set = await ProposedSet.OpenAsync(_author);
        const string Check = """{"verifiedOn":"2026-11-20","source":"law","version":3}""";
        await PutAsync(set, Check, 422);
        await set.DoAsync(HttpMethod.Put, "/sources/general/law", JsonNode.Parse("""
            {"type":"statute","title":"A law","versions":[
              {"version":1,"url":"https://law.example/1","language":"en","retrievedOn":"2026-11-01","read":true},
              {"version":2,"url":"https://law.example/2","language":"en","retrievedOn":"2026-11-10","read":true},
              {"version":3,"url":"https://law.example/3","language":"en","retrievedOn":"2026-11-19","read":true}]}
            """)!.AsObject(), 200, null);

        await PutAsync(set, """{"verifiedOn":"2026-11-18","source":"law","version":3}""", 422);
        await PutAsync(set, Check);
    }

    [Fact]
    public async Task A_record_that_was_never_verified_needs_to_say_how_well_it_is_now()
    {
        var set = await ProposedSet.OpenAsync(_author);
        var record = $"/verifications/{RecordId.OfClassification("FR/lsd-1")}";

        Assert.Contains("verifiedOn", (await set.DoAsync(HttpMethod.Put, record, new JsonObject { ["verifiedOn"] = "2026-11-20" }, 422, null)).Errors.Select(error => error.Parameter));
        // Its only source was not read, so it cannot be secondary either.
        Assert.Contains("verification", (await set.DoAsync(HttpMethod.Put, record,
            new JsonObject { ["verifiedOn"] = "2026-11-20", ["verification"] = "secondary" }, 422, null)).Errors.Select(error => error.Parameter));
    }

    [Fact]
    public async Task What_is_not_there_or_not_JSON_or_of_another_version_is_refused()
    {
        var set = await ProposedSet.OpenAsync(_author);
        var (address, json) = ($"{set.Address}/verifications/{Record}", """{"verifiedOn":"2026-11-20"}""");
        Task<MaintainerClient.Answer> SendAsync(string to, string body, int? version, string mediaType = "application/json") =>
            _author.SendAsync(HttpMethod.Put, to, body, mediaType, version);

        (await SendAsync($"{set.Address}/verifications/cls_aaaaaaaaaaaaaaaa", json, 1)).Expect(404);
        (await SendAsync($"/v1/changesets/chs_aaaaaaaaaaaaaaaa/verifications/{Record}", json, 1)).Expect(404);
        (await SendAsync(address, "verifiedOn", 1)).Expect(400);
        (await SendAsync(address, "[]", 1)).Expect(400);
        (await SendAsync(address, """{"verifiedOn":"2026-11-20","verifiedOn":"2026-11-19"}""", 1)).Expect(400);
        (await SendAsync(address, json, 1, "text/plain")).Expect(415);
        (await SendAsync(address, json, null)).Expect(428);
        (await SendAsync(address, json, 2)).Expect(412);
        (await new MaintainerClient(_api, await database.KeyAsync("Rita", "review")).SendAsync(HttpMethod.Put, address, json, "application/json", 1)).Expect(403);
        (await SendAsync(address, json, 1)).Expect(200);
    }

    private static Task<MaintainerClient.Answer> PutAsync(ProposedSet set, string json, int status = 200) =>
        set.DoAsync(HttpMethod.Put, $"/verifications/{Record}", JsonNode.Parse(json)!.AsObject(), status, null);

    private async Task<JsonObject> RowAsync() => JsonNode.Parse((await database.Reader.AskAsync<string>(
        "select (fields || texts)::text from recorded_row where relation = 'classification' and id = @Record and upper_inf(recorded)", new { Record }))!)!.AsObject();
}
