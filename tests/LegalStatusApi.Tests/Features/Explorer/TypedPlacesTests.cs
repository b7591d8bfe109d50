using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>Forms take places by name as well as by code.</summary>
public sealed class TypedPlacesTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private const string Several = "'Georgia' is what several places are called: Georgia (GE), Georgia (US-GA). Name one by its code.";

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

    [Theory]
    [InlineData("/compare?substance=lsd&jurisdiction=Germany%2C")]
    [InlineData("/changes?jurisdiction=")]
    [InlineData("/pending?jurisdiction=")]
    [InlineData("/sources?jurisdiction=")]
    public async Task What_several_places_are_called_is_refused_in_the_same_words_everywhere_and_stays_to_be_mended(string path)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync($"{path}Georgia", 400);

        Assert.Contains(Several, page.TextOf("main"), StringComparison.Ordinal);
        Assert.EndsWith("Georgia", page.QuerySelector("#again [name=jurisdiction]")!.GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_about_what_several_places_are_called_is_refused_in_the_same_words()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("jurisdiction", "georgia"), KeyValuePair.Create("substance", "lsd"), KeyValuePair.Create("kind", "other"), KeyValuePair.Create("text", "So.")]);

        using var answer = await api.Client.PostAsync("/report", form, TestContext.Current.CancellationToken);
        var page = await answer.PageAsync(422);

        Assert.Contains(Several.Replace("Georgia'", "georgia'", StringComparison.Ordinal), page.TextOf("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("georgia", page.QuerySelector("main [name=jurisdiction]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_city_that_is_called_as_a_country_is_named_beside_it()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        Assert.Contains("Lebanon (LB), Lebanon (US-OR-lebanon)", (await api.PageAsync("/pending?jurisdiction=lebanon", 400)).TextOf("main"), StringComparison.Ordinal);
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
