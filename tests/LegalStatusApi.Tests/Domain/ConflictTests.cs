using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Domain;

public sealed class ConflictTests
{
    private const string Day = "2024-01-01";

    [Fact]
    public void Levels_above_that_are_stricter_or_freer_are_named_activity_by_activity()
    {
        var answer = GivenStack.Denver()
            .Record("US-CO-denver", "deprioritized", activities: [("possession", "low_priority"), ("cultivation", "low_priority")])
            .Record("US-CO", "supervised_program", activities: [("possession", "permitted"), ("supply", "criminal_offense")])
            .Record("US", activities: [("possession", "criminal_offense"), ("research", "license")])
            .AnswerOn(Day);

        Assert.Equal(["freer_above US-CO possession", "stricter_above US possession"], Said(answer));
    }

    [Fact]
    public void Where_no_activity_is_recorded_by_both_the_statuses_are_compared()
    {
        var answer = GivenStack.Denver().Record("US-CO", "decriminalized", activities: [("possession", "civil_offense")])
            .Record("US", activities: [("supply", "criminal_offense")]).AnswerOn(Day);

        Assert.Equal(["stricter_above US "], Said(answer));
    }

    [Fact]
    public void Where_both_record_an_activity_alike_the_statuses_are_not_compared() =>
        Assert.Empty(GivenStack.Denver().Record("US-CO", "medical_only", activities: [("possession", "criminal_offense")])
            .Record("US", activities: [("possession", "criminal_offense")]).AnswerOn(Day).Conflicts);

    [Fact]
    public void One_level_may_be_stricter_in_one_thing_and_freer_in_another()
    {
        var answer = GivenStack.Denver()
            .Record("US-CO", activities: [("possession", "criminal_offense"), ("medicalUse", "permitted"), ("supply", "permitted")])
            .Record("US", activities: [("possession", "civil_offense"), ("medicalUse", "criminal_offense"), ("supply", "license")])
            .AnswerOn(Day);

        Assert.Equal(["stricter_above US supply,medicalUse", "freer_above US possession"], Said(answer));
    }

    [Fact]
    public void A_level_whose_law_does_not_apply_is_never_in_conflict() =>
        Assert.Empty(new GivenStack("DE").Place("DE", "UN", "context").Place("UN").Record("DE", "legal").Record("UN").AnswerOn(Day).Conflicts);

    [Fact]
    public void A_lead_that_may_not_be_relied_on_is_never_in_conflict() =>
        Assert.Empty(GivenStack.Denver().Record("US-CO").Record("US", "legal", verification: "unverified").AnswerOn(Day).Conflicts);

    [Theory]
    [InlineData("unclear", "prohibited")]
    [InlineData("prohibited", "unclear")]
    public void What_is_unclear_is_not_ranked(string ours, string theirs) =>
        Assert.Empty(GivenStack.Denver().Record("US-CO", ours).Record("US", theirs).AnswerOn(Day).Conflicts);

    [Fact]
    public void An_unknown_headline_is_in_conflict_with_nothing() =>
        Assert.Empty(GivenStack.Denver().Record("US-CO", "decriminalized", from: null).Record("US").AnswerOn(Day).Conflicts);

    [Fact]
    public void A_level_above_that_is_only_a_candidate_is_not_compared() =>
        Assert.Empty(GivenStack.Denver().Record("US-CO", "decriminalized").Record("US", from: null).AnswerOn(Day).Conflicts);

    private static IEnumerable<string> Said(StatusAnswer answer) => answer.Conflicts.Select(conflict =>
        $"{conflict.Kind} {conflict.Level.Place.Code} {string.Join(',', conflict.Activities)}");
}
