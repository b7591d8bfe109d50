using LegalStatusApi.Tests.Support;
using Microsoft.Playwright;

namespace LegalStatusApi.BrowserTests.Support;

/// <summary>One window of the browser, which notes everything that a visitor's browser complains of.</summary>
public sealed class Visit : IAsyncDisposable
{
    private const string NoteViolations = """
        window.violations = [];
        addEventListener('securitypolicyviolation', e => window.violations.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));
        """;

    private readonly IBrowserContext _window;
    private readonly List<string> _complaints = [];

    private Visit(IBrowserContext window, IPage page)
    {
        (_window, Page) = (window, page);
        page.Console += (_, message) =>
        {
            // A picture that is opened by itself has no page that names its icon, so the browser looks for one of old.
            if (message.Type is "error" or "warning" && !message.Location.Contains("/favicon.ico", StringComparison.Ordinal))
            {
                Note($"console: {message.Text}");
            }
        };
        page.PageError += (_, error) => Note($"script: {error}");
        page.RequestFailed += (_, request) => Note($"request: {request.Url} {request.Failure}");
        page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest)
            {
                Document = response;
            }

            // A browser's console names the page that is not there; nothing else may be missing.
            if (response.Status >= 400 && response.Request.ResourceType != "document")
            {
                Note($"request: {response.Url} gave {response.Status}");
            }
        };
        page.Dialog += async (_, dialog) =>
        {
            Note($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    /// <summary>The answer that the page is, however it was come to.</summary>
    public IResponse? Document { get; private set; }

    /// <summary>What the browser complained of until now, in the order in which it did.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
            {
                return [.. _complaints];
            }
        }
    }

    /// <summary>The same, but for that the page itself was refused, which Chromium writes into its console.</summary>
    public IEnumerable<string> ComplaintsBesidesStatus => Complaints.Where(complaint => !complaint.StartsWith("console: Failed to load resource", StringComparison.Ordinal));

    public static async Task<Visit> OfAsync(IBrowserContext window)
    {
        await window.AddInitScriptAsync(NoteViolations);
        return new Visit(window, await window.NewPageAsync());
    }

    /// <summary>Goes to an address of the site; what it loads is there when this returns.</summary>
    public async Task<IResponse> GoAsync(string path)
    {
        var response = await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        return response!;
    }

    public Task PermitClipboardAsync() => _window.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

    /// <summary>
    /// Pictures on a small and a wide screen, to be looked at: <c>LEGAL_STATUS_SCREENSHOTS=1</c> writes them to <c>artifacts/screenshots</c>.
    /// </summary>
    public async Task TakePicturesAsync(string name, ColorScheme scheme)
    {
        if (Environment.GetEnvironmentVariable("LEGAL_STATUS_SCREENSHOTS") != "1")
        {
            return;
        }

        foreach (var width in new[] { 320, 1280 })
        {
            await Page.SetViewportSizeAsync(width, 900);
            var file = $"{name}-{width}-{scheme}.png".ToLowerInvariant();
            await Page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Root, "artifacts", "screenshots", file), FullPage = true });
        }
    }

    /// <summary>Breaches of the Content-Security-Policy on the page that is shown.</summary>
    public Task<string[]> ViolationsAsync() => Page.EvaluateAsync<string[]>("window.violations");

    public ValueTask DisposeAsync() => _window.DisposeAsync();

    private void Note(string complaint)
    {
        lock (_complaints)
        {
            _complaints.Add(complaint);
        }
    }
}
