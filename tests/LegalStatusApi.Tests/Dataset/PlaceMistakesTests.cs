using LegalStatusApi.Dataset;

namespace LegalStatusApi.Tests.Dataset;

public class PlaceMistakesTests
{
    private const string Colorado = "jurisdictions/US-CO.yaml";

    [Fact]
    public void Parents_that_go_in_a_circle_are_named_from_either_side()
    {
        var circle = Sample.Whole.With(Sample.Place, "  - code: UN\n    law: context",
            "  - code: US-CO\n    law: context");
        var mistakes = SeedReader.Read(circle.Files).Mistakes;
        Assert.Equal([(Colorado, 5, "parents[0].code"), (Sample.Place, 6, "parents[0].code")],
            mistakes.Select(mistake => (mistake.File, mistake.Line, mistake.Field)));
        Assert.Contains("US-CO > US > US-CO", mistakes[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_is_not_its_own_parent() => Sample.Whole
        .With(Colorado, "- code: US", "- code: US-CO")
            .IsRefused(Colorado, "- code: US-CO", "parents[0].code", "US-CO > US-CO");

    [Fact]
    public void The_same_parent_at_the_same_time_is_named() => Sample.Whole
        .With(Colorado, "    law: applies\n", "    law: applies\n  - code:  US\n    law: context\n    from: 1990\n")
        .IsRefused(Colorado, "- code:  US", "parents[1].code", "'US' is a parent at the same time already: line 5");

    [Fact]
    public void The_same_parent_at_another_time_is_taken() => Sample.Whole
        .With(Colorado, "    law: applies\n",
            "    law: applies\n    to: 1990\n  - code:  US\n    law: context\n    from: 1990\n").Rows();

    [Fact]
    public void The_same_participation_at_the_same_time_is_named() => Sample.Whole
        .With(Sample.Place, "classifications:", """
              - treaty:  un-cps-1971
                party: false
                from: 1990
                citation: {source: un-status-list, version: 1}
            classifications:
            """)
        .IsRefused(Sample.Place, "- treaty:  un-cps-1971", "participation[1].treaty", "for the same time already");

    [Theory]
    [InlineData("- slug: lsd", "- slug: psilocybin", "substances[1].slug", "is there already: substances.yaml, line 2")]
    [InlineData("- slug: lsd", "- slug: LSD", "substances[1].slug", "lower-case words")]
    [InlineData("- slug: spores", "- slug: mushrooms", "substances[0].forms[1].slug", "is there already")]
    [InlineData("- slug: lsd", "- slug: psilocybin-spores", "substances[0].forms[1].slug",
        "their keys would be the same")]
    [InlineData("pubchemCid:", "pubChemCid:", "substances[0].identifiers.pubChemCid", "Did you mean 'pubchemCid'?")]
    [InlineData("fallsBack: false", "fallsBack: no", "substances[0].forms[1].fallsBack", "neither true nor false")]
    public void A_mistake_in_the_substances_is_named(string was, string becomes, string field, string words) =>
        Assert.Contains(
        SeedReader.Read(Sample.Whole.With(Sample.Substances, was, becomes).Files).Mistakes,
        mistake => mistake.File == Sample.Substances && mistake.Field == field
            && mistake.Message.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void A_file_of_substances_has_substances()
    {
        var mistakes = SeedReader.Read(Sample.Whole.WithFile(Sample.Substances, "substance: []").Files).Mistakes;
        Assert.Contains(mistakes, mistake => mistake is { File: Sample.Substances, Field: "substances" });
    }
}
