using System.Text.RegularExpressions;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Domain;

public sealed class WordingTests
{
    private static readonly string[] Forbidden = ["safe", "safely", "allowed", "you may", "you can"];

    public static TheoryData<string> Statuses => [.. Vocabulary.Status.Terms.Select(term => term.Value).Where(status => status != "unknown")];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void No_sentence_says_what_nobody_may_promise(string status)
    {
        foreach (var verification in new[] { "primary", "secondary", "treaty", "unverified" })
        {
            foreach (var (from, day, isFuture) in new[] { ("2000-01-01", "2024-01-01", false), ("2000-01-01", "2024-01-01", true), ("2024", "2024-06-01", false), ("2030-01-01", "2024-01-01", false) })
            {
                var answer = GivenStack.Denver().Record("US-CO-denver", status, from: from, verification: verification, schedule: "Schedule I")
                    .Record("US").Record("US-CO-denver", "uncontrolled", "mushrooms").Pending("US", "2020-01-01").AnswerOn(day, isFuture: isFuture);
                var say = Wording.Of(answer).Say;

                Assert.DoesNotContain(Forbidden, word => SaysWord(say, word));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public void A_sentence_uses_none_of_the_words_it_warns_of(string status)
    {
        var wording = Wording.Of(new GivenStack("DE").Place("DE").Record("DE", status, schedule: "Anlage I").AnswerOn("2024-01-01"));

        Assert.NotEmpty(wording.Avoid);
        Assert.DoesNotContain(wording.Avoid, word => SaysWord(wording.Say, word));
        Assert.Equal(Vocabulary.Status[status].Avoid, wording.Avoid);
    }

    [Theory]
    [InlineData("treaty", true)]
    [InlineData("unverified", true)]
    [InlineData("primary", false)]
    [InlineData("secondary", false)]
    public void What_was_not_checked_opens_with_that(string verification, bool opens) =>
        Assert.Equal(opens, Wording.Of(new GivenStack("DE").Place("DE").Record("DE", verification: verification).AnswerOn("2024-01-01"))
            .Say.StartsWith("Not checked in the law itself:", StringComparison.Ordinal));

    [Theory]
    [InlineData("decriminalized", "permitted", "does not make possession of psilocybin for personal use a crime")]
    [InlineData("decriminalized", "civil_offense", "unlawful, but not as a crime")]
    [InlineData("supervised_program", "permitted", "does not punish personal possession within its conditions")]
    [InlineData("supervised_program", "criminal_offense", "outside it, drug law applies")]
    [InlineData("uncontrolled", "unregulated", "are reported not to name psilocybin")]
    public void The_sentence_says_no_more_than_the_record(string status, string possession, string says) =>
        Assert.Contains(says, Wording.Of(new GivenStack("DE").Place("DE")
            .Record("DE", status, activities: [("possession", possession)]).AnswerOn("2024-01-01")).Say, StringComparison.Ordinal);

    [Theory]
    [InlineData("secondary", "As of 1 January 2024, medicines law alone governs psilocybin in Place DE.")]
    [InlineData("unverified", "Not checked in the law itself: As of 1 January 2024, medicines law governs psilocybin in Place DE; whether a list of controlled drugs names it too was not checked.")]
    public void Only_a_list_that_was_read_is_said_not_to_name_a_medicine(string verification, string says) =>
        Assert.Equal(says, Wording.Of(new GivenStack("DE").Place("DE").Record("DE", "prescription_only", verification: verification).AnswerOn("2024-01-01")).Say);

    [Theory]
    [InlineData("UN")]
    [InlineData("EU")]
    public void Treaties_and_the_union_oblige_states_and_prohibit_nobody(string code) =>
        Assert.DoesNotContain("prohibits", Wording.Of(new GivenStack(code).Place(code).Record(code).AnswerOn("2024-01-01")).Say, StringComparison.Ordinal);

    [Fact]
    public void A_freer_law_above_is_told() =>
        Assert.Contains("Freer is a law above it, which applies there too: the law of Place US-CO provides for psilocybin through a licensed program, and does not punish",
            Wording.Of(GivenStack.Denver().Record("US-CO-denver", "deprioritized", activities: [("possession", "low_priority")])
                .Record("US-CO", "supervised_program", activities: [("possession", "permitted")]).AnswerOn("2024-01-01")).Say, StringComparison.Ordinal);

    [Fact]
    public void A_freer_law_above_that_was_not_checked_is_told_as_such() =>
        Assert.Contains("Not checked in the law itself: Freer is a law above it, which applies there too: the law of Place US controls psilocybin",
            Wording.Of(GivenStack.Denver().Record("US-CO").Record("US", "medical_only", verification: "unverified").AnswerOn("2024-01-01")).Say, StringComparison.Ordinal);

    [Fact]
    public void Why_a_level_differs_that_was_not_checked_is_told_as_such()
    {
        var answer = GivenStack.Denver().Record("US-CO").Record("US", "medical_only", verification: "unverified").AnswerOn("2024-01-01");

        Assert.StartsWith("Not checked in the law itself: ", Wording.Why(answer.Conflicts[0], answer.Headline.Layer!.Place), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deprioritized", false)]
    [InlineData("prohibited", true)]
    public void A_freer_law_above_takes_a_warning_away_only_where_enforcement_is_a_lowest_priority(string status, bool isWarned)
    {
        var stack = GivenStack.Denver().Record("US-CO-denver", status).Record("US-CO", "decriminalized");

        Assert.Contains("decriminalized", Vocabulary.Status["prohibited"].Avoid!);
        Assert.Equal(isWarned, Wording.Of(stack.AnswerOn("2024-01-01")).Avoid.Contains("decriminalized"));
    }

    [Fact]
    public void A_ban_on_licensed_businesses_does_not_hide_as_strictest_what_is_prohibited_above()
    {
        var answer = GivenStack.Denver().Record("US-CO-denver", activities: [("supply", "not_permitted"), ("production", "not_permitted")])
            .Record("US-CO", "supervised_program").Record("US").AnswerOn("2024-01-01");

        Assert.Equal("US", answer.Headline.Strictest!.Place.Code);
        Assert.Contains("bar licensed businesses with psilocybin; possession is left to the law above it.", Wording.Of(answer).Say, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentence_names_the_day_the_place_the_drug_and_the_schedule() =>
        Assert.Equal("As of 1 January 2024, the law of Place DE prohibits psilocybin (Anlage I).",
            Wording.Of(new GivenStack("DE").Place("DE").Record("DE", schedule: "Anlage I").AnswerOn("2024-01-01")).Say);

    [Fact]
    public void A_day_that_lies_ahead_is_said_with_the_reserve_that_the_law_may_change() =>
        Assert.StartsWith("Unless the law changes before 1 January 2024, ",
            Wording.Of(new GivenStack("DE").Place("DE").Record("DE").AnswerOn("2024-01-01", isFuture: true)).Say, StringComparison.Ordinal);

    [Fact]
    public void An_unsettled_answer_says_that_a_change_was_due() =>
        Assert.Contains("with a change due", Wording.Of(new GivenStack("DE").Place("DE").Record("DE").Pending("DE", "2020").AnswerOn("2024-01-01")).Say);

    [Fact]
    public void What_is_inherited_is_said_to_be()
    {
        var say = Wording.Of(GivenStack.Denver().Record("US-CO").AnswerOn("2024-01-01")).Say;

        Assert.Contains("No law of Place US-CO-denver (Place US-CO) itself is on record here", say);
        Assert.Contains("the law of Place US-CO prohibits", say);
    }

    [Fact]
    public void A_stricter_level_that_applies_is_said_in_the_same_breath() =>
        Assert.Contains("The law of Place US, which also applies there, says: prohibited (Schedule I).",
            Wording.Of(GivenStack.Denver().Record("US-CO-denver", "deprioritized").Record("US", schedule: "Schedule I").AnswerOn("2024-01-01")).Say);

    [Fact]
    public void Beside_an_unknown_answer_a_stricter_level_is_said_and_a_free_one_is_not()
    {
        static string Say(string above) => Wording.Of(GivenStack.Denver().Record("US-CO", "legal", from: null).Record("US", above).AnswerOn("2024-01-01")).Say;

        Assert.Contains("which also applies there, says: prohibited.", Say("prohibited"));
        Assert.EndsWith("This does not mean that it is lawful.", Say("uncontrolled"), StringComparison.Ordinal);
    }

    [Fact]
    public void Forms_with_another_answer_are_named() =>
        Assert.Contains("The answer is another for: psilocybin mushrooms.", Wording.Of(new GivenStack("DE").Place("DE").Record("DE")
            .Record("DE", "uncontrolled", "mushrooms").AnswerOn("2024-01-01")).Say);

    [Theory]
    [InlineData("not_researched")]
    [InlineData("no_record_for_date")]
    [InlineData("start_unknown")]
    [InlineData("lead_only")]
    public void No_answer_is_never_said_to_be_lawful(string reason)
    {
        var place = new GivenStack("DE").Place("DE");
        var stack = reason switch
        {
            "no_record_for_date" => place.Record("DE", from: "2030-01-01"),
            "start_unknown" => place.Record("DE", from: null),
            "lead_only" => place.Lead("DE"),
            _ => place,
        };
        var answer = stack.AnswerOn("2024-01-01");

        Assert.Equal(reason, answer.Headline.Reason);
        Assert.StartsWith("No certain answer is on record for psilocybin in Place DE on 1 January 2024", Wording.Of(answer).Say, StringComparison.Ordinal);
        Assert.EndsWith("This does not mean that it is lawful.", Wording.Of(answer).Say, StringComparison.Ordinal);
    }

    [Fact]
    public void Inside_an_uncertain_boundary_both_candidates_are_said() =>
        Assert.Contains("(either uncontrolled or prohibited)", Wording.Of(new GivenStack("DE").Place("DE")
            .Record("DE", "uncontrolled", to: "2024").Record("DE", from: "2024").AnswerOn("2024-06-01")).Say);

    [Fact]
    public void Where_both_candidates_say_the_same_the_sentence_says_it_too()
    {
        var say = Wording.Of(new GivenStack("DE").Place("DE").Record("DE", to: "2024").Record("DE", from: "2024").AnswerOn("2024-06-01")).Say;

        Assert.Contains("the law of Place DE prohibits psilocybin", say);
        Assert.DoesNotContain("No certain answer", say);
    }

    [Fact]
    public void Why_a_level_above_differs_is_a_sentence()
    {
        var answer = GivenStack.Denver().Record("US-CO", activities: [("medicalUse", "permitted"), ("importExport", "license")])
            .Record("US", activities: [("medicalUse", "criminal_offense"), ("importExport", "criminal_offense")]).AnswerOn("2024-01-01");

        Assert.Equal("The law of Place US is stricter than that of Place US-CO: import and export: criminal offense against license; medical use: criminal offense against permitted.",
            Wording.Why(answer.Conflicts[0], answer.Headline.Layer!.Place));
    }

    private static bool SaysWord(string sentence, string word) =>
        Regex.IsMatch(sentence, $@"\b{Regex.Escape(word)}\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
