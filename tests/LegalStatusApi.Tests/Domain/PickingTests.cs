using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Domain;

public sealed class PickingTests
{
    [Fact]
    public void No_period_at_all_is_not_researched()
    {
        var finding = Picking.Pick([], GivenStack.Day("2020-01-01"));

        Assert.Equal(("unknown", "not_researched", false), (finding.Certainty, finding.Reason, finding.Speaks));
    }

    [Theory]
    [InlineData("2005-12-31", "first")]
    [InlineData("2006-01-01", "second")]
    public void Neighbours_turn_on_the_day(string day, string key)
    {
        var finding = Pick(day, Period("first", to: "2006-01-01", attestedFrom: "2000-01-01"), Period("second", "2006-01-01"));

        Assert.Equal(("certain", key), (finding.Certainty, finding.Record?.Key));
        Assert.Null(finding.Reason);
    }

    [Fact]
    public void A_day_inside_a_change_known_as_a_year_is_either_with_both_candidates()
    {
        var finding = Pick("2005-07-01", Period("first", "2000-01-01", "2005"), Period("second", "2005"));

        Assert.Equal(("either", "boundary_uncertain"), (finding.Certainty, finding.Reason));
        Assert.Null(finding.Record);
        Assert.Equal(["first", "second"], finding.Candidates.Select(candidate => candidate.Key));
    }

    [Fact]
    public void A_first_period_that_began_in_a_year_is_either_it_or_nothing()
    {
        var finding = Pick("2005-07-01", Period("only", "2005"));

        Assert.Equal(("either", "boundary_uncertain"), (finding.Certainty, finding.Reason));
        Assert.Equal("only", Assert.Single(finding.Candidates).Key);
    }

    [Fact]
    public void An_unknown_beginning_is_a_candidate_with_the_reason_start_unknown()
    {
        var finding = Pick("1990-01-01", Period("only", attestedFrom: "2000-01-01"));

        Assert.Equal(("unknown", "start_unknown", true), (finding.Certainty, finding.Reason, finding.Speaks));
        Assert.Equal("only", Assert.Single(finding.Candidates).Key);
    }

    [Fact]
    public void A_candidate_never_displaces_a_record_that_is_certain_on_the_day()
    {
        var finding = Pick("2005-01-01", Period("candidate"), Period("certain", "2000-01-01"), Period("another", to: "2010"));

        Assert.Equal(("certain", "certain"), (finding.Certainty, finding.Record?.Key));
        Assert.Empty(finding.Candidates);
    }

    [Fact]
    public void An_uncertain_boundary_weighs_more_than_an_unknown_beginning()
    {
        var finding = Pick("2005-07-01", Period("unknown beginning", to: "2005"), Period("second", "2005"));

        Assert.Equal(("either", "boundary_uncertain"), (finding.Certainty, finding.Reason));
        Assert.Equal(2, finding.Candidates.Count);
    }

    [Fact]
    public void An_attested_period_that_ended_in_a_year_is_either_inside_it()
    {
        var finding = Pick("2005-07-01", Period("only", to: "2005", attestedFrom: "2000-01-01"));

        Assert.Equal(("either", "boundary_uncertain"), (finding.Certainty, finding.Reason));
    }

    [Fact]
    public void A_gap_names_the_nearest_periods_and_neither_of_their_statuses()
    {
        var finding = Pick("2005-01-01", Period("oldest", "1980-01-01", "1985-01-01"), Period("before", "1990-01-01", "2000-01-01"),
            Period("after", "2010-01-01", "2015-01-01"), Period("newest", "2016-01-01"));

        Assert.Equal(("unknown", "no_record_for_date", false), (finding.Certainty, finding.Reason, finding.Speaks));
        Assert.Equal(("before", "after"), (finding.Before?.Key, finding.After?.Key));
        Assert.Null(finding.Record);
    }

    [Fact]
    public void Before_the_first_period_only_the_next_is_named()
    {
        var finding = Pick("1979-12-31", Period("first", "1980-01-01", "1985-01-01"));

        Assert.Equal((null, "first"), (finding.Before?.Key, finding.After?.Key));
    }

    [Fact]
    public void After_the_last_period_only_the_one_before_is_named()
    {
        var finding = Pick("1985-01-01", Period("last", "1980-01-01", "1985-01-01"));

        Assert.Equal(("last", null), (finding.Before?.Key, finding.After?.Key));
    }

    private static Finding Pick(string day, params Classification[] periods) => Picking.Pick(periods, GivenStack.Day(day));

    private static Classification Period(string key, string? from = null, string? to = null, string? attestedFrom = null) =>
        GivenStack.Classification(key, from: from, to: to, attestedFrom: attestedFrom);
}
