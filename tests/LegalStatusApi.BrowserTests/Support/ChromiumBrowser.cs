using Microsoft.Playwright;

namespace LegalStatusApi.BrowserTests.Support;

/// <summary>The Chromium of this machine (<c>.ci/need chromium</c> installs it), without a window.</summary>
public sealed class ChromiumBrowser : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task StartAsync()
    {
        _playwright = await Playwright.CreateAsync();
        // Tests often run as root, where Chromium's own sandbox cannot.
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }

    /// <param name="site">Where addresses without a host are looked for.</param>
    /// <param name="configure">What is different about this window.</param>
    public async Task<Visit> OpenAsync(Uri site, Action<BrowserNewContextOptions>? configure = null)
    {
        var options = new BrowserNewContextOptions { BaseURL = site.AbsoluteUri, ViewportSize = new() { Width = 1280, Height = 900 } };
        configure?.Invoke(options);
        return await Visit.OfAsync(await _browser!.NewContextAsync(options));
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium is missing: run '.ci/need chromium'.");
    }
}
