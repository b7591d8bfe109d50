using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Desk;

/// <summary>Every route of the desk for every kind of key, and for a form that is not the desk's own.</summary>
[Fault(24)]
public sealed class DeskRouteTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Every_route_takes_only_the_keys_that_the_table_names()
    {
        await using var api = await StartAsync();
        Assert.Equal(DeskRoutes.Needed.Keys.Order(StringComparer.Ordinal),
            api.Routes.Where(route => route.Contains(" /desk", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        var wrong = new List<string>();
        foreach (var role in new[] { "no key", "propose", "review", "publish", "admin" })
        {
            var browser = role == "no key" ? await new DeskBrowser(api).GetAsync("/desk") : await DeskBrowser.SignInAsync(api, database, $"Only {role}", role);
            var token = browser.Token;
            foreach (var (route, needed) in DeskRoutes.Needed.Where(each => !each.Key.Contains("/sign-", StringComparison.Ordinal)))
            {
                var expected = needed == DeskRoutes.Nobody ? 0 : role == "no key" ? 401 : needed == DeskRoutes.AnyKey || needed.Split(' ').Contains(role) ? 0 : 403;
                await (route.StartsWith("GET", StringComparison.Ordinal) ? browser.GetAsync(DeskRoutes.AddressOf(route)) : browser.PostAsync(DeskRoutes.AddressOf(route), ("token", token)));
                if ((browser.Status is 401 or 403 ? browser.Status : 0) != expected || browser.Status >= 500 || browser.Page.QuerySelector("h1") is null)
                {
                    wrong.Add($"{route} with {role}: {browser.Status}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task What_a_key_may_not_do_is_told_on_a_page_and_stands_in_the_audit()
    {
        await using var api = await StartAsync();
        var browser = await DeskBrowser.SignInAsync(api, database, "Paula", "publish");

        (await browser.GetAsync("/desk/changesets/new")).Expect(403);

        Assert.Contains("does not have the scope", browser.Text, StringComparison.Ordinal);
        Assert.Equal(["refused: 403 GET /desk/changesets/new"], await database.Owner.ListAsync<string>(
            "select action || ' ' || subject from audit join maintainer on maintainer.id = audit.maintainer where name = 'Paula'"));
    }

    [Fact]
    public async Task No_page_of_the_desk_is_kept_listed_or_read_by_another_site()
    {
        await using var api = await StartAsync();
        var browser = await DeskBrowser.SignInAsync(api, database, "Nora", "propose", "review");
        browser.Headers["Origin"] = "http://localhost";
        foreach (var route in DeskRoutes.Needed.Keys.Where(route => route.StartsWith("GET", StringComparison.Ordinal)))
        {
            await browser.GetAsync(DeskRoutes.AddressOf(route));
            var headers = browser.Answer.Headers;
            Assert.True(headers.CacheControl?.NoStore, route);
            Assert.Equal(browser.Status == 401, headers.WwwAuthenticate.Count > 0);
            Assert.False(headers.Contains("Access-Control-Allow-Origin"), route);
            Assert.Equal("noindex", Assert.Single(headers.GetValues("X-Robots-Tag")));
            Assert.Contains("frame-ancestors 'none'", Assert.Single(headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Empty(browser.Page.QuerySelectorAll("script:not([src]), style, [style], [onclick], [onload]"));
            Assert.NotNull(browser.Page.QuerySelector("meta[name=robots][content=noindex]"));
        }
    }

    [Fact]
    public async Task A_form_that_is_not_the_desks_own_is_refused_with_a_page_and_changes_nothing()
    {
        await using var api = await StartAsync();
        var browser = await DeskBrowser.SignInAsync(api, database, "Tom", "propose", "review", "publish");
        var own = browser.Token;
        var strange = (await new DeskBrowser(api).GetAsync("/desk")).Token;
        var audited = await database.Owner.AskAsync<long>("select count(*) from audit");
        (string Name, string Value)[] form = [("title", "One"), ("reason", "So."), ("how", "So."), ("record", "DE/lsd-1"), ("hash", "00")];
        foreach (var route in DeskRoutes.Needed.Keys.Where(route => route.StartsWith("POST", StringComparison.Ordinal)))
        {
            var address = DeskRoutes.AddressOf(route);
            foreach (var token in new[] { "", "nonsense", strange, own[..^2] })
            {
                (await browser.PostAsync(address, [.. form, ("token", token)])).Expect(403);
                Assert.Contains("Nothing was changed", browser.Text, StringComparison.Ordinal);
            }

            foreach (var (header, value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://elsewhere.example"), ("Origin", "null") })
            {
                browser.Headers[header] = value;
                (await browser.PostAsync(address, [.. form, ("token", own)])).Expect(403);
                Assert.Contains("another site", browser.Text, StringComparison.Ordinal);
                browser.Headers.Clear();
            }
        }

        Assert.Equal(0, await database.Owner.AskAsync<long>("select count(*) from changeset"));
        Assert.Equal(audited, await database.Owner.AskAsync<long>("select count(*) from audit"));
        browser.Headers["Sec-Fetch-Site"] = "same-origin";
        browser.Headers["Origin"] = "null";
        await browser.GetAsync("/desk/changesets/new");
        (await browser.SendAsync("/desk/changesets/new", ("title", "One"), ("reason", "So."))).Expect(200);
        Assert.Equal(1, await database.Owner.AskAsync<long>("select count(*) from changeset"));
    }

    private async Task<TestApi> StartAsync()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "2000-01-01").Rows);
        return await TestApi.StartAsync(database.Reader, writer: database.Writer);
    }
}
