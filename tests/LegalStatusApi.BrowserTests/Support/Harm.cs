using Microsoft.Playwright;

namespace LegalStatusApi.BrowserTests.Support;

/// <summary>What a text of the record would do to a page, were it taken for markup.</summary>
public static class Harm
{
    private const string Find = """
        () => [...(window.ran ? ['a script ran'] : []),
          ...[...document.querySelectorAll('*')].flatMap(e => [...e.attributes]
            .filter(a => a.name.startsWith('on') || (['href', 'src', 'action', 'formaction', 'xlink:href'].includes(a.name) && /^\s*(javascript|data|vbscript):/i.test(a.value)))
            .map(a => `${e.tagName} ${a.name}=${a.value}`)),
          ...[...document.querySelectorAll('script:not([src]), main img, iframe, object, embed, base:not([target="_blank"])')].map(e => e.outerHTML)]
        """;

    public static async Task AssertNoneAsync(IPage page, string name)
    {
        var harm = await page.EvaluateAsync<string[]>(Find);
        Assert.True(harm.Length == 0, $"{name}: {string.Join('\n', harm)}");
    }
}
