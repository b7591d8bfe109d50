using Deque.AxeCore.Playwright;
using LegalStatusApi.BrowserTests.Support;
using LegalStatusApi.Tests.Support;
using Microsoft.Playwright;

namespace LegalStatusApi.BrowserTests;

/// <summary>
/// The desk as two maintainers use it in a browser: one proposes and mends, the other judges and publishes. Each page on the way is looked
/// at by axe and on a small screen.
/// </summary>
[Collection(Site.Collection)]
public sealed class DeskTests(Site site, PostgresServer server, DeskTests.Desk looked) : IClassFixture<DeskTests.Desk>
{
    private const string Record = "US-CO-denver/psilocybin-mushrooms-1";
    private const string Summary = "Denver made enforcement its lowest priority.";
    private const string Hostile = "\"><img src=x onerror=window.ran=1><script>window.ran=1</script>";

    /// <summary>A service whose record may be changed.</summary>
    public sealed class Desk(PostgresServer server) : IAsyncLifetime
    {
        private WiredApi _service = null!;

        public FilledDatabase Database { get; } = new(server);

        public Uri Address => _service.Address;

        public async ValueTask InitializeAsync()
        {
            await Database.InitializeAsync();
            _service = await WiredApi.StartAsync(Database);
        }

        public async ValueTask DisposeAsync()
        {
            await _service.DisposeAsync();
            await Database.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_proposal_goes_from_draft_to_published_by_clicks_alone(bool scripts)
    {
        await using var desk = new Desk(server);
        await desk.InitializeAsync();
        await using var author = await SignInAsync(desk, "Ada", scripts, "propose");
        await LookAsync(author, scripts, "desk-home");
        var set = await OpenAsync(author, scripts);

        await MistakeAsync(author, scripts);
        await MendAsync(author, scripts, set);
        await using var reviewer = await SignInAsync(desk, "Rita", scripts, "review", "publish");
        await PublishAsync(reviewer, scripts);

        await reviewer.GoAsync("/places/US-CO-denver/psilocybin?form=mushrooms");
        Assert.Contains("2019-05-09", await reviewer.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await NothingRanAsync(author);
        await NothingRanAsync(reviewer);
    }

    private static async Task<string> OpenAsync(Visit author, bool scripts)
    {
        await author.Page.GetByRole(AriaRole.Link, new() { Name = "Open a draft" }).ClickAsync();
        await author.Page.GetByLabel("Title").FillAsync($"Denver, read again {Hostile}");
        await author.Page.Locator("textarea[name=reason]").FillAsync($"The ordinance was read again. {Hostile}");
        await LookAsync(author, scripts, "desk-new");
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "Open the draft" }).ClickAsync();
        return new Uri(author.Page.Url).AbsolutePath;
    }

    // A mistake stands beside its field and is led to; what was typed stays.
    private static async Task MistakeAsync(Visit author, bool scripts)
    {
        await author.Page.GetByLabel("Place whose records you want to edit").FillAsync("US-CO-denver");
        await author.Page.GetByText("Show its records").ClickAsync();
        await LookAsync(author, scripts, "desk-place");
        await author.Page.GetByRole(AriaRole.Link, new() { Name = "Edit psilocybin-mushrooms-1" }).ClickAsync();
        await author.Page.Locator("[name=from]").FillAsync("2019-13");
        await author.Page.Locator("[name=summary]").FillAsync(Summary);
        await author.Page.Locator("[name='change.kind']").SelectOptionAsync("corrected");
        await author.Page.Locator("[name='change.reason']").FillAsync("The certificate of the election was read.");
        await LookAsync(author, scripts, "desk-edit");
        await author.Page.GetByText("Save into the draft").First.ClickAsync();
        Assert.Equal(Summary, await author.Page.Locator("[name=summary]").InputValueAsync());
        await author.Page.Locator("[role=alert] a").First.ClickAsync();
        Assert.Equal("from", await author.Page.Locator(":focus, :target").First.GetAttributeAsync("name"));
        await LookAsync(author, scripts, "desk-mistake");
    }

