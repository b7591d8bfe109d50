using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>A refusal keeps what was asked, and leads on.</summary>
public sealed class ProblemPageTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    [Theory]
    [InlineData("/places/US-CO?on=yesterday&revision=1", "on=yesterday|revision=1")]
    [InlineData("/places/US-CO/lsd?on=01.02.2024", "form=|on=01.02.2024|revision=")]
    [InlineData("/compare?jurisdiction=Germany,Atlantis&substance=lsd&on=2024-13-01", "jurisdiction=Germany,Atlantis|substance=lsd|on=2024-13-01|on2=|revision=")]
    [InlineData("/compare?jurisdiction=Atlantis,Lemuria&substance=lsd", "jurisdiction=Atlantis,Lemuria|substance=lsd|on=|on2=|revision=")]
    [InlineData("/pending?jurisdiction=%22%3E%3Cb%3E&substance=lsd", "jurisdiction=\"><b>|substance=lsd")]
    public async Task What_was_asked_stands_in_a_form_to_be_mended(string address, string stands)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        using var answer = await api.SendAsync(address);
        var page = await answer.PageAsync((int)answer.StatusCode);

        Assert.InRange((int)answer.StatusCode, 400, 404);
        Assert.Equal(address.Split('?')[0], page.QuerySelector("#again")!.GetAttribute("action"));
        Assert.Equal(stands, string.Join('|', page.QuerySelectorAll("#again input").Select(input => $"{input.GetAttribute("name")}={input.GetAttribute("value")}")));
    }

    [Fact]
    public async Task What_may_have_been_meant_is_asked_once()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync("/places/US-ZZ", 404);

        Assert.Equal("No jurisdiction 'US-ZZ'. See /v1/jurisdictions.", page.TextOf("main .lead"));
        Assert.Single(page.QuerySelectorAll("main p"), each => each.TextContent.Contains("Did you mean", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/places/US-CO?on=yesterday", "'yesterday' is not a day")]
    [InlineData("/places/US-CO?revision=99", "99")]
    [InlineData("/places/US-CO/lsd?form=truffles", "truffles")]
    public async Task A_mistake_is_said_once(string address, string said)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync(address, 400);

        Assert.Single(page.QuerySelectorAll("main p, main dd"), each => each.TextContent.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/places/Atlantis/lsd?on=2024-01-01", "lsd Atlantis")]
    [InlineData("/places/Atlantis", "Atlantis")]
    [InlineData("/search?q=x", "x")]
    [InlineData("/places/DE/cocaine", "cocaine DE")]
    public async Task What_was_asked_stands_in_the_search_too(string address, string searched)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        using var answer = await api.SendAsync(address);
        var page = await answer.PageAsync((int)answer.StatusCode);

        Assert.Equal(searched, page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task What_may_have_been_meant_is_named_and_leads_to_the_same_question()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync("/places/US-KO/lsd?on=2024-01-01", 404);

        var link = page.QuerySelectorAll("main ul a").Single(each => each.TextContent == "Colorado");
        Assert.Equal("/places/US-CO/lsd?on=2024-01-01", link.GetAttribute("href"));
        Assert.Contains("US-CO", link.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Law on 2024-01-01", "Law on " + (await api.PageAsync(link.GetAttribute("href")!)).QuerySelector("#on")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_comparison_of_nothing_that_is_known_is_refused_and_one_of_something_is_not()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync("/compare?jurisdiction=XX,US-ZZ&substance=lsd", 404);

        Assert.Contains("No jurisdiction 'XX'", page.TextOf("main"), StringComparison.Ordinal);
        Assert.Contains("No jurisdiction 'US-ZZ'", page.TextOf("main"), StringComparison.Ordinal);
        Assert.Contains("No jurisdiction 'XX'", (await api.PageAsync("/compare?jurisdiction=XX,DE&substance=lsd")).TextOf("main"), StringComparison.Ordinal);
    }
}
