using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.House;

/// <summary>
/// What users of other trackers and APIs complain of, each as it is here. That generated clients survive a new value is tested where
/// they are generated.
/// </summary>
public sealed class KnownComplaintsTests(PostgresServer server) : IAsyncLifetime
{
    private const string Answer = "/v1/status/AT/lsd?on=1990-01-01";
    private readonly TestDatabase _database = new(server);
    private readonly Given _given = Given.Substances().Place("AT").Place("US").Place("US-CO", "US")
        .Record("lsd-1", "AT", "lsd", from: "1971-01-01", schedule: "=Anhang IV").Pending("lsd-pending-1", "AT", "lsd", "2026-01-01");

    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        await _database.PublishAsync(_given.Rows);
        _api = await TestApi.StartAsync(_database.Reader);
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task History_never_changes_unannounced()
    {
        var printed = await _api.GetAsync(Answer);
        var since = (string)(await _api.GetAsync("/v1/changes"))["since"]!;
        await CorrectAsync();

        var kept = await _api.GetAsync((string)printed["permalink"]!);
        var news = (await _api.GetAsync($"/v1/changes?since={since}"))["items"]!.AsArray();

        Assert.Equal(printed.ToJsonString(), kept.ToJsonString());
        Assert.Equal("unknown", (string?)(await _api.GetAsync(Answer))["headline"]!["status"]);
        Assert.Contains(news, item => (string?)item!["change"] == "corrected" && (string?)item["record"]!["reason"] == "It began later.");
    }

    [Fact]
    public async Task The_feed_tells_a_correction_from_a_change_of_law()
    {
        var since = (string)(await _api.GetAsync("/v1/changes"))["since"]!;
        await CorrectAsync();

        var news = (await _api.GetAsync($"/v1/changes?since={since}"))["items"]!.AsArray();

        Assert.Equal("corrected", (string?)Assert.Single(news, item => (string?)item!["kind"] == "record")!["change"]);
        Assert.DoesNotContain(news, item => (string?)item!["change"] == "law_changed");
    }

    [Fact]
    public async Task A_date_before_coverage_is_said_to_be_so()
    {
        var headline = (await _api.GetAsync("/v1/status/AT/lsd?on=1960-01-01"))["headline"]!;

        Assert.Equal(("unknown", "no_record_for_date"), ((string?)headline["status"], (string?)headline["reason"]));
    }

    [Theory]
    [InlineData("/v1/status/US/ketamine", "$.headline.status", "unknown")]
    [InlineData("/v1/access?substance=ketamine&jurisdiction=US", "$.say", null)]
    [InlineData("/v1/thresholds?substance=lsd&jurisdiction=AT", "$.say", null)]
    [InlineData("/v1/coverage?jurisdiction=US&substance=ketamine", "$.items[0].reason", "not_researched")]
    [InlineData("/v1/claims/check?jurisdiction=US&substance=ketamine&claim=legal", "$.verdict", "cannot_say")]
    public async Task An_unknown_is_never_an_empty_list(string address, string member, string? expected)
    {
        JsonNode? said = await _api.GetAsync(address);
        foreach (var name in member.Split('.', '[').Skip(1))
        {
            said = name.EndsWith(']') ? said![int.Parse(name[..^1])] : said![name];
        }

        Assert.False(string.IsNullOrEmpty((string?)said), address);
        Assert.True(expected is null || (string?)said == expected, $"{address}: {said}");
    }

    [Fact]
    public async Task A_proposal_is_never_counted_as_law()
    {
        var answer = await _api.GetAsync("/v1/status/AT/lsd");
        var matrix = (await _api.GetAsync("/v1/status?jurisdiction=AT&substance=lsd"))["matrix"]![0]!["cells"]!["lsd"]!;

        Assert.Equal("prohibited", (string?)answer["headline"]!["status"]);
        Assert.Equal("unsettled", (string?)answer["headline"]!["certainty"]);
        Assert.Single(answer["pending"]!.AsArray());
        Assert.Equal("prohibited", (string?)matrix["status"]);
        Assert.DoesNotContain((await _api.GetAsync("/v1/changes?kind=law"))["items"]!.AsArray(), item => (string?)item!["law"]!["on"] == "2026-01-01");
    }

    [Fact]
    public async Task One_call_answers_for_many()
    {
        var many = await _api.GetAsync("/v1/status?jurisdiction=AT,US,US-CO&substance=lsd,psilocybin,ketamine");

        Assert.Equal(9, many["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_table_opens_clean_in_a_spreadsheet()
    {
        var bytes = await _api.Client.GetByteArrayAsync("/v1/classifications?format=csv", TestContext.Current.CancellationToken);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.Take(3));
        Assert.Contains("'=Anhang IV", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    private async Task CorrectAsync()
    {
        const string Key = "AT/lsd-1";
        await _database.PublishAsync(
            _given.With(Key, record => record with { From = "1998-01-01" }), "Read again.",
            new RecordChange(Key, "corrected", "It began later.", 1));
    }
}
