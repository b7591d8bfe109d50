using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>One address for each page, and a page that helps for every other.</summary>
public sealed class AddressesTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    [Theory]
    [InlineData("/places/us-co", "/places/US-CO")]
    [InlineData("/places/us-co?on=2024-01-01", "/places/US-CO?on=2024-01-01")]
    [InlineData("/places/US-co-Denver/LSD?on=2024-01-01", "/places/US-CO-denver/lsd?on=2024-01-01")]
    [InlineData("/places/DE/50-37-3", "/places/DE/lsd")]
    [InlineData("/places/DE/ketamina?on=2024-01-01&revision=1", "/places/DE/ketamine?on=2024-01-01&revision=1")]
    [InlineData("/substances/LSD", "/substances/lsd")]
    [InlineData("/substances/50-37-3", "/substances/lsd")]
    [InlineData("/sources/DE-BTMG", "/sources/de-btmg")]
    [InlineData("/revisions/01/diff?from=0", "/revisions/1/diff?from=0")]
    public async Task Another_spelling_leads_to_the_one_address(string typed, string address)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        using var answer = await api.SendAsync(typed);

        Assert.Equal(address, answer.To()?.OriginalString);
        await api.PageAsync(address);
    }

    [Theory]
    [InlineData("/places/US-CX", "US-C")]
    [InlineData("/places/US-CO-denwer", "US-CO-denver")]
    [InlineData("/places/US-CO-denwer/lsd", "US-CO-denver")]
    public async Task A_place_that_is_not_there_is_answered_by_a_page_with_links_to_those_like_it(string address, string like)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync(address, 404);

        var links = page.QuerySelectorAll("main ul a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Contains(links, link => link.StartsWith($"/places/{like}", StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
        await api.PageAsync(links[0]);
    }

    [Theory]
    [InlineData("/places/DE/heroin")]
    [InlineData("/substances/heroin")]
    [InlineData("/sources/de-btmq")]
    [InlineData("/problems/no-such-problem")]
    [InlineData("/revisions/99/diff")]
    public async Task What_is_not_there_is_answered_by_a_page_that_names_it(string address)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync(address, 404);

        Assert.NotEqual("", page.TextOf("h1"));
        Assert.NotEqual("", page.TextOf("main .lead"));
        Assert.NotNull(page.QuerySelector("main a[href='/places']"));
    }

    [Theory]
    [InlineData("/places/DE?revision=99")]
    [InlineData("/places/DE/lsd?revision=99")]
    [InlineData("/compare?jurisdiction=DE&revision=99")]
    public async Task A_revision_that_is_not_there_is_named_as_the_API_does(string address)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        Assert.Contains("There is no revision 99.", (await api.PageAsync(address, 400)).TextOf("main dl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_is_named_on_one_page()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync("/places/DE/lsd?on=yesterday&revision=-1&colour=red", 400);

        Assert.Equal(["colour", "on", "revision"], page.QuerySelectorAll("main dt").Select(each => each.TextContent).Order(StringComparer.Ordinal));
        Assert.All(page.QuerySelectorAll("main dd"), detail => Assert.NotEqual("", detail.TextContent.Trim()));
    }

    [Theory]
    [InlineData("/places/DE?on=&revision=", "/places/DE")]
    [InlineData("/places/DE/lsd?on=&form=&revision=", "/places/DE/lsd")]
    [InlineData("/compare?jurisdiction=&substance=&on=&on2=", "/compare")]
    [InlineData("/changes?kind=&jurisdiction=&substance=", "/changes")]
    [InlineData("/pending?jurisdiction=&substance=", "/pending")]
    [InlineData("/sources?jurisdiction=&type=", "/sources")]
    [InlineData("/?substance=&region=&on=", "/")]
    [InlineData("/report?about=", "/report")]
    public async Task Fields_that_were_left_empty_are_no_mistake(string sent, string same)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        Assert.Equal((await api.PageAsync(same)).WordsOf(), (await api.PageAsync(sent)).WordsOf());
    }

    [Fact]
    public async Task A_parameter_that_a_page_does_not_know_is_refused_on_every_page()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        foreach (var address in PagesOfApi.Addresses)
        {
            var page = await api.PageAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "colour=red", 400);

            Assert.Contains("colour", page.QuerySelectorAll("main dt").Select(each => each.TextContent));
        }
    }

    [Fact]
    public async Task Every_link_of_a_page_leads_somewhere()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in PagesOfApi.Addresses.Concat(["/places/US-CO-denver?on=2020-01-01", "/places/US-CO-denver/psilocybin?form=mushrooms&on=2020-01-01&revision=1", "/search?q=ketamine+in+georgia"]))
        {
            var page = await api.PageAsync(address);
            Assert.DoesNotContain(page.QuerySelectorAll("a[href]"), link => link.GetAttribute("href") == "");
            // Of long lists a few will do.
            links.UnionWith(page.QuerySelectorAll("a[href^='/'], link[rel=alternate]").Select(link => link.GetAttribute("href")!).Where(link => !link.StartsWith("/places/", StringComparison.Ordinal) || link.Contains('?', StringComparison.Ordinal)).Take(60));
            Assert.All(page.QuerySelectorAll("a[href^='#'], a[href^='/#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")!.Split('#')[1])));
        }

        var broken = new List<string>();
        foreach (var link in links.Where(link => link is not ("/v1/export.ndjson" or "/swagger")))
        {
            using var answer = await api.SendAsync(link);
            if ((int)answer.StatusCode >= 300)
            {
                broken.Add($"{link}: {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(broken);
    }
}
