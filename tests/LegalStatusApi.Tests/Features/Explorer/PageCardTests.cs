using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>What a social network or a messenger shows of a link to a page.</summary>
public sealed class PageCardTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    [Theory]
    [InlineData("/", "/v1/maps/psilocybin.png", "Psilocybin in law: the world")]
    [InlineData("/?substance=psilocybin%2Fmushrooms&region=US&on=2024-01-01", "/v1/maps/psilocybin.png?form=mushrooms&region=US&on=2024-01-01", "Psilocybin mushrooms in law: United States")]
    [InlineData("/places/DE?on=2024-01-01&revision=1", "/v1/maps/psilocybin.png?region=Europe&on=2024-01-01&revision=1", "Psilocybin in law: Europe")]
    [InlineData("/places/US-CO-denver/psilocybin?form=mushrooms&on=2024-01-01&revision=1", "/v1/maps/psilocybin.png?region=US&form=mushrooms&on=2024-01-01&revision=1", "Psilocybin mushrooms in law: United States")]
    [InlineData("/places/JP/ketamine", "/v1/maps/ketamine.png", "Ketamine in law: the world")]
    [InlineData("/places/CA-BC/lsd?revision=1", "/v1/maps/lsd.png?region=CA&revision=1", "LSD in law: Canada")]
    public async Task A_link_is_shown_with_the_map_around_it_as_it_was_asked(string page, string card, string alt)
    {
        await using var api = await TestApi.StartAsync(database.Reader, builder => builder.Configuration["PublicUrl"] = "https://law.example");

        var head = (await api.PageAsync(page)).Head!;

        string? Said(string name) => head.QuerySelector($"meta[property='{name}'], meta[name='{name}']")?.GetAttribute("content");
        Assert.Equal($"https://law.example{card}", Said("og:image"));
        Assert.Equal(alt, Said("og:image:alt"));
        Assert.Equal("summary_large_image", Said("twitter:card"));
        using var shown = await api.SendAsync(card);
        Assert.Equal((200, Said("og:image:type")), ((int)shown.StatusCode, shown.Content.Headers.ContentType!.ToString()));
    }

    [Fact]
    public async Task Elsewhere_there_is_no_card()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        Assert.Null((await api.PageAsync("/about")).Head!.QuerySelector("meta[property='og:image'], meta[name='twitter:card']"));
    }
}
