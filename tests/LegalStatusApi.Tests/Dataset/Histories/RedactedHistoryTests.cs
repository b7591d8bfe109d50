using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Dataset.Histories;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Dataset.Histories;

/// <summary>A history of which texts were redacted, taken away, proved, and rebuilt somewhere else.</summary>
public sealed class RedactedHistoryTests(PostgresServer server, RedactedHistoryTests.Published published) : IClassFixture<RedactedHistoryTests.Published>, IDisposable
{
    private const string Secret = "Jane Roe told us so.";
    private static readonly string Lead = RecordId.OfLead("US-CO/lsd-lead-1");

    private ExportedHistory History { get; } = published.Exported.Copy();

    public void Dispose() => History.Dispose();

    /// <summary>Two revisions of which three texts were redacted, exported once: each test alters a copy of its own.</summary>
    public sealed class Published(PostgresServer server) : IAsyncLifetime
    {
        public TestDatabase Original { get; private set; } = null!;

        public ExportedHistory Exported { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Original = await OriginalAsync(server);
            Exported = await ExportedHistory.OfAsync(Original.Reader);
        }

        public async ValueTask DisposeAsync()
        {
            Exported.Dispose();
            await Original.DisposeAsync();
        }
    }

    private static async Task<TestDatabase> OriginalAsync(PostgresServer server)
    {
        var original = new TestDatabase(server);
        await original.InitializeAsync();
        await original.PublishAsync(EveryRelation.Rows);
        await original.PublishAsync([.. EveryRelation.Rows.Select(row => row is LeadRow lead ? lead with { Summary = Secret } : row)], Secret);
        await original.RedactAsync("lead", Lead, 2, "summary");
        await original.RedactAsync("revision", "2", 2, "reason");
        await original.RedactAsync("classification", RecordId.OfClassification("US/lsd-1"), 1, "summary");
        return original;
    }

    [Fact]
    public void A_redacted_line_has_the_kept_digest_and_the_salts_of_the_other_texts_in_place_of_the_salt()
    {
        var line = JsonNode.Parse(History.Lines[History.LineOf("\"relation\":\"lead\"", Redactions.Marker) - 1])!;

        Assert.DoesNotContain(History.Lines, text => text.Contains(Secret, StringComparison.Ordinal));
        Assert.Null(line["salt"]);
        Assert.Equal(["toCheck"], line["redacted"]!["salts"]!.AsObject().Select(salt => salt.Key));
        var gone = line["redacted"]!["texts"]!["summary"]!;
        Assert.Equal(("Ada", "Bea", "It named a person."), ((string?)gone["askedBy"], (string?)gone["confirmedBy"], (string?)gone["reason"]));
        Assert.Equal(64, ((string)gone["digest"]!).Length);
        Assert.Equal(3, (int)JsonNode.Parse(History.Lines[0])!["redactions"]!);
    }

    [Fact]
    public async Task It_is_proved_without_a_database_andrebuilt_with_the_same_bytes_and_redactions()
    {
        await using var rebuilt = new TestDatabase(server);
        await rebuilt.InitializeAsync();
        Assert.Equal(2, (await VerifyAsync()).Revision);
        await using var file = History.Open();

        await HistoryImport.RunAsync(rebuilt.Writer, file, new Progress<string>(), TestContext.Current.CancellationToken);

        using var again = await ExportedHistory.OfAsync(rebuilt.Reader);
        Assert.True(History.Bytes.AsSpan().SequenceEqual(again.Bytes), "The export of the rebuilt installation is another.");
        Assert.Empty((await ChainCheck.RunAsync(rebuilt.Reader, TestContext.Current.CancellationToken)).Breaks);
        await using var here = await TestApi.StartAsync(published.Original.Reader);
        await using var there = await TestApi.StartAsync(rebuilt.Reader);
        foreach (var address in new[] { "/v1/redactions", "/v1/revisions", "/v1/history/US/lsd" })
        {
            Assert.Equal((await here.GetAsync(address)).ToJsonString(), (await there.GetAsync(address)).ToJsonString());
        }

        // What was published elsewhere can be redacted here, and what follows is published on its chain.
        Assert.Equal(2, await rebuilt.RedactAsync("lead", Lead, 2, "toCheck"));
        Assert.Equal(3, await rebuilt.PublishAsync(EveryRelation.Rows));
        Assert.Empty((await ChainCheck.RunAsync(rebuilt.Reader, TestContext.Current.CancellationToken)).Breaks);
    }

    [Fact]
    public async Task The_tag_and_the_first_line_of_an_export_change_with_each_redaction_that_applies()
    {
        await using var original = await OriginalAsync(server);
        await using var api = await TestApi.StartAsync(original.Reader);
        await original.PublishAsync([.. EveryRelation.Rows.Select(row => row is LeadRow lead ? lead with { ToCheck = Secret } : row)]);
        var (first, second, third) = (await TagAsync(api, 1), await TagAsync(api, 2), await TagAsync(api, 3));

        await original.RedactAsync("lead", Lead, 3, "toCheck");

        Assert.Equal((first, second), (await TagAsync(api, 1), await TagAsync(api, 2)));
        Assert.NotEqual(third, await TagAsync(api, 3));
        await original.RedactAsync("lead", Lead, 2, "toCheck");
        Assert.NotEqual(first, await TagAsync(api, 1));
        Assert.NotEqual(second, await TagAsync(api, 2));
    }

    [Theory]
    [InlineData("\"toCheck\":\"Read the list.\"", "\"toCheck\":\"Read no list.\"", "is not what was published")]
    [InlineData("\"summary\":\"[redacted]\"", "\"summary\":\"Nothing was found.\"", "is not what was published")]
    [InlineData("\"summary\":\"[redacted]\"", "\"summary\":\"Jane Roe told us so.\"", "is not what was published")]
    [InlineData("\"digest\":\"", "\"digest\":\"00", "is not what was published")]
    [InlineData("\"toCheck\":\"", "\"to\":\"", "is not what was published")]
    [InlineData("\"salts\":", "\"remark\":", "It cannot be read")]
    [InlineData("\"askedBy\":", "\"asked\":", "It cannot be read")]
    [InlineData("\"redacted\":", "\"salt\":\"00\",\"redacted\":", "It has either a salt or")]
    public async Task One_thing_that_was_changed_in_a_redacted_line_is_found(string from, string to, string said)
    {
        var line = History.LineOf("\"relation\":\"lead\"", Redactions.Marker);
        History.Change(line, from, to);

        var refusal = await Assert.ThrowsAsync<HistoryException>(VerifyAsync);

        Assert.Equal(line, refusal.Line);
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_line_that_counts_other_redactions_is_refused()
    {
        History.Change(1, "\"redactions\":3", "\"redactions\":2");

        Assert.Contains("The file has 3 redacted texts, and its first line says 2.", (await Assert.ThrowsAsync<HistoryException>(VerifyAsync)).Message, StringComparison.Ordinal);
    }

    private static async Task<string> TagAsync(TestApi api, int revision)
    {
        using var answer = await api.SendAsync($"/v1/export.ndjson?revision={revision}");
        return answer.Headers.ETag!.Tag;
    }

    private async Task<HistoryHeader> VerifyAsync()
    {
        await using var file = History.Open();
        return await LegalStatusApi.Dataset.Histories.History.VerifyAsync(file, TestContext.Current.CancellationToken);
    }
}
