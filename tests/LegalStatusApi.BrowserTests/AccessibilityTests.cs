using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using LegalStatusApi.BrowserTests.Support;
using Microsoft.Playwright;

namespace LegalStatusApi.BrowserTests;

/// <summary>Pages for everybody: what axe can tell of WCAG 2.2 AA and best practice, and what a keyboard reaches.</summary>
[Collection(Site.Collection)]
public sealed class AccessibilityTests(Site site)
{
    private const int MostStops = 1_500;

    internal static readonly AxeRunOptions Everything = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    // Nothing but colours is another in the dark.
    internal static readonly AxeRunOptions Colours = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] }, ResultTypes = [ResultType.Violations],
    };

    // Everything of a page that can be used, in the order of the page.
    private const string ToUse = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
          .filter(e => e.checkVisibility({ visibilityProperty: true })).map((e, i) => { e.dataset.stop = i; return e.outerHTML.slice(0, 120); })
        """;

    private const string Focused = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return null;
          const style = getComputedStyle(e), box = e.getBoundingClientRect();
          const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          // On a map it is the shape of the place that is drawn otherwise.
          const shape = e.querySelector('path, circle, rect'), drawn = e instanceof SVGElement && shape && parseFloat(getComputedStyle(shape).strokeWidth) >= 2;
          const isShown = seen && (drawn || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0));
          return [Number(e.dataset.stop ?? -1), isShown ? 1 : 0];
        }
        """;

    [Theory]
    [MemberData(nameof(PageTypes.Names), MemberType = typeof(PageTypes))]
    public async Task A_page_has_no_violation_in_light_and_in_dark(string name)
    {
        await using var visit = await site.OpenAsync();
        await visit.GoAsync(PageTypes.PathOf(name));
        foreach (var (scheme, rules) in new[] { (ColorScheme.Light, Everything), (ColorScheme.Dark, Colours) })
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });

            var result = await visit.Page.RunAxe(rules);

            await visit.TakePicturesAsync(name, scheme);
            Assert.Equal("", string.Join('\n', result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{scheme} {rule.Id}: {node.Html} {rule.Help}"))));
        }
    }

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
        for (var presses = 0; presses < toUse.Length * 5; presses++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await visit.Page.EvaluateAsync<int[]?>(Focused) is not [var stop, var isShown])
            {
                break;
            }

            if (stops.Count == 0 || stops[^1] != stop)
            {
                stops.Add(stop);
            }

            if (isShown == 0)
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
}
