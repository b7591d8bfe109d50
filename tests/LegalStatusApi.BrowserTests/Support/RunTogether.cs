using Microsoft.Playwright;

namespace LegalStatusApi.BrowserTests.Support;

/// <summary>Words of two elements that stand in one line must not run together: "Torontono law of its own" is one word to a reader's ear.</summary>
public static class RunTogether
{
    private const string Find = """
        () => {
          const runTogether = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const isInline = e => getComputedStyle(e).display.startsWith('inline');
          // Up to the nearest element that is a box of its own.
          const boxOf = node => { let e = node.parentElement; while (isInline(e) && e.parentElement) { e = e.parentElement; } return e; };
          let before = null;
          while (walk.nextNode()) {
            const node = walk.currentNode, e = node.parentElement;
            if (node.data === '' || e.closest('svg, script, style, select, textarea, datalist') || !e.checkVisibility()) { continue; }
            if (before && before.parentElement !== e && boxOf(before) === boxOf(node) && /[\p{L}\p{N}.:;!?]$/u.test(before.data) && /^[\p{L}\p{N}“]/u.test(node.data)) {
              const between = document.createRange();
              between.setStart(before, before.length);
              between.setEnd(node, 0);
              if (!between.cloneContents().querySelector('br, svg, img, input, select, textarea')) {
                runTogether.push(before.data.slice(-30) + '|' + node.data.slice(0, 30));
              }
            }
            before = node;
          }
          return runTogether;
        }
        """;

    public static async Task AssertNowhereAsync(IPage page) => Assert.Empty(await page.EvaluateAsync<string[]>(Find));
}
