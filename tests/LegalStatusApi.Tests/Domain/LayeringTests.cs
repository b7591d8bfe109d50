using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Domain;

public sealed class LayeringTests
{
    [Fact]
    public void The_layers_are_most_local_first_and_the_world_last()
    {
        var layers = GivenStack.Denver().LayersOn("2024-01-01");

        Assert.Equal(["US-CO-denver", "US-CO", "US", "UN"], layers.Select(layer => layer.Place.Code));
        Assert.Equal([true, true, true, false], layers.Select(layer => layer.Applies));
    }

    [Fact]
    public void The_world_comes_last_even_where_the_path_to_it_is_the_shortest()
    {
        var layers = new GivenStack("X-1").Place("X-1", "UN", "context").Place("X-1", "EU", "context").Place("X-1", "X")
            .Place("X", "EU", "context").Place("EU", "UN", "context").Place("UN").LayersOn("2024-01-01");

        Assert.Equal(["X-1", "X", "EU", "UN"], layers.Select(layer => layer.Place.Code));
    }

    [Theory]
    [InlineData("1997-06-30", "GB")]
    [InlineData("1997-07-01", "CN")]
    public void A_parent_counts_only_within_its_period(string day, string parent)
    {
        var layers = new GivenStack("HK").Place("HK", "GB", "context", to: "1997-07-01").Place("HK", "CN", "context", from: "1997-07-01")
            .Place("GB").Place("CN").LayersOn(day);

        Assert.Equal(["HK", parent], layers.Select(layer => layer.Place.Code));
    }

    [Fact]
    public void On_a_day_on_which_a_link_may_or_may_not_hold_it_is_followed() =>
        Assert.Equal(["HK", "GB", "CN"], new GivenStack("HK").Place("HK", "GB", to: "1997").Place("HK", "CN", from: "1997")
            .Place("GB").Place("CN").LayersOn("1997-06-30").Select(layer => layer.Place.Code));

    [Fact]
    public void A_parent_reached_by_two_paths_comes_once()
    {
        var layers = new GivenStack("X-1").Place("X-1", "X").Place("X-1", "Y").Place("X", "UN", "context").Place("Y", "UN", "context")
            .Place("UN").LayersOn("2024-01-01");

        Assert.Equal(["X-1", "X", "Y", "UN"], layers.Select(layer => layer.Place.Code));
    }

    [Fact]
    public void A_law_that_applies_by_one_path_applies_though_a_shorter_path_is_only_context()
    {
        var layers = new GivenStack("X-1").Place("X-1", "Z", "context").Place("X-1", "X").Place("X", "Z").Place("Z").LayersOn("2024-01-01");

        Assert.True(layers.Single(layer => layer.Place.Code == "Z").Applies);
    }

    [Fact]
    public void The_law_above_a_level_that_is_only_context_does_not_apply()
    {
        var layers = new GivenStack("JE").Place("JE", "GB", "context").Place("GB", "Z").Place("Z").LayersOn("2024-01-01");

        Assert.Equal([true, false, false], layers.Select(layer => layer.Applies));
    }

    [Theory]
    [InlineData("UN")]
    [InlineData("EU")]
    public void The_world_and_the_union_are_context_whatever_a_link_says(string above) =>
        Assert.False(new GivenStack("DE").Place("DE", above, "applies").Place(above).LayersOn("2024-01-01")[1].Applies);

    [Fact]
    public void Parents_that_go_in_a_circle_come_once_each() =>
        Assert.Equal(["X", "Y"], new GivenStack("X").Place("X", "Y").Place("Y", "X").LayersOn("2024-01-01").Select(layer => layer.Place.Code));

    [Fact]
    public void Every_level_says_what_it_says_of_each_form_it_speaks_of()
    {
        var layer = GivenStack.Denver().Record("US-CO-denver", "deprioritized", "mushrooms", from: "2019-05-16")
            .Record("US-CO-denver", "uncontrolled", "spores", from: "2030-01-01").LayersOn("2024-01-01")[0];

        Assert.Equal(["mushrooms deprioritized ", "spores  no_record_for_date"],
            layer.Forms.Select(each => $"{each.Form.Slug} {each.Finding.Record?.Status} {each.Finding.Reason}"));
        Assert.Equal("only_forms_recorded", layer.Finding.Reason);
    }

    [Fact]
    public void A_level_shows_the_leads_of_the_substance_and_of_the_form_asked_for()
    {
        var stack = GivenStack.Denver().Lead("US", "spores").Lead("US", "mushrooms").Lead("US");

        Assert.Equal(3, stack.LayersOn("2024-01-01")[2].Leads.Count);
        Assert.Equal(["mushrooms", null], stack.LayersOn("2024-01-01", GivenStack.Mushrooms)[2].Leads.Select(lead => lead.Form));
        Assert.Empty(stack.LayersOn("2024-01-01")[1].Leads);
    }

    [Theory]
    [InlineData("1980-07-15", null, true, "1980-07-14", "no")]
    [InlineData("1980-07-15", null, true, "1980-07-15", "yes")]
    [InlineData("1980", null, true, "1980-06-01", "unknown")]
    [InlineData("1980", "1990-01-01", true, "1990-01-01", "no")]
    [InlineData(null, null, true, "2024-01-01", "unknown")]
    [InlineData(null, null, false, "2024-01-01", "no")]
    public void The_treaties_bind_the_parties_on_the_day(string? from, string? to, bool party, string day, string binding)
    {
        var layers = new GivenStack("US").Place("US", "UN", "context").Place("UN").Party("US", from, to, party).LayersOn(day);

        Assert.Equal([null, binding], layers.Select(layer => layer.Binding));
    }

    [Fact]
    public void A_city_is_bound_by_what_the_country_above_it_joined() =>
        Assert.Equal("yes", GivenStack.Denver().Party("US", "1980-07-15").LayersOn("2024-01-01")[3].Binding);

    [Fact]
    public void A_territory_is_not_bound_by_what_a_country_joined_whose_law_is_only_context() =>
        Assert.Equal("unknown", new GivenStack("JE").Place("JE", "GB", "context").Place("GB", "UN", "context").Place("UN")
            .Party("GB", "1986-06-22").LayersOn("2024-01-01")[2].Binding);

    [Fact]
    public void Without_a_word_on_treaties_binding_is_unknown() =>
        Assert.Equal("unknown", GivenStack.Denver().LayersOn("2024-01-01")[3].Binding);

    [Fact]
    public void The_united_nations_are_not_said_to_bind_themselves() =>
        Assert.Null(new GivenStack("UN").Place("UN").LayersOn("2024-01-01")[0].Binding);
}
