using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>What somebody reads who comes by a link that names a day and a revision.</summary>
public sealed class AnswerPageTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Owner.AskAsync<long?>("select max(number) from revision") is null)
        {
            var first = Given.Substances().Place("GB", name: "United Kingdom").Place("PT", name: "Portugal").Place("DE", name: "Germany")
                .Record("ketamine-1", "GB", "ketamine", "medical_only", from: "2006-01-01", schedule: "Class C")
                .Record("lsd-1", "PT", "lsd", from: "1993-01-01", to: "2001-07-01").Record("lsd-2", "PT", "lsd", "decriminalized", from: "2001-07-01")
                .Record("lsd-1", "DE", "lsd", from: "1967-02-25", schedule: "Anlage I");
            await database.PublishAsync(first.Rows);
            var second = first.With("GB/ketamine-1", row => row with { Status = "prohibited", Schedule = "Class B" }).ToList();
            await database.PublishAsync(second, "The class was wrong.");
            await database.PublishAsync(second.Select(row => row is ClassificationRow { Key: "DE/lsd-1" } record ? record with { Verification = "primary" } : row), "Read again.");
        }

        _api = await TestApi.StartAsync(database.Reader);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task A_link_to_what_was_corrected_still_shows_it_and_says_what_is_right()
    {
        var page = await _api.PageAsync("/places/GB/ketamine?on=2010-01-01&revision=1");

        var banner = page.TextOf(".banner");
        Assert.StartsWith("Corrected since. This is what revision 1 said. Revision 3 says otherwise of the same day:", banner, StringComparison.Ordinal);
        Assert.Contains("Status: medical only → prohibited", banner, StringComparison.Ordinal);
        Assert.Equal(["/places/GB/ketamine?on=2010-01-01", "/revisions/3/diff?from=1"], page.QuerySelectorAll(".banner a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Class C", page.TextOf(".headline"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.Contains("Class B", (await _api.PageAsync("/places/GB/ketamine?on=2010-01-01")).TextOf(".headline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_law_that_changed_since_is_no_correction()
    {
        var page = await _api.PageAsync("/places/PT/lsd?on=2000-01-01");

        Assert.StartsWith("The law has changed since that day, first on 2001-07-01. Today: decriminalized", page.TextOf(".banner"), StringComparison.Ordinal);
        Assert.Equal("/places/PT/lsd", page.QuerySelector(".banner a")!.GetAttribute("href"));
        Assert.DoesNotContain("Corrected", page.WordsOf(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_only_checked_again_is_told_as_that()
    {
        var page = await _api.PageAsync("/places/DE/lsd?on=2010-01-01&revision=2");

        Assert.StartsWith("Checked anew since. Revision 3 says the same of the law on this day", page.TextOf(".banner"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/places/PT/lsd?on=2010-01-01&revision=1", "This is what revision 1 said. Revision 3 says the same of this day.")]
    [InlineData("/places/PT/lsd?on=2010-01-01&revision=3", null)]
    [InlineData("/places/PT/lsd", null)]
    public async Task What_is_still_said_is_told_so_and_the_latest_revision_needs_no_banner(string address, string? banner)
    {
        var page = await _api.PageAsync(address);

        if (banner is null)
        {
            Assert.Null(page.QuerySelector(".banner"));
        }
        else
        {
            Assert.StartsWith(banner, page.TextOf(".banner"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_day_ahead_has_no_link_that_would_last()
    {
        var page = await _api.PageAsync("/places/DE/lsd?on=2030-01-01");

        Assert.Null(page.GetElementById("permalink"));
        Assert.Contains("This day lies ahead", page.TextOf("form.day"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_form_goes_on_from_the_form_and_the_revision_and_leads_back_to_today()
    {
        var page = await _api.PageAsync("/places/PT/lsd?on=2000-01-01&revision=1");

        Assert.Equal("/places/PT/lsd", page.QuerySelector("form.day")!.GetAttribute("action"));
        Assert.Equal("1", page.QuerySelector("form.day input[name=revision]")!.GetAttribute("value"));
        Assert.Equal("/places/PT/lsd", page.QuerySelector("form.day a")!.GetAttribute("href"));
        var ofForm = await _api.PageAsync("/places/DE/psilocybin?on=2000-01-01&form=mushrooms");
        Assert.Equal("/places/DE/psilocybin?form=mushrooms", ofForm.QuerySelector("form.day a")!.GetAttribute("href"));
    }
}
