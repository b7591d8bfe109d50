using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>Forms take places by name as well as by code.</summary>
public sealed class TypedPlacesTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    [Theory]
    [InlineData("Germany, New York;US-CO US-OR", "DE US-NY US-CO US-OR")]
    [InlineData("germany,NETHERLANDS", "DE NL")]
    [InlineData("de, us-co-denver", "DE US-CO-denver")]
    public async Task Places_are_compared_by_whatever_they_are_called(string typed, string codes)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync($"/compare?jurisdiction={Uri.EscapeDataString(typed)}&substance=lsd");

        Assert.Equal(codes, string.Join(' ', page.QuerySelectorAll("main table tbody th a").Select(link => link.GetAttribute("href")!["/places/".Length..])));
    }

    [Fact]
    public async Task A_name_of_two_places_is_asked_back()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync("/compare?jurisdiction=Germany%2CGeorgia&substance=lsd");

        Assert.Contains("'GE' or 'US-GA'", page.TextOf("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/changes")]
    [InlineData("/pending")]
    public async Task Lists_are_filtered_by_name_as_by_code(string path)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var byName = await api.PageAsync($"{path}?jurisdiction=Colorado");
        var byCode = await api.PageAsync($"{path}?jurisdiction=US-CO");

        Assert.NotEmpty(byCode.QuerySelectorAll("ol.events li"));
        Assert.Equal(byCode.QuerySelectorAll("ol.events li").Select(item => item.TextContent), byName.QuerySelectorAll("ol.events li").Select(item => item.TextContent));
        await api.PageAsync($"{path}?jurisdiction=Nowhere", 400);
    }
}
