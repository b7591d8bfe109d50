using Microsoft.Playwright;

namespace LegalStatusApi.BrowserTests.Support;

/// <summary>A walk over a page with the tabulator key alone.</summary>
public static class KeyboardWalk
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

    /// <summary>Everything that can be used is reached, in the order of the page, and shown where the focus is; and the page lets go in the end.</summary>
    public static async Task AssertReachesEverythingAsync(IPage page)
    {
        var toUse = await page.EvaluateAsync<string[]>(ToUse);
        Assert.InRange(toUse.Length, 10, MostStops);
        var (stops, hidden) = (new List<int>(), new List<string>());

        // A date field is several stops; the walk ends where the page does.
        foreach (var (stop, isShown) in await WalkAsync(page, toUse.Length * 5))
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
