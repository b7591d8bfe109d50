using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Domain;

public sealed class StatusAnswerTests
{
    private const string Day = "2024-01-01";

    [Fact]
    public void A_form_whose_answer_is_another_is_named()
    {
        var answer = GivenStack.Denver().Record("US-CO", "supervised_program").Record("US-CO-denver", "deprioritized", "mushrooms").AnswerOn(Day);

        Assert.Equal(["mushrooms"], answer.Headline.DifferingForms!.Select(form => form.Slug));
    }

    [Fact]
    public void A_form_whose_own_record_says_the_same_word_does_not_differ() =>
        Assert.Empty(new GivenStack("DE").Place("DE").Record("DE").Record("DE", "prohibited", "mushrooms").AnswerOn(Day).Headline.DifferingForms!);

    [Fact]
    public void A_form_that_nobody_speaks_of_does_not_differ() =>
        Assert.Empty(new GivenStack("DE").Place("DE").Record("DE").AnswerOn(Day).Headline.DifferingForms!);

    [Fact]
    public void A_form_whose_boundary_is_uncertain_differs_from_what_is_certain_of_the_substance() =>
        Assert.Equal(["mushrooms"], new GivenStack("DE").Place("DE").Record("DE").Record("DE", "uncontrolled", "mushrooms", from: "2024")
            .AnswerOn("2024-06-01").Headline.DifferingForms!.Select(form => form.Slug));

    [Fact]
    public void Who_asks_for_a_form_is_told_of_no_other() =>
        Assert.Empty(new GivenStack("DE").Place("DE").Record("DE").Record("DE", "uncontrolled", "truffles")
            .AnswerOn(Day, GivenStack.Mushrooms).Headline.DifferingForms!);

    [Fact]
    public void The_strictest_level_that_applies_is_named()
    {
        var strictest = GivenStack.Denver().Record("US-CO-denver", "deprioritized").Record("US-CO", "supervised_program").Record("US")
            .Record("UN").AnswerOn(Day).Headline.Strictest;

        Assert.Equal("US", strictest?.Place.Code);
    }

    [Fact]
    public void Of_levels_equally_strict_the_most_local_is_named() =>
        Assert.Equal("US-CO", GivenStack.Denver().Record("US-CO").Record("US").AnswerOn(Day).Headline.Strictest?.Place.Code);

    [Fact]
    public void The_strictest_level_is_named_though_the_headline_is_unknown()
    {
        var headline = GivenStack.Denver().Record("US-CO-denver", "deprioritized", from: null).Record("US").AnswerOn(Day).Headline;

        Assert.Equal(("unknown", "US"), (headline.Status, headline.Strictest?.Place.Code));
    }

    [Fact]
    public void A_level_that_is_unclear_or_context_or_a_free_lead_is_not_the_strictest() =>
        Assert.Null(GivenStack.Denver().Record("US-CO-denver", "unclear").Record("US", "legal", verification: "unverified").Record("UN")
            .AnswerOn(Day).Headline.Strictest);

    [Fact]
    public void A_day_that_lies_ahead_is_projected() =>
        Assert.Equal("projected", new GivenStack("DE").Place("DE").Record("DE").AnswerOn(Day, isFuture: true).Headline.Certainty);

    [Fact]
    public void A_day_that_lies_ahead_inside_an_uncertain_boundary_stays_either() =>
        Assert.Equal("either", new GivenStack("DE").Place("DE").Record("DE", from: "2024").AnswerOn(Day, isFuture: true).Headline.Certainty);

    [Theory]
    [InlineData("2024-01-01", "certain")]
    [InlineData("2024-01-31", "certain")]
    [InlineData("2024-02-01", "unsettled")]
    public void An_answer_is_unsettled_after_the_last_day_by_which_a_change_was_due(string day, string certainty)
    {
        var answer = GivenStack.Denver().Record("US-CO").Pending("US", "2024-01").AnswerOn(day);

        Assert.Equal(certainty, answer.Headline.Certainty);
        Assert.Single(answer.Pending);
    }

    [Fact]
    public void A_change_without_a_day_unsettles_nothing() =>
        Assert.Equal("certain", GivenStack.Denver().Record("US-CO").Pending("US-CO", null).AnswerOn(Day).Headline.Certainty);

    [Fact]
    public void A_change_at_a_level_that_is_context_unsettles_nothing() =>
        Assert.Equal("certain", GivenStack.Denver().Record("US-CO").Pending("UN", "2020-01-01").AnswerOn(Day).Headline.Certainty);

    [Fact]
    public void A_change_of_another_form_is_not_named_to_who_asks_for_one()
    {
        var stack = new GivenStack("DE").Place("DE").Record("DE").Pending("DE", "2020-01-01", "truffles");

        Assert.Empty(stack.AnswerOn(Day, GivenStack.Mushrooms).Pending);
        Assert.Equal("certain", stack.AnswerOn(Day, GivenStack.Mushrooms).Headline.Certainty);
        Assert.Single(stack.AnswerOn(Day).Pending);
    }

    [Fact]
    public void An_unknown_answer_is_not_made_surer_by_a_change_that_was_due() =>
        Assert.Equal("unknown", GivenStack.Denver().Pending("US", "2020-01-01").AnswerOn(Day).Headline.Certainty);
}
