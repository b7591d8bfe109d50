using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>Where a place leads on to.</summary>
public sealed class PlacePageTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    [Fact]
    public async Task A_place_leads_to_its_neighbours_and_to_a_comparison_with_them_on_the_same_day()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync("/places/US-CO?on=2024-01-01");

        var section = page.QuerySelectorAll("section").Single(each => each.QuerySelector("h2")?.TextContent == "Neighbours");
        Assert.Equal(["Kansas", "Nebraska", "New Mexico", "Oklahoma", "Utah", "Wyoming"], section.QuerySelectorAll("li").Select(item => item.TextContent.Trim()));
        Assert.Contains("/places/US-NM?on=2024-01-01", section.QuerySelectorAll("li a").Select(link => link.GetAttribute("href")));
        var compared = await api.PageAsync(section.QuerySelector("p a")!.GetAttribute("href")!);
        Assert.Equal(["Colorado", "Kansas", "Nebraska", "New Mexico", "Oklahoma", "Utah", "Wyoming"],
            compared.QuerySelectorAll("tbody th").Select(place => place.TextContent.Trim()));
        Assert.Contains("Law on 2024-01-01", compared.QuerySelectorAll("h2").Select(heading => heading.TextContent));
    }

    [Fact]
    public async Task An_island_and_a_city_have_no_neighbours()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        foreach (var place in new[] { "IS", "US-CO-denver" })
        {
            Assert.DoesNotContain("Neighbours", (await api.PageAsync($"/places/{place}")).QuerySelectorAll("h2").Select(heading => heading.TextContent));
        }
    }

    [Fact]
    public async Task The_periods_of_a_form_are_those_of_the_form_and_of_what_counts_for_it()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var ofForm = (await api.PageAsync("/places/US/psilocybin?form=mushrooms")).QuerySelectorAll("svg.bars").Select(bars => bars.GetAttribute("aria-label")!).ToList();
        var ofAll = (await api.PageAsync("/places/US/psilocybin")).QuerySelectorAll("svg.bars").Select(bars => bars.GetAttribute("aria-label")!).ToList();

        Assert.Contains(ofForm, label => label.Contains("mushrooms", StringComparison.Ordinal));
        Assert.DoesNotContain(ofForm, label => label.Contains("truffles", StringComparison.Ordinal) || label.Contains("spores", StringComparison.Ordinal));
        Assert.Contains(ofAll, label => label.Contains("truffles", StringComparison.Ordinal));
    }
}
