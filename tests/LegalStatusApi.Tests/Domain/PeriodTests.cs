using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Domain;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("1999-12-31", false, false)]
    [InlineData("2000-01-01", true, true)]
    [InlineData("2000-01-02", true, true)]
    [InlineData("2004-12-31", true, true)]
    [InlineData("2005-01-01", false, false)]
    public void A_period_of_full_days_holds_from_its_first_day_up_to_its_end(string day, bool certain, bool possible) =>
        AssertOn(Period("2000-01-01", "2005-01-01"), day, certain, possible);

    [Theory]
    [InlineData("1999-12-31", false, false)]
    [InlineData("2000-01-01", false, true)]
    [InlineData("2000-12-30", false, true)]
    [InlineData("2000-12-31", true, true)]
    [InlineData("2001-01-01", true, true)]
    public void A_beginning_known_as_a_year_is_certain_from_its_last_day(string day, bool certain, bool possible) =>
        AssertOn(Period("2000", null), day, certain, possible);

    [Theory]
    [InlineData("2005-04-30", true, true)]
    [InlineData("2005-05-01", false, true)]
    [InlineData("2005-05-30", false, true)]
    [InlineData("2005-05-31", false, false)]
    [InlineData("2005-06-01", false, false)]
    public void An_end_known_as_a_month_is_certain_until_its_first_day(string day, bool certain, bool possible) =>
        AssertOn(Period("2000-01-01", "2005-05"), day, certain, possible);

    [Theory]
    [InlineData("1800-01-01", false, true)]
    [InlineData("1999-12-31", false, true)]
    [InlineData("2000-01-01", true, true)]
    [InlineData("2199-12-31", true, true)]
    public void An_unknown_beginning_is_certain_from_the_day_it_is_attested(string day, bool certain, bool possible) =>
        AssertOn(Period(null, null, "2000-01-01"), day, certain, possible);

    [Theory]
    [InlineData("1800-01-01", true)]
    [InlineData("1999-12-31", true)]
    [InlineData("2000-01-01", false)]
    public void An_unknown_beginning_is_what_makes_the_days_before_its_attestation_doubtful(string day, bool unknown) =>
        Assert.Equal(unknown, Period(null, null, "2000-01-01").BeginningIsUnknownOn(GivenStack.Day(day)));

    [Fact]
    public void Without_an_attestation_an_unknown_beginning_is_never_certain()
    {
        AssertOn(Period(null, null), "2199-12-31", certain: false, possible: true);
        Assert.True(Period(null, null).BeginningIsUnknownOn(GivenStack.Day("2199-12-31")));
    }

    [Fact]
    public void A_known_beginning_is_never_called_unknown() =>
        Assert.False(Period("2000", null).BeginningIsUnknownOn(GivenStack.Day("2000-06-01")));

    [Fact]
    public void A_period_within_one_uncertain_year_is_nowhere_certain()
    {
        var period = Period("2005", "2005");

        AssertOn(period, "2005-01-01", certain: false, possible: true);
        AssertOn(period, "2005-12-30", certain: false, possible: true);
        AssertOn(period, "2005-12-31", certain: false, possible: false);
    }

    [Theory]
    [InlineData("2005-01-01", "2005-01-02", true)]
    [InlineData("2005-01-01", "2005-01-01", false)]
    [InlineData("2005-01-02", "2005-01-01", false)]
    [InlineData("2005", "2005", true)]
    [InlineData("2005", "2005-01-01", false)]
    [InlineData("2005-12-31", "2005", false)]
    [InlineData("2006", "2005", false)]
    [InlineData(null, "2005", true)]
    [InlineData("2005", null, true)]
    public void A_period_has_days_where_its_earliest_beginning_lies_before_its_latest_end(string? from, string? to, bool hasDays) =>
        Assert.Equal(hasDays, Period(from, to).HasDays);

    [Theory]
    [InlineData("2000-01-01", "2005-01-01", "2005-01-01", null, false)]
    [InlineData("2000-01-01", "2005-01-02", "2005-01-01", null, true)]
    [InlineData("2000-01-01", "2005", "2005", null, false)]
    [InlineData("2000-01-01", "2006", "2005", null, true)]
    [InlineData("2000-01-01", null, "2010-01-01", "2011-01-01", true)]
    [InlineData("2005", "2005", "2000-01-01", null, false)]
    [InlineData(null, null, "2000-01-01", null, false)]
    public void Two_periods_certainly_overlap_where_some_day_is_certain_in_both(string? from, string? to, string? otherFrom, string? otherTo, bool overlap)
    {
        Assert.Equal(overlap, Period(from, to).CertainlyOverlaps(Period(otherFrom, otherTo)));
        Assert.Equal(overlap, Period(otherFrom, otherTo).CertainlyOverlaps(Period(from, to)));
    }

    [Fact]
    public void A_period_is_past_from_the_last_day_that_may_be_its_end()
    {
        Assert.False(Period(null, "2005").EndsBefore(GivenStack.Day("2005-12-30")));
        Assert.True(Period(null, "2005").EndsBefore(GivenStack.Day("2005-12-31")));
        Assert.False(Period("2000", null).EndsBefore(GivenStack.Day("2199-12-31")));
    }

    [Fact]
    public void A_period_lies_ahead_until_the_first_day_that_may_be_its_beginning()
    {
        Assert.True(Period("2005", null).BeginsAfter(GivenStack.Day("2004-12-31")));
        Assert.False(Period("2005", null).BeginsAfter(GivenStack.Day("2005-01-01")));
        Assert.False(Period(null, "2005").BeginsAfter(GivenStack.Day("1800-01-01")));
    }

    private static void AssertOn(Period period, string day, bool certain, bool possible)
    {
        Assert.Equal(certain, period.IsCertainOn(GivenStack.Day(day)));
        Assert.Equal(possible, period.IsPossibleOn(GivenStack.Day(day)));
    }

    private static Period Period(string? from, string? to, string? attestedFrom = null) => new(
        from is null ? null : PartialDate.Parse(from), to is null ? null : PartialDate.Parse(to),
        attestedFrom is null ? null : GivenStack.Day(attestedFrom));
}
