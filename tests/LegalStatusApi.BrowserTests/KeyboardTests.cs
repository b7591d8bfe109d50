using LegalStatusApi.BrowserTests.Support;
using Microsoft.Playwright;

namespace LegalStatusApi.BrowserTests;

/// <summary>Pages for everybody: what a keyboard reaches. On a site of its own, beside the other tests of pages.</summary>
public sealed class KeyboardTests(Site site) : IClassFixture<Site>
{
    private const int MostStops = 1_500;

    // Everything of a page that can be used, in the order of the page.
    private const string ToUse = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
          .filter(e => e.checkVisibility({ visibilityProperty: true })).map((e, i) => { e.dataset.stop = i; return e.outerHTML.slice(0, 120); })
        """;

    // Before each stroke the page itself notes where the strokes before it led: to ask it from outside, stop by stop, takes minutes.
    private const string NoteFocus = """
        () => {
          window.focused = [];
          window.noteFocus = () => {
            const e = document.activeElement;
            if (!e || e === document.body) {
              window.focused.push(null);
              return;
            }
            const style = getComputedStyle(e), box = e.getBoundingClientRect();
            const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
            // On a map it is the shape of the place that is drawn otherwise.
            const shape = e.querySelector('path, circle, rect'), drawn = e instanceof SVGElement && shape && parseFloat(getComputedStyle(shape).strokeWidth) >= 2;
            const isShown = seen && (drawn || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0));
            window.focused.push([Number(e.dataset.stop ?? -1), isShown ? 1 : 0]);
          };
          let begun = false;
          addEventListener('keydown', () => { if (begun) { window.noteFocus(); } begun = true; }, true);
        }
        """;

    [Theory]
    [MemberData(nameof(PageTypes.OfTheSite), MemberType = typeof(PageTypes))]
    public async Task The_tabulator_key_reaches_everything_in_order_and_shows_where_it_is(string name)
    {
        await using var visit = await site.OpenAsync();
        await visit.GoAsync(PageTypes.PathOf(name));
        var toUse = await visit.Page.EvaluateAsync<string[]>(ToUse);
        Assert.InRange(toUse.Length, 10, MostStops);
        var (stops, hidden) = (new List<int>(), new List<string>());

        // A date field is several stops; the walk ends where the page does.
        foreach (var (stop, isShown) in await WalkAsync(visit.Page, toUse.Length * 5))
        {
            if (stops.Count == 0 || stops[^1] != stop)
            {
                stops.Add(stop);
            }

            if (!isShown)
            {
                hidden.Add(stop < 0 ? "something else" : toUse[stop]);
            }
        }

        Assert.Equal(Enumerable.Range(0, toUse.Length), stops);
        Assert.Empty(hidden);
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

    // The key is held down: its strokes are on their way together and arrive in order. Those after the end of the page do not count.
    private static async Task<List<(int Stop, bool IsShown)>> WalkAsync(IPage page, int mostStrokes)
    {
        const int AtOnce = 60;
        await page.EvaluateAsync(NoteFocus);
        for (var strokes = 0; strokes < mostStrokes; strokes += AtOnce)
        {
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => page.Keyboard.DownAsync("Tab")));
            if (await page.EvaluateAsync<bool>("() => window.focused.includes(null)"))
            {
                break;
            }
        }

        await page.Keyboard.UpAsync("Tab");
        await page.EvaluateAsync("() => window.noteFocus()");
        var focused = await page.EvaluateAsync<int[]?[]>("() => window.focused");
        return [.. focused.TakeWhile(noted => noted is not null).Select(noted => (noted![0], noted[1] == 1))];
    }
}
