using Deque.AxeCore.Playwright;
using LegalStatusApi.BrowserTests.Support;
using LegalStatusApi.Tests.Support;
using Microsoft.Playwright;

namespace LegalStatusApi.BrowserTests;

/// <summary>What holds of every type of page of the maintainers' desk in a real browser, over the whole data set.</summary>
public sealed class DeskPageTests(DeskPageTests.Prepared prepared) : IClassFixture<DeskPageTests.Prepared>
{
    /// <summary>A desk at which everything waits, and a browser to look at it.</summary>
    public sealed class Prepared(PostgresServer server) : IAsyncLifetime
    {
        private readonly FilledDatabase _database = new(server);
        private readonly ChromiumBrowser _browser = new();
        private PreparedDesk? _desk;

        public async ValueTask InitializeAsync()
        {
            await _database.InitializeAsync();
            _desk = await PreparedDesk.StartAsync(_database, new("US-CO-denver", "US-CO-denver/psilocybin-mushrooms-1", "DE/lsd-1", "DE/de-btmg", TextOf));
            await _browser.StartAsync();
        }

        public Task<Visit> OpenAsync(string name, Action<BrowserNewContextOptions>? configure = null) => _desk!.OpenAsync(_browser, name, configure);

        public Task EachAsync(Func<string, Visit, Task> look) => _desk!.EachAsync(_browser, look);

        public async ValueTask DisposeAsync()
        {
            await _browser.DisposeAsync();
            await (_desk?.DisposeAsync() ?? ValueTask.CompletedTask);
            await _database.DisposeAsync();
        }

        // As long and as plain as maintainers write.
        private static string TextOf(string field) => field switch
        {
            "set.title" => "Ordinances and gazettes, read again",
            "set.reason" => "The certified text of the election was read.\nIt says more of the day than the summary that was cited.",
            "set.rejection" => "The citation names the page of the news, not the ordinance.",
            "edited.summary" => "The law makes enforcement its lowest priority and takes away no penalty.",
            "change.reason" => "The certificate of the election was read.",
            "report.text" => "The ordinance took effect on another day.\nSee the certificate of the clerk.",
            "settled.how" => "The certificate says the day that is on record.",
            _ => "What somebody who read it again would write here.",
        };
    }

    [Theory]
    [MemberData(nameof(DeskPageTypes.Names), MemberType = typeof(DeskPageTypes))]
    public async Task A_page_of_the_desk_has_no_violation_in_light_and_in_dark_no_complaint_fits_a_small_telephone_and_is_reached_by_the_tabulator_key(string name)
    {
        await using var visit = await prepared.OpenAsync(name);
        Assert.Equal(DeskPageTypes.Of(name).Status, visit.Document!.Status);
        Assert.Empty(await visit.ViolationsAsync());
        Assert.Empty(DeskPageTypes.Of(name).Status == 200 ? visit.Complaints : visit.ComplaintsBesidesStatus);
        Assert.NotEqual("", await visit.Page.TitleAsync());

        await RunTogether.AssertNowhereAsync(visit.Page);
        foreach (var (scheme, rules) in new[] { (ColorScheme.Light, AccessibilityTests.Everything), (ColorScheme.Dark, AccessibilityTests.Colours) })
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var result = await visit.Page.RunAxe(rules);
            await visit.TakePicturesAsync($"desk-{name}", scheme);
            Assert.Equal("", string.Join('\n', result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{scheme} {rule.Id}: {node.Html} {rule.Help}"))));
        }

        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await visit.Page.SetViewportSizeAsync(1280, 900);
        await KeyboardWalk.AssertReachesEverythingAsync(visit.Page);
        await visit.Page.SetViewportSizeAsync(320, 640);
        Assert.Equal(320, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Every_type_of_page_of_the_desk_is_valid_HTML()
    {
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        await prepared.EachAsync(async (name, visit) => pages[name] = await visit.Document!.TextAsync());

        await HtmlStandard.AssertValidAsync(pages);
    }
}
