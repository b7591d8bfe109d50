using LegalStatusApi.BrowserTests.Support;
using Microsoft.Playwright;

namespace LegalStatusApi.BrowserTests;

/// <summary>Pages for everybody: what a keyboard reaches. On a site of its own, beside the other tests of pages.</summary>
public sealed class KeyboardTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [MemberData(nameof(PageTypes.OfTheSite), MemberType = typeof(PageTypes))]
    public async Task The_tabulator_key_reaches_everything_in_order_and_shows_where_it_is(string name)
    {
        await using var visit = await site.OpenAsync();
        await visit.GoAsync(PageTypes.PathOf(name));
        await KeyboardWalk.AssertReachesEverythingAsync(visit.Page);
    }

    [Fact]
    public async Task The_first_stop_leads_past_the_menu_to_the_content()
    {
        await using var visit = await site.OpenAsync();
        await visit.GoAsync("/places/DE");

        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to content", await visit.Page.Locator(":focus").InnerTextAsync());
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");

        Assert.Equal(1, await visit.Page.Locator("main :focus").CountAsync());
    }
}
