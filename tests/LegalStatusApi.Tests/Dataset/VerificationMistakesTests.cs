namespace LegalStatusApi.Tests.Dataset;

public class VerificationMistakesTests
{
    private const string Law = "source: us-csa\n        version: 2\n        role: establishes";

    [Theory]
    [InlineData("source: us-news\n        version: 1\n        role: establishes")]
    [InlineData("source: encyclopedia-of-law\n        version: 1\n        role: checked")]
    [InlineData("source: us-csa\n        version: 2\n        role: reports")]
    [InlineData("source: us-csa\n        version: 2\n        role: named")]
    [InlineData("source: us-csa\n        version: 1\n        role: named")]
    public void Primary_needs_a_law_that_was_read(string becomes) => Sample.Whole
        .With(Sample.Place, Law, becomes)
        .IsRefused(Sample.Place, "verification: primary", "classifications[1].verification",
            "primary needs a citation of a law");

    [Fact]
    public void Secondary_needs_a_source_that_was_read_and_is_not_only_named() => Sample.Whole
        .With(Sample.Place, "        role: reports\n  - key: lsd-1", "        role: named\n  - key: lsd-1")
        .IsRefused(Sample.Place, "verification: secondary", "classifications[2].verification",
            "secondary needs a citation of a source");

    [Fact]
    public void Treaty_needs_the_treaty_or_the_source_of_the_participation()
    {
        var other = Sample.Whole.With(Sample.Place, "- source: un-cps-1971", "- source: us-old-code");
        other.IsRefused(Sample.Place, "verification: treaty", "classifications[3].verification",
            "treaty needs a citation of the treaty");
        Sample.Whole.With(Sample.Place, "- source: un-cps-1971", "- source: un-status-list").Rows();
    }

    [Theory]
    [InlineData("    verifiedOn: 2026-11-21\n    reviewDue: 2027-05-21\n", "", "- key: psilocybin-2",
        "classifications[1].verifiedOn")]
    [InlineData("    verifiedOn: 2026-11-20\n", "", "- key: psilocybin-mushrooms-1", "classifications[2].verifiedOn")]
    public void Primary_and_secondary_say_when(string was, string becomes, string at, string field) =>
        Sample.Whole.With(Sample.Place, was, becomes)
            .IsRefused(Sample.Place, at, field, "says on which day it was verified");

    [Theory]
    [InlineData("verification: treaty", "verifiedOn")]
    [InlineData("verification: treaty", "reviewDue")]
    public void Treaty_and_unverified_do_not_say_when(string was, string field) => Sample.Whole
        .With(Sample.Place, was, $"{was}\n    {field}: 2030-01-01")
        .IsRefused(Sample.Place, $"{field}: 2030-01-01", $"classifications[3].{field}", "primary or secondary only");

    [Fact]
    public void Uncontrolled_needs_the_list_that_was_checked()
    {
        var named = Sample.Whole.With(Sample.Place, "status: prohibited\n    schedule: Schedule I(c)\n    activities:\n      possession: criminal_offense",
            "status: uncontrolled\n    schedule: Schedule I(c)\n    activities:\n      possession: unregulated");
        named.IsRefused(Sample.Place, "status: uncontrolled", "classifications[1].status",
            "a citation with the role checked");
        named.With(Sample.Place, "role: establishes", "role: checked").Rows();
    }

    [Fact]
    public void Uncontrolled_below_primary_needs_no_list() =>
        Sample.Whole.With(Sample.Place, "status: deprioritized", "status: uncontrolled").Rows();
}
