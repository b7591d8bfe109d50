using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Domain;

/// <summary>Since when the law is another than on a printed day, and by what.</summary>
public sealed class LawChangeTests
{
    [Fact]
    public void The_first_step_after_the_day_tells_since_when_as_precisely_as_it_is_on_record_and_by_what()
    {
        var given = new GivenStack("PT").Place("PT").Record("PT", from: "1993", to: "2001")
            .Record("PT", "decriminalized", from: "2001", to: "2023-10-01")
            .Record("PT", "decriminalized", from: "2023-10-01", activities: ("cultivation", "criminal_offense"));

        var first = Between(Cited(given.Stack), "2000-01-01")!;
        var second = Between(Cited(given.Stack), "2010-01-01")!;

        Assert.Equal(("2001", "PT/2"), ($"{first.Since}", Assert.Single(first.Instruments).Title));
        Assert.Equal(("2023-10-01", "PT/3"), ($"{second.Since}", Assert.Single(second.Instruments).Title));
        Assert.Equal("PT/3", first.Record.Id);
        Assert.Null(Between(given.Stack, "2024-01-01"));
    }

    [Fact]
    public void A_day_on_which_somebody_saw_a_law_in_force_changes_none()
    {
        var seen = new GivenStack("US-CO").Place("US-CO", "US").Place("US")
            .Record("US-CO", "medical_only", from: "1990-01-01").Record("US", from: null, attestedFrom: "2015-01-01");

        Assert.Null(Between(seen.Stack, "2010-01-01"));
    }

    [Fact]
    public void What_a_lead_says_began_changes_no_law()
    {
        var lead = new GivenStack("US-CO").Place("US-CO", "US").Place("US")
            .Record("US-CO", "medical_only", from: "1990-01-01").Record("US", from: "2015-01-01", verification: "unverified");

        Assert.Null(Between(lead.Stack, "2010-01-01"));
    }

    [Fact]
    public void A_law_that_ended_with_nothing_after_it_leaves_the_law_above_from_that_day()
    {
        var ended = new GivenStack("US-CO").Place("US-CO", "US").Place("US")
            .Record("US-CO", "decriminalized", from: "1990-01-01", to: "2015-05").Record("US", from: "1970-01-01");

        var change = Between(Cited(ended.Stack), "2010-01-01")!;

        Assert.Equal(("2015-05", "US/2"), ($"{change.Since}", change.Record.Id));
        Assert.Empty(change.Instruments);
    }

    [Fact]
    public void A_form_that_shares_the_law_of_the_substance_changes_with_it_and_one_that_does_not_stays()
    {
        var given = new GivenStack("NL").Place("NL").Record("NL", "uncontrolled", from: "1990-01-01", to: "2008-12-01").Record("NL", from: "2008-12-01")
            .Record("NL", "uncontrolled", form: "spores", from: "1990-01-01");

        Assert.Equal("2008-12-01", $"{Between(given.Stack, "2000-01-01", GivenStack.Mushrooms)!.Since}");
        Assert.Null(Between(given.Stack, "2000-01-01", GivenStack.Spores));
    }

    private static LawChange? Between(Stack stack, string on, Form? form = null) =>
        LawChange.Between(stack, form, GivenStack.Day(on), GivenStack.Day("2026-11-21"));

    // Each record is made by an instrument of its own, called as the record is.
    private static Stack Cited(Stack stack) => stack with
    {
        Classifications = [.. stack.Classifications.Select(record => record with
        {
            Citations = [new Citation("c", record.Id, 1, "establishes", null, null, null, "statute", record.Id, null, null, null, null, null, null, true)],
        })],
    };
}
