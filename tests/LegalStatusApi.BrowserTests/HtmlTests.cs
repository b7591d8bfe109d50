using LegalStatusApi.BrowserTests.Support;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.BrowserTests;

/// <summary>Pages as they are sent, read by a validator of the HTML standard (html-validate, on Node.js).</summary>
[Collection(Site.Collection)]
public sealed class HtmlTests(Site site)
{
    [Fact]
    public async Task Every_type_of_page_is_valid_HTML()
    {
        var folder = Directory.CreateTempSubdirectory("legal-status-pages-").FullName;
        try
        {
            using var client = new HttpClient { BaseAddress = site.Address };
            client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
            foreach (var name in PageTypes.Names.Select(row => row.Data))
            {
                using var page = await client.GetAsync(PageTypes.PathOf(name), TestContext.Current.CancellationToken);
                await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.html"), await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            }

            var tests = Path.Combine(Checkout.Root, "tests", "LegalStatusApi.BrowserTests");
            await Tool.RunAsync(folder, "node", Path.Combine(Checkout.Root, "node_modules", "html-validate", "bin", "html-validate.mjs"),
                "--config", Path.Combine(tests, "html-validate.json"), "--formatter", "text", "--max-warnings", "0", "*.html");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
