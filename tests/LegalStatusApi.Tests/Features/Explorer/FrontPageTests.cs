using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>What the front page gives to take along.</summary>
public sealed class FrontPageTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    [Theory]
    [InlineData("embed-live", "/embed/psilocybin?form=mushrooms&region=US")]
    [InlineData("embed-frozen", "/embed/psilocybin?form=mushrooms&region=US&on=2024-01-01&revision=1")]
    [InlineData("embed-picture", "/v1/maps/psilocybin.svg?form=mushrooms&region=US&on=2024-01-01&revision=1")]
    public async Task The_map_that_is_shown_can_be_put_into_another_page(string id, string address)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync("/?substance=psilocybin%2Fmushrooms&region=US&on=2024-01-01");

        var code = PagesOfApi.Parse(((IHtmlTextAreaElement)page.GetElementById(id)!).Value);
        var source = code.QuerySelector("iframe, img")!.GetAttribute("src")!;
        Assert.Matches(new Regex("^http://localhost/", RegexOptions.None, TimeSpan.FromSeconds(1)), source);
        Assert.Equal(address, source["http://localhost".Length..]);
        Assert.NotEqual("", code.QuerySelector("iframe[title], img[alt]")!.GetAttribute(id == "embed-picture" ? "alt" : "title"));
        using var shown = await api.SendAsync(address);
        Assert.Equal(200, (int)shown.StatusCode);
    }

    [Fact]
    public async Task Every_place_of_the_map_stands_in_the_list_too_under_the_same_status()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync("/?substance=ketamine&region=Europe");

        var listed = page.QuerySelectorAll("#by-status h3").SelectMany(heading => heading.NextElementSibling!.QuerySelectorAll("a"),
            (heading, link) => (Place: link.GetAttribute("href")!, Status: heading.QuerySelector(".badge")!.ClassList[1]["s-".Length..])).ToHashSet();
        var drawn = page.QuerySelectorAll("#map figure svg a").Select(link =>
            (Place: link.GetAttribute("href")!, Status: link.QuerySelector("[data-code]")!.ClassList[0])).ToHashSet();
        Assert.NotEmpty(drawn);
        Assert.Equal(drawn.Order(), listed.Order());
        Assert.NotNull(page.GetElementById(page.QuerySelector(".skip-map a")!.GetAttribute("href")!.TrimStart('#')));
    }
}
