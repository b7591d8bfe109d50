using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>Many records at once, from each form in which they may be sent, and what is told of each.</summary>
public sealed class BulkImportTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Header = "jurisdiction,key,substance,from,status,schedule,medicalAccess,summary,verification,verifiedOn,reviewDue,citations.1.source,citations.1.version,citations.1.role,citations.1.pinpoint,change.kind,change.reason\n";
    private TestApi _api = null!;
    private MaintainerClient _author = null!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Owner.AskAsync<long?>("select max(number) from revision") is null)
        {
            await database.PublishAsync(Given.Substances().Place("DE").Place("FR").Record("lsd-1", "DE", "lsd", from: "1967-01-01").Record("lsd-1", "FR", "lsd", from: "1966-01-01").Rows);
        }

        _api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        _author = new MaintainerClient(_api, await database.KeyAsync("Ada", "propose"));
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    private static string Row(string place, string key, string from, string change = ",", string schedule = "Schedule I") =>
        $"{place},{key},{key.Split('-')[0]},{from},prohibited,{schedule},unknown,A summary.,secondary,2026-11-01,2027-05-01,law,1,establishes,§ 1,{change}\n";

    [Fact]
    public async Task A_dry_run_tells_of_each_row_what_would_become_of_it_and_keeps_nothing()
    {
        var set = await ProposedSet.OpenAsync(_author);
        var table = Header + Row("FR", "ketamine-1", "1950-02-30") + Row("FR", "lsd-1", "1966-01-02", "corrected,Read again.") + Row("DE", "ketamine-1", "1951-01-01", "forgotten,x");

        var kindless = await SendAsync(set, "?dryRun=true", table);
        Assert.Equal(["change.kind"], kindless.Json["mistakes"]!.AsArray().Select(mistake => (string)mistake!["parameter"]!));
        var judged = await SendAsync(set, "?dryRun=true", table.Replace(",forgotten,x", ",,", StringComparison.Ordinal));

        Assert.Equal(["1 FR/ketamine-1 refused", "2 FR/lsd-1 sound", "3 DE/ketamine-1 sound"], Rows(judged));
        Assert.Equal("from", (string?)Assert.Single(judged.Json["rows"]![0]!["mistakes"]!.AsArray())!["parameter"]);
        Assert.True((bool)judged.Json["dryRun"]!);
        Assert.Null(judged.Json["puts"]);
        Assert.Equal((1, 0), ((int)(await _author.GetAsync(set.Address)).Json["version"]!, (await _author.GetAsync(set.Address)).Json["rows"]!.AsArray().Count));
    }

    [Fact]
    public async Task Each_row_is_added_changed_or_unchanged_and_may_say_its_kind()
    {
        var set = await ProposedSet.OpenAsync(_author);

        var kept = await SendAsync(set, "", Header + Row("DE", "ketamine-1", "1950-01-01") + Row("FR", "lsd-1", "1966-01-02", "corrected,Read again."));

        Assert.Equal(["1 DE/ketamine-1 added", "2 FR/lsd-1 changed"], Rows(kept));
        Assert.Equal(["FR/lsd-1 corrected Read again."], await NotesAsync(set));
        Assert.Equal(["1 FR/lsd-1 changed"], Rows(await SendAsync(set, "?dryRun=true", Header + Row("FR", "lsd-1", "1966-01-02"), kept.Version)));
    }

    [Fact]
    public async Task The_kind_of_all_is_said_once()
    {
        var set = await ProposedSet.OpenAsync(_author, "Both gazettes were read again.");
        await SendAsync(set, "?kind=corrected", Header + Row("DE", "lsd-1", "1967-01-02") + Row("FR", "lsd-1", "1966-01-02", "law_changed,A decree."));

        Assert.Equal(["DE/lsd-1 corrected Both gazettes were read again.", "FR/lsd-1 law_changed A decree."], await NotesAsync(set));
        var refused = (await _author.SendAsync(HttpMethod.Post, $"{set.Address}/import?kind=corected", Header, "text/csv", 2)).Expect(422);
        Assert.Contains("Did you mean 'corrected'?", Assert.Single(refused.Errors).Detail);
    }

    [Fact]
    public async Task A_whole_text_withdraws_what_it_does_not_say_and_files_alone_do_not()
    {
        var set = await ProposedSet.OpenAsync(_author);
        var files = new JsonObject
        {
            ["jurisdictions/DE.yaml"] = "code: DE\ntype: country\nname: Place DE\n",
        };
        var some = (await _author.SendAsync(HttpMethod.Post, $"{set.Address}/import?dryRun=true", new JsonObject { ["files"] = files.DeepClone() }, 1)).Expect(200);
        Assert.Equal(["1 DE/lsd-1 withdrawn"], Rows(some));

        var text = LegalStatusApi.Dataset.SeedWriter.Write(await LegalStatusApi.Dataset.CurrentText.ReadAsync(database.Reader, null, TestContext.Current.CancellationToken));
        var whole = new JsonObject(text.Where(file => file.Key != "jurisdictions/FR.yaml").Select(file => KeyValuePair.Create(file.Key, (JsonNode?)file.Value)));
        var all = (await _author.SendAsync(HttpMethod.Post, $"{set.Address}/import?dryRun=true", new JsonObject { ["whole"] = true, ["files"] = whole }, 1)).Expect(200);
        Assert.Contains("FR/lsd-1 withdrawn", string.Join('\n', Rows(all)));
        Assert.DoesNotContain("DE/lsd-1", string.Join('\n', Rows(all)));
    }

    [Fact]
    public async Task Mistakes_of_files_are_named_by_file_and_member()
    {
        var set = await ProposedSet.OpenAsync(_author);
        var body = new JsonObject { ["files"] = new JsonObject { ["jurisdictions/DE.yaml"] = "code: DE\ntype: nowhere\nname: Place DE\n" } };

        var judged = (await _author.SendAsync(HttpMethod.Post, $"{set.Address}/import?dryRun=true", body, 1)).Expect(200);
        Assert.Equal(["jurisdictions/DE.yaml:type"], judged.Json["mistakes"]!.AsArray().Select(mistake => (string)mistake!["parameter"]!));
        Assert.Equal(["jurisdictions/DE.yaml:type"], (await _author.SendAsync(HttpMethod.Post, $"{set.Address}/import", body, 1)).Expect(422).Errors.Select(error => error.Parameter));
    }

    [Fact]
    public async Task Nothing_of_a_table_is_lost_without_a_word()
    {
        var set = await ProposedSet.OpenAsync(_author);
        async Task<MaintainerClient.Answer> RefusedAsync(string table, int status) => (await _author.SendAsync(HttpMethod.Post, $"{set.Address}/import", table, "text/csv", 1)).Expect(status);

        var twice = await RefusedAsync(Header + Row("FR", "lsd-1", "1966-01-02", "corrected,So.") + Row("FR", "lsd-1", "1966-01-03", "corrected,So.") + Row("XX", "lsd-1", "1966-01-03"), 422);
        Assert.Equal(["row 2 (lsd-1).key", "row 3 (lsd-1).jurisdiction"], twice.Errors.Select(error => error.Parameter));
        Assert.Contains("put quotes around", (await RefusedAsync(Header + Row("FR", "lsd-1", "1966-01-02", "corrected,So, and so."), 400)).Detail);
        Assert.Contains("the column 'key' twice", (await RefusedAsync(Header.Replace("schedule", "key", StringComparison.Ordinal) + Row("FR", "lsd-1", "1966-01-02"), 400)).Detail);

        var kept = await SendAsync(set, "", Header + Row("FR", "lsd-1", "1966-01-02", "corrected,So."));
        Assert.Null(kept.Json["rows"]![0]!["removes"]);
        var fewer = await SendAsync(set, "?dryRun=true", Header + Row("FR", "lsd-1", "1966-01-02", "corrected,So.", schedule: ""), kept.Version);
        Assert.Equal(["schedule"], fewer.Json["rows"]![0]!["removes"]!.AsArray().Select(member => (string)member!));
    }

    [Theory]
    [InlineData("?dryRun=yes", "text/csv", 400)]
    [InlineData("", "text/plain", 415)]
    [InlineData("", "application/json", 400)]
    public async Task What_cannot_be_read_is_refused(string query, string mediaType, int status)
    {
        var set = await ProposedSet.OpenAsync(_author);

        (await _author.SendAsync(HttpMethod.Post, $"{set.Address}/import{query}", Header, mediaType, 1)).Expect(status);
    }

    private async Task<MaintainerClient.Answer> SendAsync(ProposedSet set, string query, string table, int? version = 1) =>
        (await _author.SendAsync(HttpMethod.Post, $"{set.Address}/import{query}", table, "text/csv", version)).Expect(200);

    private static IEnumerable<string> Rows(MaintainerClient.Answer answer) =>
        answer.Json["rows"]!.AsArray().Select(row => $"{row!["row"]} {row["record"]} {row["outcome"]}");

    private async Task<IEnumerable<string>> NotesAsync(ProposedSet set) =>
        (await _author.GetAsync(set.Address)).Json["changes"]!.AsArray().Select(note => $"{note!["record"]} {note["kind"]} {note["reason"]}");
}
