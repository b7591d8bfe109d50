using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Search;

/// <summary>What a search finds as the record changes.</summary>
public sealed class SearchAtRevisionTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_revision_finds_the_names_that_it_says_and_no_redacted_text()
    {
        var given = Given.Substances().Rows;
        var first = await database.PublishAsync(
            [.. given, new JurisdictionRow("SZ", "country", "Swaziland", null), new SourceRow("gone", "SZ", "article", "[redacted]", null),
                new SourceVersionRow("gone", 1, null, null, null, null, null, null, null, false)]);
        var second = await database.PublishAsync([.. given, new JurisdictionRow("SZ", "country", "Eswatini", ["Kingdom of Eswatini"])]);
        await using var api = await TestApi.StartAsync(database.Reader);

        async Task<string?> FirstAsync(string query) => (string?)(await api.GetAsync($"/v1/search?q={query}"))["items"]!.AsArray().FirstOrDefault()?["name"];

        Assert.Equal("Swaziland", await FirstAsync($"swaziland&revision={first}"));
        Assert.Null(await FirstAsync($"swaziland&revision={second}"));
        Assert.Null(await FirstAsync("swaziland"));
        Assert.Equal("Eswatini", await FirstAsync("kingdom+of+eswatini"));
        Assert.Null(await FirstAsync($"redacted&revision={first}"));
        Assert.Equal("[redacted]", await FirstAsync($"gone&revision={first}"));
    }
}
