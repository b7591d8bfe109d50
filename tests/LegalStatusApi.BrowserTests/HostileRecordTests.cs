using LegalStatusApi.BrowserTests.Support;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.BrowserTests;

/// <summary>A record whose every text is markup and script: pages show it as text, and nothing of it runs, even where a browser knows no policy.</summary>
[Fault(34)]
public sealed class HostileRecordTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly string[] Pages =
    [
        "/", "/?substance=psilocybin%2Fmushrooms&region=Europe", "/places", "/places/DE", "/places/DE-BE", "/places/DE?on=1985-01-01", "/places/DE/psilocybin",
        "/places/DE/psilocybin?form=mushrooms", "/places/DE/psilocybin?on=1985-01-01", "/places/DE/psilocybin?on=2024-01-01&revision=1", "/places/FR/psilocybin",
        "/compare?jurisdiction=DE,DE-BE&substance=&on=1985-01-01&on2=2024-01-01", "/changes", "/changes?kind=record", "/pending", "/coverage", "/sources",
        "/sources/law", "/substances/psilocybin", "/search?q=jurisdiction.name", "/search?q=substance.name+jurisdiction.name", "/search?q=source.title", "/embed/psilocybin", "/v1/maps/psilocybin.svg",
        "/v1/maps/psilocybin.svg?region=Europe",
    ];

    private readonly ChromiumBrowser _browser = new();
    private WiredApi _service = null!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Owner.AskAsync<int>("select count(*) from revision") == 0)
        {
            // Even if the database let such an address in.
            await database.Owner.RunAsync("alter table source_version drop constraint source_version_url_is_web, drop constraint source_version_archive_url_is_web");
            await database.PublishAsync(HostileRecord.Rows, HostileRecord.TextOf("revision.reason"));
            await database.PublishAsync(HostileRecord.Corrected, HostileRecord.TextOf("revision.reason"));
        }

        _service = await WiredApi.StartAsync(database);
        await _browser.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task Every_text_of_a_record_is_shown_as_text_and_runs_nowhere()
    {
        await using var visit = await _browser.OpenAsync(_service.Address, window => window.BypassCSP = true);
        var shown = new List<string>();
        foreach (var page in Pages)
        {
            Assert.Equal(200, (await visit.GoAsync(page)).Status);
            await Harm.AssertNoneAsync(visit.Page, page);
            shown.Add(await visit.Page.EvaluateAsync<string>("document.documentElement.textContent"));
        }

        Assert.DoesNotContain(HostileRecord.Shown, field => !shown.Exists(text => text.Contains(HostileRecord.TextOf(field)[1..], StringComparison.Ordinal)));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task What_a_reader_types_runs_nowhere()
    {
        const string Typed = """X "'><script>window.ran=1</script><img src=x onerror=window.ran=1>""";
        var escaped = Uri.EscapeDataString(Typed);
        await using var visit = await _browser.OpenAsync(_service.Address, window => window.BypassCSP = true);
        foreach (var (page, status) in new[]
        {
            ($"/search?q={escaped}", 200), ($"/places/{escaped}", 404), ($"/places/DE/{escaped}", 404), ($"/substances/{escaped}", 404), ($"/sources/{escaped}", 404),
            ($"/places/DE?on={escaped}", 400), ($"/places/DE/lsd?form={escaped}", 400), ($"/compare?jurisdiction={escaped}", 404), ($"/?{escaped}=1", 400),
            ($"/report?about={Uri.EscapeDataString($"/places/{escaped}/{escaped}?form={escaped}&on={escaped}")}", 200), ($"/sources?after={escaped}", 200), ($"/{escaped}", 404),
        })
        {
            Assert.Equal(status, (await visit.GoAsync(page)).Status);
            await Harm.AssertNoneAsync(visit.Page, page);
        }

        await visit.GoAsync("/report");
        await visit.Page.EvaluateAsync("document.querySelectorAll('input[type=date]').forEach(e => e.type = 'text')");
        foreach (var field in new[] { "jurisdiction", "form", "on", "text" })
        {
            await visit.Page.Locator($"[name={field}]").FillAsync(Typed);
        }

        await visit.Page.GetByText("Send", new() { Exact = true }).ClickAsync();
        await Harm.AssertNoneAsync(visit.Page, "the report that is not taken");
        Assert.Equal(Typed, await visit.Page.Locator("[name=text]").InputValueAsync());
    }

    [Fact]
    public async Task Names_that_run_from_right_to_left_stay_whole_within_English_text()
    {
        await using var visit = await _browser.OpenAsync(_service.Address);
        await visit.GoAsync("/places/EG");

        Assert.Equal(HostileRecord.EgyptInArabic, await visit.Page.Locator("h1").InnerTextAsync());
        Assert.True(await visit.Page.Locator("h1").EvaluateAsync<bool>("e => e.matches(':dir(rtl)')"));
        Assert.Equal(["Egypt ltr isolate", $"{HostileRecord.IsraelInHebrew} rtl isolate"], await visit.Page.Locator("main bdi").EvaluateAllAsync<string[]>(
            "all => all.map(e => `${e.textContent} ${e.matches(':dir(rtl)') ? 'rtl' : 'ltr'} ${getComputedStyle(e).unicodeBidi}`)"));
        // In a list too, a name is an island of its own: what stands beside it stays where it is.
        await visit.GoAsync("/places");
        Assert.Equal("isolate", await visit.Page.Locator("main a[href='/places/EG']").EvaluateAsync<string>("e => getComputedStyle(e).unicodeBidi"));
    }
}
