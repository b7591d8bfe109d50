using LegalStatusApi.BrowserTests.Support;
using LegalStatusApi.Tests.Support;
using Microsoft.Playwright;

namespace LegalStatusApi.BrowserTests;

/// <summary>Pictures of every type of page, to be looked at: <c>LEGAL_STATUS_SCREENSHOTS=1</c> writes them to <c>artifacts/screenshots</c>.</summary>
[Collection(Site.Collection)]
public sealed class ScreenshotTests(Site site)
{
    [Theory]
    [MemberData(nameof(PageTypes.Names), MemberType = typeof(PageTypes))]
    public async Task A_page_can_be_looked_at_in_light_and_dark_on_small_and_wide_screens(string name)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("LEGAL_STATUS_SCREENSHOTS") == "1", "Set LEGAL_STATUS_SCREENSHOTS=1.");
        await using var visit = await site.OpenAsync();
        foreach (var width in new[] { 320, 1280 })
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await visit.GoAsync(PageTypes.PathOf(name));
                var path = Path.Combine(Checkout.Root, "artifacts", "screenshots", $"{name}-{width}-{scheme}.png".ToLowerInvariant());
                var picture = await visit.Page.ScreenshotAsync(new() { Path = path, FullPage = true });
                Assert.NotEmpty(picture);
            }
        }
    }
}
