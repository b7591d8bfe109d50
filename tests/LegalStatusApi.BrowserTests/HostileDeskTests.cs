using LegalStatusApi.BrowserTests.Support;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.BrowserTests;

/// <summary>Whatever maintainers and readers type, and all that a record says, is shown at the desk as text and runs nowhere, even where a browser knows no policy.</summary>
[Fault(34)]
public sealed class HostileDeskTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    // What is typed into a field that is short, and must be seen on some page of the desk.
    private const string Short = "<script>window.ran=1</script><img src=x onerror=window.ran=1>";

    private static readonly string[] Shown =
    [
        "set.title", "set.reason", "set.rejection", "edited.summary", "change.reason", "report.text", "settled.how", "lead.summary", "lead.toCheck", "source.title",
        "source.citation", "version.publisher", "pending.title", "pending.summary", "citation.pinpoint",
    ];

    [Fact]
    public async Task Every_text_that_was_typed_is_shown_as_text_on_every_page_of_the_desk()
    {
        await database.PublishAsync(HostileRecord.Publishable, HostileRecord.TextOf("revision.reason"));
        await using var desk = await PreparedDesk.StartAsync(database, new("DE", "DE/psilocybin-mushrooms-1", "DE/psilocybin-2", "general/law", TextOf));
        await using var browser = new ChromiumBrowser();
        await browser.StartAsync();
        var shown = new List<string>();
        await desk.EachAsync(browser, async (name, visit) =>
        {
            Assert.True(DeskPageTypes.Of(name).Status == visit.Document!.Status, $"{name}: {visit.Document.Status}");
            await Harm.AssertNoneAsync(visit.Page, name);
            Assert.True(!visit.ComplaintsBesidesStatus.Any(), $"{name}: {string.Join('\n', visit.Complaints)}");
            shown.Add(await visit.Page.EvaluateAsync<string>("document.documentElement.textContent + [...document.querySelectorAll('input, textarea')].map(e => e.value).join()"));
        }, window => window.BypassCSP = true);

        Assert.DoesNotContain(Shown, field => !shown.Exists(text => text.Contains(TextOf(field), StringComparison.Ordinal)));
    }

    private static string TextOf(string field) => $"{field} {Short}";
}
