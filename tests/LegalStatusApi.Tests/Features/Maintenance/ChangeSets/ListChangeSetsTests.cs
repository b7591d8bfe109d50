using System.Text.Json.Nodes;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>The list of change sets: newest first, in parts, of one state or author.</summary>
public sealed class ListChangeSetsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;
    private MaintainerClient _ada = null!;
    private MaintainerClient _bob = null!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Given.Substances().Place("DE").Rows);
        }

        _api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        _ada = new MaintainerClient(_api, await database.KeyAsync("Ada", "propose"));
        _bob = new MaintainerClient(_api, await database.KeyAsync("Bob", "propose"));
        await database.Owner.RunAsync("truncate changeset cascade");
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task The_parts_together_are_the_whole_newest_first_though_sets_are_opened_meanwhile()
    {
        var opened = new List<string>();
        for (var number = 1; number <= 5; number++)
        {
            opened.Insert(0, (await ProposedSet.OpenAsync(_ada)).Id);
        }

        // Two that were opened at the same moment are still two.
        await database.Owner.RunAsync("update changeset set created_at = '2026-11-21T12:00:00Z'");
        opened.Sort((one, another) => string.CompareOrdinal(another, one));

        var (seen, sizes) = (new List<string>(), new List<int>());
        string? next = "/v1/changesets?limit=2";
        while (next is not null)
        {
            var part = (await _ada.GetAsync(next)).Expect(200);
            seen.AddRange(Ids(part));
            sizes.Add(Ids(part).Count());
            next = (string?)part.Json["next"];
            Assert.Equal(next is null ? [] : [$"<{next}>; rel=\"next\""],
                part.Headers.TryGetValues("Link", out var links) ? links.Where(link => link.Contains("rel=\"next\"", StringComparison.Ordinal)) : []);
            await ProposedSet.OpenAsync(_bob);
        }

        Assert.Equal(opened, seen);
        Assert.Equal([2, 2, 1], sizes);
        Assert.Equal(8, Ids((await _ada.GetAsync("/v1/changesets?limit=500")).Expect(200)).Count());
    }

    [Fact]
    public async Task Sets_are_listed_by_author_and_state()
    {
        var (hers, his) = (await ProposedSet.OpenAsync(_ada), await ProposedSet.OpenAsync(_bob));
        await hers.DoAsync(HttpMethod.Delete, "", null, 200, null);
        var second = await ProposedSet.OpenAsync(_ada);

        Assert.Equal([second.Id, his.Id, hers.Id], await IdsAsync(""));
        Assert.Equal([second.Id, hers.Id], await IdsAsync("?author=Ada"));
        Assert.Equal([his.Id], await IdsAsync($"?author={RecordId.OfMaintainer("Bob")}"));
        Assert.Equal([hers.Id], await IdsAsync("?author=Ada&state=withdrawn"));
        Assert.Empty(await IdsAsync("?author=Ad"));
        var part = (await _ada.GetAsync("/v1/changesets?author=Ada&limit=1")).Expect(200);
        Assert.Equal([hers.Id], Ids((await _ada.GetAsync((string)part.Json["next"]!)).Expect(200)));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("state=open", "state")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("author=", "author")]
    [InlineData("author=a%00b", "author")]
    [InlineData("maintainer=Ada", "maintainer")]
    public async Task A_wrong_filter_is_refused(string query, string parameter) =>
        Assert.Equal([parameter], (await _ada.GetAsync($"/v1/changesets?{query}")).Expect(400).Errors.Select(error => error.Parameter));

    [Fact]
    public async Task A_cursor_of_another_list_is_refused_and_a_forged_one_is_no_fault()
    {
        await ProposedSet.OpenAsync(_ada);
        await ProposedSet.OpenAsync(_ada);
        var next = (string)(await _ada.GetAsync("/v1/changesets?limit=1")).Json["next"]!;
        var cursor = next[(next.IndexOf("cursor=", StringComparison.Ordinal) + 7)..];

        (await _ada.GetAsync($"/v1/changesets?state=draft&cursor={cursor}")).Expect(400);
        Assert.True(Cursor.TryRead(cursor, out var read));
        foreach (var key in new[] { "chs_aaaaaaaaaaaaaaaa", "'; drop table changeset", "2026-01-01" })
        {
            Assert.Empty(Ids((await _ada.GetAsync($"/v1/changesets?cursor={read with { Key = [key] }}")).Expect(200)));
        }
    }

    private async Task<IEnumerable<string>> IdsAsync(string query) => Ids((await _ada.GetAsync($"/v1/changesets{query}")).Expect(200));

    private static IEnumerable<string> Ids(MaintainerClient.Answer part) => part.Json["items"]!.AsArray().Select(item => (string)((JsonObject)item!)["id"]!);
}
