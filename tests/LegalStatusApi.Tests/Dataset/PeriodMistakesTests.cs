using LegalStatusApi.Dataset;

namespace LegalStatusApi.Tests.Dataset;

public class PeriodMistakesTests
{
    [Theory]
    [InlineData("from: 1974-02-30", "not in the calendar")]
    [InlineData("from: 1974-13", "not in the calendar")]
    [InlineData("from: 1799", "outside the years 1800 to 2199")]
    [InlineData("from: 2200-01-01", "outside the years 1800 to 2199")]
    [InlineData("from: May 1974", "not a date such as")]
    [InlineData("from: 74", "not a date such as")]
    public void A_date_that_is_none_is_named(string becomes, string words) => Sample.Whole
        .With(Sample.Place, "from: 1974-05", becomes)
            .IsRefused(Sample.Place, becomes, "classifications[2].from", words);

    [Theory]
    [InlineData("verifiedOn: 2026-11-20", "verifiedOn: 2025-11", "classifications[2].verifiedOn")]
    [InlineData("attestedFrom: 1966-12-31", "attestedFrom: 1966", "classifications[0].attestedFrom")]
    public void A_day_is_given_in_full(string was, string becomes, string field) =>
        Sample.Whole.With(Sample.Place, was, becomes).IsRefused(Sample.Place, becomes, field, "not a full day");

    [Theory]
    [InlineData("from: 1974-05\n    to: 1974-04")]
    [InlineData("from: 1974-05\n    to: 1974-05-01")]
    [InlineData("from: 1974-05-01\n    to: 1974-05-01")]
    public void A_period_that_ends_before_it_begins_is_named_with_its_line(string becomes) => Sample.Whole
        .With(Sample.Place, "from: 1974-05", becomes)
        .IsRefused(Sample.Place, becomes.Split('\n')[1], "classifications[2].to", "before it begins");

    [Fact]
    public void Neighbours_may_meet_on_a_partial_date() => Sample.Whole
        .With(Sample.Place, "from: 1974-05", "from: 1974-05\n    to: 1974-05").Rows();

    [Fact]
    public void A_link_to_a_parent_that_ends_before_it_begins_is_named() => Sample.Whole
        .With(Sample.Place, "from: 1945-10-24", "from: 1945-10-24\n    to: 1945-10-24")
        .IsRefused(Sample.Place, "to: 1945-10-24", "parents[0].to", "before it begins");

    [Fact]
    public void A_participation_that_ends_before_it_begins_is_named() => Sample.Whole
        .With(Sample.Place, "from: 1980-07-15", "from: 1980-07-15\n    to: 1979")
        .IsRefused(Sample.Place, "to: 1979", "participation[0].to", "before it begins");

    [Fact]
    public void AttestedFrom_belongs_only_to_a_period_without_beginning() => Sample.Whole
        .With(Sample.Place, "from: 1974-05", "from: 1974-05\n    attestedFrom: 1975-01-01")
        .IsRefused(Sample.Place, "attestedFrom: 1975-01-01", "classifications[2].attestedFrom", "without 'from'");

    [Fact]
    public void AttestedFrom_after_the_end_is_named() => Sample.Whole
        .With(Sample.Place, "attestedFrom: 1966-12-31", "attestedFrom: 1971-12-31")
        .IsRefused(Sample.Place, "attestedFrom: 1971-12-31", "classifications[0].attestedFrom", "only after its end");

    [Fact]
    public void A_review_that_is_due_before_the_last_one_is_named() => Sample.Whole
        .With(Sample.Place, "reviewDue: 2027-05-21", "reviewDue: 2026-11-21")
        .IsRefused(Sample.Place, "reviewDue: 2026-11-21", "classifications[1].reviewDue", "is due after the last");

    [Fact]
    public void Two_periods_that_hold_on_the_same_days_are_both_named()
    {
        var sample = Sample.Whole.With(Sample.Place, "    to: 1971\n", "    to: 1975\n");
        sample.IsRefused(Sample.Place, "    from: 1971", "classifications[1].from",
            $"psilocybin-2 (line {sample.LineOf(Sample.Place, "- key: psilocybin-2")}) and psilocybin-1 "
            + $"(line {sample.LineOf(Sample.Place, "- key: psilocybin-1")}) hold on the same days");
    }

    [Fact]
    public void Two_periods_with_the_same_beginning_are_both_named() => Sample.Whole
        .With(Sample.Place, "    from: 1971\n", "")
        .IsRefused(Sample.Place, "- key: psilocybin-2", "classifications[1].from",
            "and psilocybin-1 (line 15) have the same beginning");

    [Fact]
    public void Two_periods_with_the_same_end_are_both_named() => Sample.Whole
        .With(Sample.Place, "    to: 1971\n", "")
        .IsRefused(Sample.Place, "- key: psilocybin-2", "classifications[1].to",
            "and psilocybin-1 (line 15) have the same end");

    [Fact]
    public void A_period_like_many_others_is_named_once()
    {
        var many = string.Concat(Enumerable.Range(2, 400).Select(number => $"""
              - key: lsd-{number}
                substance: lsd
                status: prohibited
                medicalAccess: unknown
                summary: The same again.
                verification: unverified
                citations: [{"{"}source: us-old-code, version: 1, role: named{"}"}]

            """));
        var mistakes = SeedReader.Read(Sample.Whole.With(Sample.Place, "leads:\n", many + "leads:\n").Files).Mistakes;
        Assert.Equal(400, mistakes.Count);
        Assert.All(mistakes, mistake => Assert.Contains("lsd-1", mistake.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_period_out_of_order_is_named() => Sample.Whole
        .With(Sample.Place, "    to: 1971\n    attestedFrom: 1966-12-31", "    from: 1990")
        .With(Sample.Place, "    from: 1971\n", "    from: 1971\n    to: 1980\n")
        .IsRefused(Sample.Place, "key: psilocybin-2", "classifications[1].key", "It belongs before psilocybin-1");

    [Fact]
    public void A_form_before_its_substance_is_named() => Sample.Whole
        .With(Sample.Place, "    form: mushrooms\n", "    form: spores\n")
        .With(Sample.Place, "- key: psilocybin-mushrooms-1", "- key: psilocybin-spores-1")
        .With(Sample.Place, "- key: lsd-1\n    substance: lsd",
            "- key: psilocybin-mushrooms-1\n    substance: psilocybin\n    form: mushrooms")
        .IsRefused(Sample.Place, "key: psilocybin-mushrooms-1", "classifications[3].key",
            "It belongs before psilocybin-spores-1");
}
