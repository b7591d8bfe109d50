using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Domain;

public sealed class LayeringOfFormsTests
{
    private const string Day = "2024-01-01";

    [Fact]
    public void A_record_of_the_form_wins_over_the_record_of_the_substance()
    {
        var layer = Level(GivenStack.Mushrooms, stack => stack.Record("DE", "prohibited").Record("DE", "uncontrolled", "mushrooms"));

        Assert.Equal(("uncontrolled", false), (layer.Finding.Record?.Status, layer.FromSubstance));
    }

    [Fact]
    public void A_form_that_falls_back_takes_the_record_of_the_substance_and_says_so()
    {
        var layer = Level(GivenStack.Mushrooms, stack => stack.Record("DE", "prohibited"));

        Assert.Equal(("prohibited", true), (layer.Finding.Record?.Status, layer.FromSubstance));
    }

    [Fact]
    public void A_form_that_does_not_fall_back_is_not_recorded_where_only_the_substance_is()
    {
        var layer = Level(GivenStack.Spores, stack => stack.Record("DE", "prohibited"));

        Assert.Equal(("unknown", "form_not_recorded", false), (layer.Finding.Certainty, layer.Finding.Reason, layer.FromSubstance));
        Assert.False(layer.Finding.Speaks);
    }

    [Fact]
    public void A_form_that_does_not_fall_back_is_not_recorded_on_any_date_where_only_the_substance_is() =>
        Assert.Equal("form_not_recorded", Level(GivenStack.Spores, stack => stack.Record("DE", from: "2030-01-01")).Finding.Reason);

    [Fact]
    public void A_form_that_does_not_fall_back_is_not_researched_where_the_place_says_nothing_at_all() =>
        Assert.Equal("not_researched", Level(GivenStack.Spores, stack => stack).Finding.Reason);

    [Fact]
    public void A_form_with_records_of_its_own_for_other_dates_says_so()
    {
        var finding = Level(GivenStack.Spores, stack => stack.Record("DE").Record("DE", "uncontrolled", "spores", from: "2030-01-01")).Finding;

        Assert.Equal("no_record_for_date", finding.Reason);
        Assert.Equal("uncontrolled", finding.After?.Status);
    }

    [Fact]
    public void A_candidate_of_the_form_does_not_displace_what_is_certain_of_the_substance()
    {
        var layer = Level(GivenStack.Mushrooms, stack => stack.Record("DE", "prohibited").Record("DE", "uncontrolled", "mushrooms", from: null));

        Assert.Equal(("certain", "prohibited", true), (layer.Finding.Certainty, layer.Finding.Record?.Status, layer.FromSubstance));
    }

    [Fact]
    public void A_candidate_of_the_form_speaks_where_nothing_is_certain_of_the_substance()
    {
        var layer = Level(GivenStack.Mushrooms, stack => stack.Record("DE", "prohibited", from: null).Record("DE", "uncontrolled", "mushrooms", from: null));

        Assert.Equal(("start_unknown", false), (layer.Finding.Reason, layer.FromSubstance));
        Assert.Equal("mushrooms", Assert.Single(layer.Finding.Candidates).Form);
    }

    [Fact]
    public void After_the_form_s_own_record_has_ended_what_is_said_of_the_substance_counts_again()
    {
        var layer = Level(GivenStack.Mushrooms, stack => stack.Record("DE", "prohibited").Record("DE", "uncontrolled", "mushrooms", "2001-01-01", "2008-12-01"));

        Assert.Equal(("prohibited", true), (layer.Finding.Record?.Status, layer.FromSubstance));
    }

    [Fact]
    public void An_uncertain_boundary_of_the_form_is_either_though_the_substance_is_certain()
    {
        var layer = Level(GivenStack.Mushrooms, stack => stack.Record("DE", "prohibited").Record("DE", "uncontrolled", "mushrooms", from: "2024"));

        Assert.Equal(("either", false), (layer.Finding.Certainty, layer.FromSubstance));
    }

    [Fact]
    public void A_form_that_falls_back_shares_the_gap_of_the_substance()
    {
        var layer = Level(GivenStack.Mushrooms, stack => stack.Record("DE", from: "2030-01-01"));

        Assert.Equal(("no_record_for_date", true), (layer.Finding.Reason, layer.FromSubstance));
        Assert.NotNull(layer.Finding.After);
    }

    [Fact]
    public void The_substance_does_not_take_the_record_of_a_form() =>
        Assert.Equal("only_forms_recorded", Level(null, stack => stack.Record("DE", "uncontrolled", "mushrooms")).Finding.Reason);

    private static Layer Level(Form? form, Func<GivenStack, GivenStack> given) => given(new GivenStack("DE").Place("DE")).LayersOn(Day, form)[0];
}
