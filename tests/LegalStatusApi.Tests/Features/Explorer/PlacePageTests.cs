using LegalStatusApi.Domain;
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
            compared.QuerySelectorAll("tbody th a").Select(place => place.TextContent.Trim()));
        Assert.Contains("Law on 2024-01-01", compared.QuerySelectorAll("h2").Select(heading => heading.TextContent));
    }

    [Theory]
    [InlineData("US-OR", "Oregon")]
    [InlineData("US-DE", "Delaware")]
    [InlineData("FR", "France")]
    public async Task No_place_is_its_own_neighbour(string code, string name)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var section = (await api.PageAsync($"/places/{code}")).QuerySelectorAll("section").Single(each => each.QuerySelector("h2")?.TextContent == "Neighbours");

        Assert.DoesNotContain(name, section.QuerySelectorAll("li").Select(item => item.TextContent.Trim()));
    }

    [Theory]
    [InlineData("/places/GE/psilocybin", "Psilocybin in Georgia")]
    [InlineData("/places/US-GA/psilocybin", "Psilocybin in Georgia (United States)")]
    [InlineData("/places/US-OR-lebanon/psilocybin", "Psilocybin in Lebanon (Oregon)")]
    public async Task A_place_whose_name_is_anothers_too_is_named_with_what_it_lies_in(string address, string heading)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync(address);

        Assert.Equal(heading, page.TextOf("h1"));
        Assert.Contains(heading["Psilocybin in ".Length..], page.TextOf("#say"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ban_on_licensed_businesses_is_told_as_no_more_than_that_beside_the_law_of_every_level()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var said = (await api.PageAsync("/places/US-OR-keizer/psilocybin")).TextOf("#say");

        Assert.Contains("licensed businesses with psilocybin; possession is left to the law above it.", said, StringComparison.Ordinal);
        Assert.Contains("The law of the United States, which also applies there, says: prohibited (Schedule I).", said, StringComparison.Ordinal);
        Assert.Contains("the law of Oregon provides for psilocybin through a licensed program", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/places/US-OR-keizer", "ul.glance li, section.substance .headline")]
    [InlineData("/places/US-OR-keizer/psilocybin", "p.headline, table.levels tr:first-child td")]
    [InlineData("/compare?jurisdiction=US-OR-keizer&substance=psilocybin", "td")]
    [InlineData("/?substance=psilocybin&region=US", "#by-status li")]
    public async Task A_ban_on_licensed_businesses_is_told_beside_its_status_wherever_that_stands(string address, string where)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync(address);

        Assert.Contains(page.QuerySelectorAll(where), each => each.TextContent.Contains("licensed businesses only", StringComparison.Ordinal));
        Assert.DoesNotContain("licensed businesses only", (await api.PageAsync("/places/US-CO-denver")).TextOf("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_ban_on_licensed_businesses_no_warning_is_lost_and_what_is_prohibited_above_is_told()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync("/places/US-OR-keizer/psilocybin");
        var compared = await api.PageAsync("/compare?jurisdiction=US-OR-keizer&substance=psilocybin");

        Assert.Contains("“decriminalized”", page.TextOf("main"), StringComparison.Ordinal);
        Assert.Contains("prohibited by the law of the United States (US)", compared.TextOf("td"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_names_of_states_are_told_apart_that_are_a_countrys_too() => Assert.Equal(
        Wording.Shared,
        await database.Owner.ListAsync<string>("""
            select distinct name from jurisdiction as state where upper_inf(recorded) and code like '__-%' and type not in ('county', 'municipality')
              and exists (select from jurisdiction as country where upper_inf(country.recorded) and country.name = state.name and length(country.code) = 2) order by name
            """));

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
