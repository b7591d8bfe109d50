using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Changes;

/// <summary>Both feeds, as libraries that others use read them, and by the musts of their formats.</summary>
public sealed class FeedsTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";
    private readonly TestDatabase _database = new(server);
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _api = await TestApi.StartAsync(_database.Reader);
        var rows = Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "1971-05-01", schedule: "A <b> & \"c\" \uffff é 😀")
            .Record("ketamine-1", "DE", "ketamine", from: "1980");
        await _database.PublishAsync(rows.Rows);
        await _database.PublishAsync(rows.With("ketamine-1", row => row with { From = "1981" }), "Why & <why>.");
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task The_Atom_feed_is_what_RFC_4287_and_RFC_6721_ask_for()
    {
        var (text, mediaType) = await TextAsync("/v1/changes.atom");
        var feed = XDocument.Parse(text).Root!;

        Assert.Equal("application/atom+xml", mediaType);
        Assert.Equal(Atom + "feed", feed.Name);
        foreach (var name in new[] { "id", "title", "updated", "rights" })
        {
            Assert.Single(feed.Elements(Atom + name));
        }

        Assert.NotEmpty(feed.Elements(Atom + "author").Elements(Atom + "name"));
        Assert.Equal("http://localhost/v1/changes.atom", LinkOf(feed, "self"));
        Assert.StartsWith("http://localhost/v1/changes", LinkOf(feed, "alternate"), StringComparison.Ordinal);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.NotEmpty(entries);
        Assert.Distinct(entries.Select(entry => entry.Element(Atom + "id")!.Value));
        Assert.All(entries, entry =>
        {
            Assert.All(new[] { "id", "title", "updated", "content" }, name => Assert.Single(entry.Elements(Atom + name)));
            Assert.True(Uri.TryCreate(entry.Element(Atom + "id")!.Value, UriKind.Absolute, out var id) && id.Scheme == "urn");
            Assert.True(DateTimeOffset.TryParseExact(entry.Element(Atom + "updated")!.Value, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _));
            Assert.StartsWith("http://localhost/v1/", LinkOf(entry, "alternate"), StringComparison.Ordinal);
            Assert.All(entry.Elements(Atom + "category"), category => Assert.False(string.IsNullOrEmpty((string?)category.Attribute("term"))));
            Assert.Contains((string?)entry.Elements(Atom + "category").First().Attribute("term"), new[] { "law", "record" });
        });

        var gone = Assert.Single(feed.Elements(Tombstones + "deleted-entry"));
        Assert.StartsWith("urn:uuid:", (string?)gone.Attribute("ref"), StringComparison.Ordinal);
        Assert.True(DateTimeOffset.TryParse((string?)gone.Attribute("when"), CultureInfo.InvariantCulture, out _));
        Assert.DoesNotContain((string?)gone.Attribute("ref"), entries.Select(entry => entry.Element(Atom + "id")!.Value));
        Assert.Contains("Why & <why>.", gone.Element(Tombstones + "comment")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_reads_the_Atom_feed_as_it_is_meant()
    {
        var items = (await _api.GetAsync("/v1/changes"))["items"]!.AsArray();
        var read = await FormatReader.ReadAsync("atom", (await TextAsync("/v1/changes.atom")).Text);

        Assert.Equal(items.Where(item => (string?)item!["change"] != "retracted").Select(item => ((string?)item!["title"])!.Replace('\uffff', '\ufffd')),
            read["entries"]!.AsArray().Select(entry => (string?)entry!["title"]!["value"]));
        Assert.Contains(read["entries"]!.AsArray(), entry => ((string)entry!["summary"]!["value"]!).Contains("(A <b> & \"c\" \ufffd é 😀)", StringComparison.Ordinal));
        Assert.Equal("Legal Status API", (string?)read["authors"]![0]!["name"]);
    }

    [Fact]
    public async Task The_JSON_Feed_is_what_version_1_1_asks_for_and_a_library_reads_it()
    {
        var (text, mediaType) = await TextAsync("/v1/changes.json");
        var feed = JsonNode.Parse(text)!.AsObject();
        var read = await FormatReader.ReadAsync("json-feed", text);

        Assert.Equal("application/feed+json", mediaType);
        Assert.Equal("https://jsonfeed.org/version/1.1", (string?)feed["version"]);
        Assert.Equal("http://localhost/v1/changes.json", (string?)feed["feed_url"]);
        Assert.Equal(feed["items"]!.AsArray().Count, read["items"]!.AsArray().Count);
        Assert.All(feed["items"]!.AsArray(), item =>
        {
            Assert.StartsWith("urn:uuid:", (string?)item!["id"], StringComparison.Ordinal);
            Assert.False(string.IsNullOrEmpty((string?)item["content_text"]));
            Assert.NotNull(item["_legal_status"]!["kind"]);
            Assert.True((item["date_published"] ?? item["date_modified"]) is not null);
        });
        Assert.Equal((await _api.GetAsync("/v1/changes"))["items"]!.ToJsonString(),
            new JsonArray([.. feed["items"]!.AsArray().Select(item => item!["_legal_status"]!.DeepClone())]).ToJsonString());
        Assert.Equal((string?)(await _api.GetAsync("/v1/changes"))["since"], (string?)feed["_legal_status"]!["since"]);
    }

    [Fact]
    public async Task Ids_are_the_same_on_every_host_and_in_both_feeds()
    {
        var here = XDocument.Parse((await TextAsync("/v1/changes.atom")).Text).Root!;
        var there = XDocument.Parse((await TextAsync("http://law.example/v1/changes.atom")).Text).Root!;
        var json = JsonNode.Parse((await TextAsync("/v1/changes.json")).Text)!["items"]!.AsArray().Select(item => (string)item!["id"]!).ToHashSet(StringComparer.Ordinal);

        Assert.Equal("http://law.example/v1/changes.atom", LinkOf(there, "self"));
        Assert.Equal(Ids(here), Ids(there));
        Assert.Subset(json, Ids(here).Skip(1).ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/v1/changes.atom")]
    [InlineData("/v1/changes.json")]
    public async Task A_feed_is_filtered_paged_and_304_to_whoever_has_it(string path)
    {
        var answer = await _api.SendAsync($"{path}?kind=law&substance=lsd");
        var again = await _api.SendAsync($"{path}?kind=law&substance=lsd", ("If-None-Match", answer.Headers.ETag!.ToString()));
        var ids = new List<string>();
        for (var next = $"http://localhost{path}?limit=2"; next is not null;)
        {
            var (text, _) = await TextAsync(next);
            var atom = path.EndsWith("atom", StringComparison.Ordinal) ? XDocument.Parse(text).Root! : null;
            var json = atom is null ? JsonNode.Parse(text)! : null;
            ids.AddRange(atom is null ? json!["items"]!.AsArray().Select(item => (string)item!["id"]!)
                : atom.Elements().Where(each => each.Name.LocalName.EndsWith("entry", StringComparison.Ordinal)).Select(each => each.Element(Atom + "id")?.Value ?? (string)each.Attribute("ref")!));
            next = atom is null ? (string?)json!["next_url"] : LinkOf(atom, "next");
        }

        Assert.Contains("LSD", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("etamine", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal((await _api.GetAsync("/v1/changes"))["items"]!.AsArray().Count, ids.Count);
        Assert.Distinct(ids);
    }

    private static List<string> Ids(XElement feed) => [.. feed.Descendants(Atom + "id").Select(id => id.Value)];

    private static string? LinkOf(XElement element, string relation) =>
        (string?)element.Elements(Atom + "link").SingleOrDefault(link => (string?)link.Attribute("rel") == relation)?.Attribute("href");

    private async Task<(string Text, string? MediaType)> TextAsync(string address)
    {
        var answer = await _api.SendAsync(address);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return (text, answer.Content.Headers.ContentType!.MediaType);
    }
}
