using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>A later part of a list leads to exactly that part as JSON and CSV.</summary>
public sealed class PartsAsDataTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    [Theory]
    [InlineData("/sources", "ul.forms > li > a", "key", "/sources/")]
    [InlineData("/sources?jurisdiction=&type=statute", "ul.forms > li > a", "key", "/sources/")]
    [InlineData("/revisions/1/diff", "section.substance > h2", "record", "")]
    [InlineData("/revisions/1/diff?from=0", "section.substance > h2", "record", "")]
    [InlineData("/changes?kind=law", "ol.events > li > a", "title", "")]
    public async Task A_later_part_is_given_as_data_as_it_is_shown(string address, string items, string member, string prefix)
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        var first = await api.PageAsync(address);

        var page = await api.PageAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var json = page.QuerySelector("link[type='application/json']")!.GetAttribute("href")!;
        var shown = page.QuerySelectorAll(items).Select(item => item.GetAttribute("href") is { } link && prefix.Length > 0 ? link[prefix.Length..] : item.TextContent.Trim()).ToList();
        var given = (await api.GetAsync(json))["items"]!.AsArray().Select(item => Uri.EscapeDataString((string)item![member]!)).Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(shown);
        Assert.Equal(shown.Select(Uri.EscapeDataString), given);
        using var csv = await api.SendAsync(page.QuerySelector("link[type='text/csv']")!.GetAttribute("href")!);
        Assert.Equal((200, "text/csv"), ((int)csv.StatusCode, csv.Content.Headers.ContentType?.MediaType));
        Assert.NotEqual(shown[0], first.QuerySelector(items)!.TextContent.Trim());
    }

    [Fact]
    public async Task Lists_name_places_beside_their_codes()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        Assert.Contains("Germany (DE)", (await api.PageAsync("/sources?jurisdiction=DE")).TextOf("ul.forms"), StringComparison.Ordinal);
        Assert.Contains("Germany (DE), lsd", (await api.PageAsync("/sources/de-btmg")).TextOf("main"), StringComparison.Ordinal);
    }
}
