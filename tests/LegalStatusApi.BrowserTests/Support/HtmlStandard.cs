using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.BrowserTests.Support;

/// <summary>A validator of the HTML standard (html-validate, on Node.js).</summary>
public static class HtmlStandard
{
    /// <param name="pages">Pages as they were sent, by name.</param>
    public static async Task AssertValidAsync(IReadOnlyDictionary<string, string> pages)
    {
        var folder = Directory.CreateTempSubdirectory("legal-status-pages-").FullName;
        try
        {
            foreach (var (name, html) in pages)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.html"), html, TestContext.Current.CancellationToken);
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
