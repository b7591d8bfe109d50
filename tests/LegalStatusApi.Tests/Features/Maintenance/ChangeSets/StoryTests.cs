using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;
using YamlDotNet.Serialization;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>The whole way of a proposal, over HTTP, on the whole data set.</summary>
public sealed class StoryTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private static readonly string[] Pinned = ["/v1/status/GB/ketamine?on=2006-01-01", "/v1/history/GB/ketamine?", "/v1/status/US-CO-denver/psilocybin?on=2024-01-01", "/v1/sources/de-amvv?"];

    [Fact]
    public async Task A_proposal_goes_from_draft_to_revision()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        var author = new MaintainerClient(api, await database.KeyAsync("Ada", "propose", "review"));
        var reviewer = new MaintainerClient(api, await database.KeyAsync("Rita", "review"));
        var publisher = new MaintainerClient(api, await database.KeyAsync("Paul", "publish"));
        var before = await ExportAsync();
        var answered = await AnswersAsync(api);

        var places = await database.Owner.ListAsync<string>(
            "select code from jurisdiction where type not in ('international', 'supranational') and code not in (select jurisdiction from classification where substance = 'lsd') order by code limit 20");
        Assert.Equal(20, places.Count);
        var own = await ProposeAsync(author, before, places);
        await own.SubmitAsync();
        await own.ApproveAsync(author, 403);

        // The reviewer sees what changes, and which answers.
        var diff = (await reviewer.GetAsync($"{own.Address}/diff")).Expect(200).Json;
        var corrected = Assert.Single(diff["records"]!.AsArray(), each => (string?)each!["relation"] == "classification" && (string?)each["action"] == "changed")!;
        Assert.Equal(("from", "2006-01-01", "2006-01-02"), Assert.Single(corrected["fields"]!.AsArray()) is { } field
            ? ((string?)field["field"], (string?)field["before"], (string?)field["after"]) : default);
        var answers = diff["answers"]!.AsArray();
        Assert.Contains(answers, each => (string?)each!["jurisdiction"] == "GB" && (string?)each["from"] == "2006-01-01" && (string?)each["to"] == "2006-01-02");
        Assert.All(places, place => Assert.Contains(answers, each => (string?)each!["jurisdiction"] == place));
        await own.ApproveAsync(reviewer, hash: (string?)diff["hash"]);
        var published = await own.PublishAsync(publisher);

        Assert.Equal(2, (int)published.Json["result"]!["revision"]!);
        Assert.Equal(answered, await AnswersAsync(api));
        var newest = (await api.GetAsync("/v1/revisions"))["items"]![0]!;
        Assert.Equal(("2", "Ada", "Rita", "Corrections of November"),
            (newest["number"]!.ToString(), (string?)newest["author"], (string?)newest["reviewer"], (string?)newest["reason"]));
        Assert.Equal(places.Select(place => $"{place}/lsd-1 added ").Append("GB/ketamine-2 corrected 1").Append("de-amvv added ").Order(StringComparer.Ordinal),
            (await api.GetAsync("/v1/revisions/2"))["changes"]!.AsArray().Select(change => $"{change!["record"]} {change["kind"]} {change["corrects"]}"));
        Assert.Equal(["Ada open", "Ada put classifications", "Ada put sources", "Ada refused: 422", "Ada import", "Ada submit", "Ada refused: 403", "Rita approve", "Paul publish"],
            await database.Owner.ListAsync<string>("select maintainer.name || ' ' || action from audit join maintainer on maintainer.id = audit.maintainer order by number"));
        Assert.Empty((await ChainCheck.RunAsync(database.Reader, TestContext.Current.CancellationToken)).Breaks);

        await AssertExportedAsync(before, places);
    }

    // A date corrected, a version of a source added, and twenty rows brought of which two are wrong at first.
    private static async Task<ProposedSet> ProposeAsync(MaintainerClient author, IReadOnlyDictionary<string, string> before, IReadOnlyList<string> places)
    {
        var set = await ProposedSet.OpenAsync(author, "Corrections of November");
        var record = Item(before["jurisdictions/GB.yaml"], "classifications", "ketamine-2");
        Assert.Equal("2006-01-01", (string?)record["from"]);
        record["from"] = "2006-01-02";
        record["change"] = new JsonObject { ["kind"] = "corrected", ["reason"] = "The day after publication." };
        await set.PutAsync("GB/ketamine-2", record);
        var source = Item(before["sources/DE.yaml"], "sources", "de-amvv");
        var versions = source["versions"]!.AsArray();
        versions.Add(new JsonObject { ["version"] = versions.Count + 1, ["url"] = "https://www.gesetze-im-internet.de/amvv/", ["language"] = "de", ["retrievedOn"] = "2026-11-21", ["read"] = true });
        await set.DoAsync(HttpMethod.Put, "/sources/DE/de-amvv", source, 200, null);

        var held = (await author.GetAsync(set.Address)).Text;
        var refused = (await author.SendAsync(HttpMethod.Post, $"{set.Address}/import", Table(places, wrong: true), "text/csv", set.Version)).Expect(422);
        Assert.Equal(["row 7 (lsd-1).from", "row 15 (lsd-1).status"], refused.Errors.Select(error => error.Parameter).OrderBy(name => name.Length));
        var judged = (await author.SendAsync(HttpMethod.Post, $"{set.Address}/import?dryRun=true", Table(places, wrong: true), "text/csv", set.Version)).Expect(200);
        Assert.Equal([(7, "refused", "from"), (15, "refused", "status")], judged.Json["rows"]!.AsArray().Where(row => (string?)row!["outcome"] != "sound")
            .Select(row => ((int)row!["row"]!, (string)row["outcome"]!, (string)Assert.Single(row["mistakes"]!.AsArray())!["parameter"]!)));
        Assert.Equal(held, (await author.GetAsync(set.Address)).Text);
        var dry = (await author.SendAsync(HttpMethod.Post, $"{set.Address}/import?dryRun=true", Table(places, wrong: false), "text/csv", set.Version)).Expect(200);
        Assert.Equal(places.Select(place => $"{place}/lsd-1 added"), dry.Json["rows"]!.AsArray().Select(row => $"{row!["record"]} {row["outcome"]}"));
        Assert.Equal(held, (await author.GetAsync(set.Address)).Text);
        var imported = (await author.SendAsync(HttpMethod.Post, $"{set.Address}/import", Table(places, wrong: false), "text/csv", set.Version)).Expect(200);
        return new ProposedSet(author, set.Id, imported.Version!.Value);
    }

    // What is exported is the text of before, with exactly what the set held.
    private async Task AssertExportedAsync(IReadOnlyDictionary<string, string> before, IReadOnlyList<string> places)
    {
        var after = await ExportAsync();
        Assert.Equal(places.Select(place => $"jurisdictions/{place}.yaml").Append("jurisdictions/GB.yaml").Append("sources/DE.yaml").Order(StringComparer.Ordinal),
            after.Where(file => before.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key).Order(StringComparer.Ordinal));
        var record = Item(before["jurisdictions/GB.yaml"], "classifications", "ketamine-2");
        record["from"] = "2006-01-02";
        Assert.True(JsonNode.DeepEquals(record, Item(after["jurisdictions/GB.yaml"], "classifications", "ketamine-2")));
        Assert.Equal("https://www.gesetze-im-internet.de/amvv/", (string?)Item(after["sources/DE.yaml"], "sources", "de-amvv")["versions"]!.AsArray()[^1]!["url"]);
    }

    private static string Table(IReadOnlyList<string> places, bool wrong) =>
        "jurisdiction,key,substance,from,status,medicalAccess,summary,verification,verifiedOn,reviewDue,citations.1.source,citations.1.version,citations.1.role\n" +
        string.Concat(places.Select((place, index) =>
            $"{place},lsd-1,lsd,{(wrong && index == 6 ? "1971-02-30" : "1971-02-28")},{(wrong && index == 14 ? "forbidden" : "prohibited")},none,"
            + "\"The law lists LSD, and possession is an offence.\",secondary,2026-11-21,2027-05-21,kuenselonline-drugs,1,reports\n"));

    private static async Task<IReadOnlyList<string>> AnswersAsync(TestApi api) => await Task.WhenAll(Pinned.Select(async address =>
        await api.Client.GetStringAsync($"{address}&revision=1".Replace("?&", "?", StringComparison.Ordinal), TestContext.Current.CancellationToken)));

    private async Task<IReadOnlyDictionary<string, string>> ExportAsync() =>
        SeedWriter.Write(await CurrentText.ReadAsync(database.Reader, null, TestContext.Current.CancellationToken));

    private static JsonObject Item(string yaml, string list, string key)
    {
        var page = new DeserializerBuilder().Build().Deserialize<object>(yaml);
        var json = JsonNode.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(page))!;
        return json[list]!.AsArray().Single(item => (string?)item!["key"] == key)!.DeepClone().AsObject();
    }
}