    private static async Task MendAsync(Visit author, bool scripts, string set)
    {
        await author.Page.Locator("[name=from]").FillAsync("2019-05-09");
        await author.Page.GetByText("Save into the draft").First.ClickAsync();
        Assert.Equal(set, new Uri(author.Page.Url).AbsolutePath);
        await author.Page.GetByText($"{Record} is in this draft.").WaitForAsync();
        await author.Page.GetByText("up to the day before 2019-05-09, the ").First.WaitForAsync();
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();
        await author.Page.GetByText("Waiting for a reviewer.").WaitForAsync();
        Assert.Equal(0, await author.Page.GetByRole(AriaRole.Button, new() { Name = "Approve what is shown above" }).CountAsync());
        await LookAsync(author, scripts, "desk-submitted");
    }

    private static async Task PublishAsync(Visit reviewer, bool scripts)
    {
        await reviewer.Page.GetByRole(AriaRole.Link, new() { Name = "Denver, read again" }).First.ClickAsync();
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Approve what is shown above" }).ClickAsync();
        await reviewer.Page.GetByText("Waiting to be published.").WaitForAsync();
        await LookAsync(reviewer, scripts, "desk-approved");
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await reviewer.Page.GetByText("published as revision 2").WaitForAsync();
        await LookAsync(reviewer, scripts, "desk-published");
    }

    [Fact]
    public async Task Whoever_signs_out_is_out_and_a_wrong_key_is_told_so()
    {
        await using var visit = await SignInAsync(looked, "Nora", true, "propose");
        await visit.Page.GetByText("Sign out").ClickAsync();
        await visit.GoAsync("/desk/queue");
        await visit.Page.GetByText("Sign in to the desk").First.WaitForAsync();

        await visit.Page.Locator("input[name=key]").FillAsync("lsk_nonsense");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await visit.Page.Locator("[role=alert]").WaitForAsync();
        await LookAsync(visit, true, "desk-refused");
        Assert.DoesNotContain(await visit.Page.Context.CookiesAsync(), cookie => cookie.Name == "desk");
    }

    private async Task<Visit> SignInAsync(Desk desk, string name, bool scripts, params string[] scopes)
    {
        var visit = await site.OpenAsync(window => (window.BaseURL, window.JavaScriptEnabled) = (desk.Address.AbsoluteUri, scripts));
        await visit.GoAsync("/desk");
        await visit.Page.Locator("input[name=key]").FillAsync(await desk.Database.KeyAsync(name, scopes));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await visit.Page.GetByText("Sign out").WaitForAsync();
        var cookie = Assert.Single(await visit.Page.Context.CookiesAsync(), each => each.Name == "desk");
        Assert.Equal((true, SameSiteAttribute.Strict, "/desk"), (cookie.HttpOnly, cookie.SameSite, cookie.Path));
        return visit;
    }

    // axe runs as a script of the page; without scripts it has been looked at with them.
    private static async Task LookAsync(Visit visit, bool scripts, string name)
    {
        var size = visit.Page.ViewportSize!;
        await visit.Page.SetViewportSizeAsync(320, 640);
        Assert.Equal(320, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await visit.Page.SetViewportSizeAsync(size.Width, size.Height);
        if (!scripts)
        {
            return;
        }

        var result = await visit.Page.RunAxe(AccessibilityTests.Everything);
        Assert.Equal("", string.Join('\n', result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{name} {rule.Id}: {node.Html} {rule.Help}"))));
        await visit.TakePicturesAsync(name, ColorScheme.Light);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await visit.Page.RunAxe(AccessibilityTests.Colours);
        Assert.Equal("", string.Join('\n', dark.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{name} in the dark {rule.Id}: {node.Html} {rule.Help}"))));
        await visit.TakePicturesAsync(name, ColorScheme.Dark);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await visit.Page.SetViewportSizeAsync(size.Width, size.Height);
    }

    private static async Task NothingRanAsync(Visit visit)
    {
        Assert.DoesNotContain(visit.Complaints, complaint => !complaint.StartsWith("console: Failed to load resource", StringComparison.Ordinal));
        Assert.False(await visit.Page.EvaluateAsync<bool>("'ran' in window"));
    }
}
