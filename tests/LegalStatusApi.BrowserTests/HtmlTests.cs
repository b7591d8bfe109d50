using LegalStatusApi.BrowserTests.Support;

namespace LegalStatusApi.BrowserTests;

/// <summary>Pages as they are sent, read by a validator.</summary>
[Collection(Site.Collection)]
public sealed class HtmlTests(Site site)
{
    [Fact]
    public async Task Every_type_of_page_is_valid_HTML()
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in PageTypes.Names.Select(row => row.Data))
        {
            using var page = await client.GetAsync(PageTypes.PathOf(name), TestContext.Current.CancellationToken);
            pages[name] = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        await HtmlStandard.AssertValidAsync(pages);
    }
}
