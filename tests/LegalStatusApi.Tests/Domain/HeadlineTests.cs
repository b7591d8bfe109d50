using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Domain;

public sealed class HeadlineTests
{
    private const string Day = "2024-01-01";

    [Fact]
    public void The_most_local_level_that_speaks_heads_the_answer()
    {
        var headline = GivenStack.Denver().Record("US-CO-denver", "deprioritized").Record("US-CO", "supervised_program").Record("US")
            .AnswerOn(Day).Headline;

        Assert.Equal(("deprioritized", "certain", "US-CO-denver", false), Said(headline));
    }

    [Fact]
    public void A_silent_place_inherits_from_the_nearest_level_whose_law_applies_and_says_so()
    {
        var headline = GivenStack.Denver().Record("US-CO").Record("US", "medical_only").AnswerOn(Day).Headline;

        Assert.Equal(("prohibited", "certain", "US-CO", true), Said(headline));
    }

    [Theory]
    [InlineData("UN")]
    [InlineData("EU")]
    [InlineData("GB")]
    public void A_level_that_is_context_never_heads_the_answer(string above)
    {
        var headline = new GivenStack("JE").Place("JE", above, "context").Place(above).Record(above).AnswerOn(Day).Headline;

        Assert.Equal(("unknown", "unknown", "JE", false), Said(headline));
        Assert.Equal("not_researched", headline.Reason);
    }

    [Fact]
    public void The_united_nations_head_the_answer_about_themselves() =>
        Assert.Equal(("prohibited", "certain", "UN", false), Said(new GivenStack("UN").Place("UN").Record("UN").AnswerOn(Day).Headline));

    [Fact]
    public void Where_nobody_speaks_the_place_itself_is_not_researched()
    {
        var headline = GivenStack.Denver().AnswerOn(Day).Headline;

        Assert.Equal(("unknown", "unknown", "US-CO-denver", false), Said(headline));
        Assert.Equal("not_researched", headline.Reason);
    }

    [Fact]
    public void Where_nobody_speaks_the_level_that_knows_more_says_why()
    {
        var headline = GivenStack.Denver().Record("US", from: "2030-01-01").AnswerOn(Day).Headline;

        Assert.Equal(("unknown", "unknown", "US", true), Said(headline));
        Assert.Equal("no_record_for_date", headline.Reason);
    }

    [Fact]
    public void Where_there_is_only_an_open_question_the_reason_is_lead_only() =>
        Assert.Equal("lead_only", GivenStack.Denver().Lead("US-CO").AnswerOn(Day).Headline.Reason);

    [Fact]
    public void An_open_question_of_a_level_that_is_context_is_no_reason() =>
        Assert.Equal("not_researched", GivenStack.Denver().Lead("UN").AnswerOn(Day).Headline.Reason);

    [Fact]
    public void A_form_that_a_level_does_not_record_is_not_inherited_from_the_level_above()
    {
        var headline = new GivenStack("US-TX").Place("US-TX", "US").Place("US").Record("US-TX").Record("US", "uncontrolled", "spores")
            .AnswerOn(Day, GivenStack.Spores).Headline;

        Assert.Equal(("unknown", "unknown", "US-TX", false), Said(headline));
        Assert.Equal("form_not_recorded", headline.Reason);
    }

    [Fact]
    public void A_free_law_is_not_inherited_through_a_state_whose_own_law_is_not_on_record()
    {
        var headline = new GivenStack("US-TX").Place("US-TX", "US").Place("US").Record("US", "uncontrolled", "spores")
            .AnswerOn(Day, GivenStack.Spores).Headline;

        Assert.Equal(("unknown", "unknown", "US-TX", false), Said(headline));
        Assert.Equal("not_researched", headline.Reason);
        Assert.Null(headline.Strictest);
    }

    [Fact]
    public void An_unknown_beginning_makes_the_headline_unknown()
    {
        var headline = GivenStack.Denver().Record("US-CO", from: null).AnswerOn(Day).Headline;

        Assert.Equal(("unknown", "unknown", "US-CO", true), Said(headline));
        Assert.Equal("start_unknown", headline.Reason);
    }

    [Fact]
    public void Inside_an_uncertain_boundary_the_headline_is_either_and_guesses_no_status()
    {
        var headline = new GivenStack("DE").Place("DE").Record("DE", "uncontrolled", to: "2024").Record("DE", "prohibited", from: "2024")
            .AnswerOn("2024-06-01").Headline;

        Assert.Equal(("unknown", "either", "DE", false), Said(headline));
        Assert.Equal("boundary_uncertain", headline.Reason);
    }

    [Fact]
    public void Where_both_candidates_say_the_same_word_the_word_is_known_and_the_day_is_not()
    {
        var headline = new GivenStack("DE").Place("DE").Record("DE", to: "2024", schedule: "Anlage II").Record("DE", from: "2024", schedule: "Anlage I")
            .AnswerOn("2024-06-01").Headline;

        Assert.Equal(("prohibited", "either", "DE", false), Said(headline));
    }

    [Fact]
    public void One_candidate_alone_is_either_it_or_nothing_on_record()
    {
        var headline = new GivenStack("DE").Place("DE").Record("DE", from: "2024").AnswerOn("2024-06-01").Headline;

        Assert.Equal(("unknown", "either", "DE", false), Said(headline));
    }

    [Theory]
    [InlineData("unverified")]
    [InlineData("treaty")]
    public void A_lead_that_is_freer_than_medicines_law_heads_no_answer(string verification)
    {
        foreach (var status in new[] { "deprioritized", "decriminalized", "supervised_program", "uncontrolled", "legal" })
        {
            var answer = GivenStack.Denver().Record("US-CO-denver", status, verification: verification).Record("US").AnswerOn(Day);

            Assert.Equal(("unknown", "unknown", "US-CO-denver", false), Said(answer.Headline));
            Assert.Equal("lead_only", answer.Headline.Reason);
            Assert.Equal(status, answer.Layers[0].Finding.Record?.Status);
        }
    }

    [Theory]
    [InlineData("prohibited")]
    [InlineData("medical_only")]
    [InlineData("prescription_only")]
    [InlineData("unclear")]
    public void A_lead_that_is_no_freer_heads_the_answer(string status) =>
        Assert.Equal((status, "certain", "DE", false),
            Said(new GivenStack("DE").Place("DE").Record("DE", status, verification: "unverified").AnswerOn(Day).Headline));

    [Theory]
    [InlineData("primary")]
    [InlineData("secondary")]
    public void A_checked_record_heads_the_answer_however_free_it_is(string verification) =>
        Assert.Equal(("legal", "certain", "DE", false),
            Said(new GivenStack("DE").Place("DE").Record("DE", "legal", verification: verification).AnswerOn(Day).Headline));

    [Fact]
    public void Two_candidates_that_agree_but_may_not_be_relied_on_stay_unknown() =>
        Assert.Equal(("unknown", "either", "DE", false), Said(new GivenStack("DE").Place("DE")
            .Record("DE", "legal", to: "2024", verification: "unverified").Record("DE", "legal", from: "2024", verification: "unverified")
            .AnswerOn("2024-06-01").Headline));

    private static (string Status, string Certainty, string? From, bool Inherited) Said(Headline headline) =>
        (headline.Status, headline.Certainty, headline.Layer?.Place.Code, headline.Inherited);
}
