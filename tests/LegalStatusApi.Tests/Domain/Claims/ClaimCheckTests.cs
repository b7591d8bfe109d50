using FsCheck;
using FsCheck.Fluent;
using LegalStatusApi.Domain;
using LegalStatusApi.Domain.Claims;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Domain.Claims;

/// <summary>In which order levels, leads, forms and dates decide.</summary>
public sealed class ClaimCheckTests
{
    [Fact]
    public void Levels_that_differ_make_a_claim_overstated_and_those_that_agree_support_it()
    {
        var given = GivenStack.Denver().Record("US-CO-denver", "deprioritized").Record("US-CO", "prohibited").Record("US", "prohibited");

        Assert.Equal("supported", Verdict(given, "illegal"));
        Assert.Equal("overstated", Verdict(given, "decriminalized"));
        Assert.Equal("supported", Verdict(given, "deprioritized"));
        Assert.Equal("contradicted", Verdict(given, "legal"));
    }

    [Theory]
    [InlineData("prohibited", "uncontrolled", "illegal", "supported")]
    [InlineData("prohibited", "uncontrolled", "legal", "contradicted")]
    [InlineData("prohibited", "uncontrolled", "uncontrolled", "contradicted")]
    [InlineData("uncontrolled", "prohibited", "illegal", "supported")]
    [InlineData("uncontrolled", "prohibited", "allowed", "contradicted")]
    [InlineData("decriminalized", "uncontrolled", "decriminalized", "supported")]
    [InlineData("prohibited", "medical_only", "banned", "supported")]
    [InlineData("prohibited", "medical_only", "legal", "contradicted")]
    [InlineData("prohibited", "decriminalized", "decriminalized", "contradicted")]
    [InlineData("prohibited", "unclear", "illegal", "supported")]
    // A more local law that opens a door, or a lowest priority, keeps its say against the stricter law above.
    [InlineData("legal", "prohibited", "illegal", "overstated")]
    [InlineData("legal", "prohibited", "legal", "overstated")]
    [InlineData("supervised_program", "prohibited", "illegal", "overstated")]
    [InlineData("medical_only", "prohibited", "banned", "overstated")]
    [InlineData("decriminalized", "prohibited", "decriminalized", "overstated")]
    [InlineData("deprioritized", "legal", "legal", "overstated")]
    [InlineData("deprioritized", "prohibited", "legal", "contradicted")]
    // Law that is unclear may be no stricter than nothing, and no grade of crime is on record.
    [InlineData("uncontrolled", "unclear", "illegal", "cannot_say")]
    [InlineData("uncontrolled", "prohibited", "felony", "cannot_say")]
    public void One_level_that_prohibits_is_enough_and_silence_softens_none(string local, string above, string claim, string verdict) =>
        Assert.Equal(verdict, Verdict(Above(local, "primary", above, "primary"), claim));

    [Theory]
    [InlineData("criminal_offense", "unregulated", "allowed", "contradicted")]
    [InlineData("criminal_offense", "unregulated", "illegal", "supported")]
    [InlineData("unregulated", "criminal_offense", "legal", "contradicted")]
    [InlineData("permitted", "criminal_offense", "illegal", "overstated")]
    [InlineData("low_priority", "permitted", "illegal", "overstated")]
    [InlineData("civil_offense", "criminal_offense", "crime", "overstated")]
    public void So_of_an_activity(string local, string above, string claim, string verdict)
    {
        var given = new GivenStack("US-CO").Place("US-CO", "US").Place("US")
            .Record("US-CO", activities: ("supply", local)).Record("US", activities: ("supply", above));

        Assert.Equal(verdict, Verdict(given, claim, activity: "supply"));
    }

    [Fact]
    public void A_lead_between_holds_back_what_a_level_above_it_prohibits()
    {
        var given = GivenStack.Denver().Record("US-CO-denver", "deprioritized").Record("US-CO", "medical_only", verification: "unverified").Record("US", "prohibited");

        Assert.Equal("cannot_say", Verdict(given, "illegal"));
    }

