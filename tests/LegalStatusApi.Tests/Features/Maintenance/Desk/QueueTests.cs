using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Desk;

/// <summary>The review queue as maintainers work on it.</summary>
public sealed class QueueTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Told = "The gazette of <b>May</b> says otherwise.";
    private TestApi _api = null!;
    private string _report = "";

    public async ValueTask InitializeAsync()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Place("FR").Record("lsd-1", "DE", "lsd", from: "2000-01-01")
            .Record("lsd-1", "FR", "lsd", from: "2000-01-01", verification: "unverified").Rows);
        _api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        var sent = await new MaintainerClient(_api, null).PostAsync("/v1/reports", new() { ["jurisdiction"] = "DE", ["substance"] = "lsd", ["kind"] = "wrong_date", ["text"] = Told });
        _report = (string)sent.Expect(201).Json["id"]!;
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task An_item_is_claimed_let_go_and_settled()
    {
        var ada = await DeskBrowser.SignInAsync(_api, database, "Ada", "propose");
        var bea = await DeskBrowser.SignInAsync(_api, database, "Bea", "review");
        await ada.GetAsync("/desk/queue?kind=unverified&jurisdiction=FR&substance=&state=");
        var claim = ada.Page.QuerySelectorAll("form").Select(form => form.GetAttribute("action")!).Single(action => action.EndsWith("/claim", StringComparison.Ordinal));
        await bea.GetAsync("/desk/queue?kind=unverified");

        await ada.SendAsync(claim);
        Assert.StartsWith("/desk/queue?kind=unverified", ada.Expect(200).Address, StringComparison.Ordinal);
        Assert.Contains("Ada works on it.", ada.Text, StringComparison.Ordinal);
        (await bea.SendAsync(claim)).Expect(409);
        Assert.Contains("Ada works on it.", bea.Text, StringComparison.Ordinal);
        var settle = claim.Replace("/claim", "/settle", StringComparison.Ordinal);
        (await bea.PostAsync(settle, ("token", bea.Token), ("how", "I read it."))).Expect(409);
        Assert.Equal("I read it.", bea.Value("how"));

        await ada.SendAsync(claim.Replace("/claim", "/release", StringComparison.Ordinal));
        Assert.Contains("Nobody works on it.", ada.Text, StringComparison.Ordinal);
        await ada.SendAsync(settle, ("how", "Read the gazette."));
        Assert.DoesNotContain("/claim", ada.Expect(200).Html, StringComparison.Ordinal);
        await ada.GetAsync("/desk/queue?state=settled&kind=unverified");
        Assert.Contains("Settled on 2026-11-21 by Ada.", ada.Text, StringComparison.Ordinal);
        Assert.Contains("Read the gazette.", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_reviewers_read_what_a_reader_wrote()
    {
        var author = await DeskBrowser.SignInAsync(_api, database, "Cleo", "propose");
        await author.GetAsync("/desk/queue?kind=report");
        Assert.DoesNotContain(Told, author.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/desk/reports/{_report}", author.Html, StringComparison.Ordinal);
        (await author.GetAsync($"/desk/reports/{_report}")).Expect(403);

        var reviewer = await DeskBrowser.SignInAsync(_api, database, "Rita", "review");
        await reviewer.GetAsync("/desk/queue?kind=report");
        Assert.Contains($"/desk/reports/{_report}", reviewer.Html, StringComparison.Ordinal);
        await reviewer.GetAsync($"/desk/reports/{_report}");
        Assert.Contains(Told, reviewer.Expect(200).Text, StringComparison.Ordinal);
        Assert.Null(reviewer.Page.QuerySelector("b"));
        await reviewer.SendAsync($"/desk/queue/{_report}/settle", ("how", "The gazette of May is of another year."));
        Assert.Equal("/desk/queue?kind=report", reviewer.Expect(200).Address);
        (await reviewer.GetAsync("/desk/reports/itm_aaaaaaaaaaaaaaaa")).Expect(404);
    }

    [Theory]
    [InlineData("kind=wrong")]
    [InlineData("jurisdiction=no+place")]
    [InlineData("jurisdiction=XX")]
    [InlineData("cursor=nonsense")]
    public async Task A_filter_that_cannot_be_is_told_on_the_page(string filter)
    {
        var browser = await DeskBrowser.SignInAsync(_api, database, "Ada", "propose");

        (await browser.GetAsync($"/desk/queue?{filter}")).Expect(400);

        Assert.Contains(filter.Split('=')[0], browser.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_does_anything_else_with_an_item()
    {
        var browser = await DeskBrowser.SignInAsync(_api, database, "Ada", "propose");

        (await browser.PostAsync($"/desk/queue/{_report}/publish", ("token", browser.Token))).Expect(404);
    }
}
