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
        Assert.Empty(PageTypes.StatusOf(name) == 200 ? visit.Complaints : visit.ComplaintsBesidesStatus);
        Assert.Equal(320, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.NotEqual("", await visit.Page.TitleAsync());
        await RunTogether.AssertNowhereAsync(visit.Page);
    }

    [Fact]
    public async Task A_first_page_without_the_map_is_less_than_sixty_kilobytes_with_style_and_script()
    {
        await using var visit = await site.OpenAsync();
        var (bytes, codings) = (0.0, new List<string>());
        var wire = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        wire.Event("Network.loadingFinished").OnEvent += (_, loaded) => bytes += loaded!.Value.GetProperty("encodedDataLength").GetDouble();
        visit.Page.Response += (_, response) => codings.Add(response.Headers.GetValueOrDefault("content-encoding", "none"));
        await wire.SendAsync("Network.enable");

        await visit.Page.GotoAsync("/places/US-CO-denver", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });

        Assert.True(codings.Count >= 3, "The page, its style and its script.");
        Assert.All(codings, coding => Assert.True(coding is "br" or "gzip", coding));
        Assert.InRange(bytes, 5_000, 60_000);
    }
}