    [Fact]
    public void What_is_true_in_part_is_never_said_to_be_true_of_another_form_alone()
    {
        var given = new GivenStack("NL").Place("NL").Record("NL", "legal").Record("NL", "uncontrolled", form: "truffles");

        var check = Check(given, "legal", "2024-01-01", GivenStack.Truffles);

        Assert.Equal(VerdictTerm.Overstated, check.Verdict);
        Assert.Contains(check.TrueOf, form => form is null);
        Assert.DoesNotContain("it is not so", check.Why(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lead_at_the_head_cannot_say_and_one_above_holds_back_what_it_would_oppose()
    {
        Assert.Equal("cannot_say", Verdict(Above("decriminalized", "unverified", "prohibited", "primary"), "decriminalized"));
        Assert.Equal("cannot_say", Verdict(Above("decriminalized", "primary", "prohibited", "treaty"), "decriminalized"));
        Assert.Equal("supported", Verdict(Above("deprioritized", "primary", "prohibited", "treaty"), "illegal"));
        // A lead that is freer than medicines law is not even set against anything.
        Assert.Equal("contradicted", Verdict(Above("prohibited", "primary", "legal", "unverified"), "legal"));
    }

    [Fact]
    public void Unclear_law_above_holds_back_and_at_the_head_decides_nothing()
    {
        Assert.Equal("cannot_say", Verdict(Above("decriminalized", "primary", "unclear", "primary"), "decriminalized"));
        Assert.Equal("cannot_say", Verdict(Above("unclear", "primary", "prohibited", "primary"), "illegal"));
    }

    [Fact]
    public void A_law_that_is_true_of_the_country_alone_is_overstated_of_the_state()
    {
        var given = Above("supervised_program", "primary", "prohibited", "primary", "natural medicine", "Schedule I");

        Assert.Equal("overstated", Verdict(given, "Schedule I"));
        Assert.Equal("supported", Verdict(given, "natural medicine"));
        Assert.Equal("contradicted", Verdict(given, "Schedule II"));
        Assert.Equal("supported", Verdict(given, "supervised"));
    }

    [Fact]
    public void On_days_that_may_be_either_the_candidates_decide_if_they_come_to_the_same()
    {
        var given = new GivenStack("DE").Place("DE").Record("DE", "prohibited", from: "1990-01-01", to: "2001").Record("DE", "decriminalized", from: "2001");

        Assert.Equal("supported", Verdict(given, "illegal", "2001-06-01"));
        Assert.Equal("cannot_say", Verdict(given, "decriminalized", "2001-06-01"));
        Assert.Equal("true_only_later", Verdict(given, "decriminalized", "2000-12-31"));
    }

    [Fact]
    public void An_uncertain_beginning_with_nothing_before_cannot_say() =>
        Assert.Equal("cannot_say", Verdict(new GivenStack("DE").Place("DE").Record("DE", from: "2001"), "illegal", "2001-06-01"));

    [Fact]
    public void What_is_true_of_another_form_is_said_before_what_is_true_on_another_day()
    {
        var given = new GivenStack("NL").Place("NL").Record("NL").Record("NL", "uncontrolled", form: "truffles", from: "2008-12-01").Record("NL", "prohibited", form: "truffles", to: "2008-12-01");

        var check = Check(given, "banned", "2024-01-01", GivenStack.Truffles);

        Assert.Equal(VerdictTerm.TrueOnlyOfForm, check.Verdict);
        Assert.Equal([null, "mushrooms"], check.TrueOf.Select(form => form?.Slug));
        Assert.Contains(check.OtherDates, span => span.IsSupported && span.To == GivenStack.Day("2008-12-01"));
        Assert.Equal(VerdictTerm.TrueOnlyOfForm, Check(given, "uncontrolled", "2024-01-01", null).Verdict);
    }

    [Fact]
    public void An_activity_that_the_head_does_not_record_cannot_be_told()
    {
        var given = GivenStack.Denver().Record("US-CO-denver", "deprioritized", activities: [("possession", "low_priority")])
            .Record("US", "prohibited", activities: [("possession", "criminal_offense"), ("supply", "criminal_offense")]);

        Assert.Equal("cannot_say", Verdict(given, "crime", activity: "supply"));
        Assert.Equal("supported", Verdict(given, "crime", activity: "possession"));
    }

    // Random periods of random statuses, some of them leads: whatever the day and the word.
    [Fact]
    public void The_same_question_is_answered_the_same_and_a_lead_never_decides()
    {
        var words = ClaimWords.All.Select(word => word.Name).Append("Class A").ToArray();
        var statuses = Vocabulary.Status.Terms.Select(term => term.Value).Where(status => status != StatusTerm.Unknown).ToArray();
        var cases =
            from periods in GivenPeriods.Lists
            from day in GivenPeriods.Days
            from word in Gen.Elements(words)
            from said in Gen.ArrayOf(Gen.Elements(statuses), periods.Length)
            from checkedAs in Gen.ArrayOf(Gen.Elements("primary", "secondary", "treaty", "unverified"), periods.Length)
            select (Records: periods.Select((record, i) => record with { Status = said[i], Verification = checkedAs[i] }).ToList(), Day: day, Word: word);
        Prop.ForAll(cases.ToArbitrary(), each =>
        {
            var stack = new GivenStack("DE").Place("DE").Stack with { Classifications = each.Records };
            var claim = Claim.Read(each.Word, null, stack)!;
            var (one, again) = (ClaimCheck.Of(stack, null, each.Day, false, claim), ClaimCheck.Of(stack, null, each.Day, false, claim));
            Assert.Equal((one.Verdict, one.Why()), (again.Verdict, again.Why()));
            var span = ClaimSpan.Of(stack, null, claim).Single(span => span.Holds(each.Day));
            Assert.Equal(one.OnTheDay.Verdict, span.Verdict);
            if (one.Verdict != VerdictTerm.CannotSay)
            {
                Assert.All(one.OnTheDay.Levels.SelectMany(level => level.Records), record => Assert.False(record.IsLead));
            }
        }).QuickCheckThrowOnFailure();
    }

    private static GivenStack Above(string head, string headChecked, string above, string aboveChecked, string? label = null, string? aboveLabel = null) =>
        new GivenStack("US-CO").Place("US-CO", "US").Place("US")
            .Record("US-CO", head, verification: headChecked, schedule: label).Record("US", above, verification: aboveChecked, schedule: aboveLabel);

    private static string Verdict(GivenStack given, string claim, string on = "2024-01-01", string? activity = null) =>
        Check(given, claim, on, null, activity).Verdict;

    private static ClaimCheck Check(GivenStack given, string claim, string on, Form? form, string? activity = null) =>
        ClaimCheck.Of(given.Stack, form, GivenStack.Day(on), false, Claim.Read(claim, activity, given.Stack)!);
}
