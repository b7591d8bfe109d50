using System.Net;
using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Exports;

public sealed class ExportHistoryTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(server);

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task The_first_line_says_what_the_file_is_and_where_its_chain_ends()
    {
        await PublishTwiceAsync();
        using var history = await ExportedHistory.OfAsync(_database.Reader);

        var header = JsonNode.Parse(history.Lines[0])!;
        Assert.Equal("legal-status-history", (string?)header["format"]);
        Assert.Equal(1, (int)header["version"]!);
        Assert.Equal(2, (int)header["revision"]!);
        Assert.Equal(await _database.Reader.AskAsync<string>("select encode(hash, 'hex') from revision where number = 2"), (string?)header["hash"]);
        Assert.Equal("CC BY 4.0", (string?)header["license"]);
        Assert.Equal("Information, not legal or medical advice", (string?)header["notice"]);
    }

    [Fact]
    public async Task Each_revision_is_followed_by_the_rows_that_it_added_and_closed()
    {
        await PublishTwiceAsync();
        using var history = await ExportedHistory.OfAsync(_database.Reader);

        var second = history.LineOf("\"type\":\"revision\"", "\"number\":2");
        Assert.Equal(["revision", "added", "closed"], history.Lines.Skip(second - 1).Select(line => (string)JsonNode.Parse(line)!["type"]!));
        var added = JsonNode.Parse(history.Lines[second])!;
        Assert.Equal("Something was found.", (string?)added["texts"]!["summary"]);
        Assert.Equal("US-CO/lsd-lead-1", (string?)added["fields"]!["key"]);
        Assert.Equal(32, ((string)added["salt"]!).Length);
        Assert.Equal(["type", "relation", "id", "hash"], JsonNode.Parse(history.Lines[second + 1])!.AsObject().Select(member => member.Key));
        Assert.Equal(EveryRelation.Rows.Count, history.Lines.Count(line => line.Contains("\"type\":\"added\"", StringComparison.Ordinal)) - 1);
    }

    [Fact]
    public async Task An_older_revision_is_exported_as_it_was_byte_for_byte()
    {
        await _database.PublishAsync(EveryRelation.Rows);
        using var then = await ExportedHistory.OfAsync(_database.Reader);
        await _database.PublishAsync(Found);

        using var now = await ExportedHistory.OfAsync(_database.Reader, revision: 1);

        Assert.Equal(then.Bytes, now.Bytes);
    }

    [Fact]
    public async Task A_pinned_export_never_changes_and_an_unpinned_one_names_its_permalink()
    {
        await PublishTwiceAsync();
        await using var api = await TestApi.StartAsync(_database.Reader);

        using var latest = await api.SendAsync("/v1/export.ndjson");
        using var pinned = await api.SendAsync("/v1/export.ndjson?revision=2");
        using var earlier = await api.SendAsync("/v1/export.ndjson?revision=1");
        using var known = await api.SendAsync("/v1/export.ndjson?revision=2", ("If-None-Match", pinned.Headers.ETag!.ToString()));

        Assert.Equal("/v1/export.ndjson?revision=2", latest.Content.Headers.ContentLocation?.OriginalString);
        Assert.DoesNotContain("immutable", latest.Headers.CacheControl!.ToString());
        Assert.Contains("immutable", pinned.Headers.CacheControl!.ToString());
        Assert.Null(pinned.Content.Headers.ContentLocation);
        Assert.Equal("application/x-ndjson", pinned.Content.Headers.ContentType!.MediaType);
        Assert.Equal(latest.Headers.ETag, pinned.Headers.ETag);
        Assert.NotEqual(earlier.Headers.ETag, pinned.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Empty(await known.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("?revision=9", "There is no revision 9.")]
    [InlineData("?revision=0", "whole number")]
    [InlineData("?revison=1", "Unknown parameter")]
    public async Task What_cannot_be_exported_is_refused(string query, string said)
    {
        await _database.PublishAsync(EveryRelation.Rows);
        await using var api = await TestApi.StartAsync(_database.Reader);

        Assert.Contains(said, (string?)(await api.GetAsync($"/v1/export.ndjson{query}", 400))["detail"]);
    }

    [Fact]
    public async Task Where_nothing_is_published_there_is_nothing_to_export()
    {
        await using var api = await TestApi.StartAsync(_database.Reader);

        Assert.Contains("Nothing is published yet.", (string?)(await api.GetAsync("/v1/export.ndjson", 400))["detail"]);
    }

    [Fact]
    public async Task A_fault_before_the_first_line_is_answered_as_one_and_never_cached()
    {
        await _database.PublishAsync(EveryRelation.Rows);
        await _database.Owner.RunAsync("revoke select on recorded_row from legal_status_reader");
        await using var api = await TestApi.StartAsync(_database.Reader);

        using var answer = await api.SendAsync("/v1/export.ndjson?revision=1");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("/problems/internal-fault", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["type"]);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Null(answer.Headers.ETag);
    }

    private static IEnumerable<Row> Found => EveryRelation.Rows.Select(row => row is LeadRow lead ? lead with { Summary = "Something was found." } : row);

    private async Task PublishTwiceAsync()
    {
        await _database.PublishAsync(EveryRelation.Rows);
        await _database.PublishAsync(Found);
    }
}
