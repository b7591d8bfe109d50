using LegalStatusApi.BrowserTests.Support;

namespace LegalStatusApi.BrowserTests;

/// <summary>What holds of every type of page in a real browser.</summary>
[Collection(Site.Collection)]
public sealed class PageTests(Site site)
{
    [Theory]
    [MemberData(nameof(PageTypes.Names), MemberType = typeof(PageTypes))]
    public async Task A_page_loads_without_a_complaint_and_is_no_wider_than_a_small_telephone(string name)
    {
        await using var visit = await site.OpenAsync(window => window.ViewportSize = new() { Width = 320, Height = 640 });

        var response = await visit.GoAsync(PageTypes.PathOf(name));

        Assert.Equal(PageTypes.StatusOf(name), response.Status);
        Assert.Empty(await visit.ViolationsAsync());
        // Chromium writes the status of a page that is refused into its console; that is the page's own.
        Assert.Empty(visit.Complaints.Where(complaint => PageTypes.StatusOf(name) == 200 || !complaint.StartsWith("console: Failed to load resource", StringComparison.Ordinal)));
        Assert.Equal(320, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.NotEqual("", await visit.Page.Locator("h1").InnerTextAsync());
    }
}
