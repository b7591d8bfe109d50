namespace LegalStatusApi.Tests.Dataset;

public class ReferenceMistakesTests
{
    [Theory]
    [InlineData("status: unclear", "status: uncler", "classifications[0].status", "Did you mean 'unclear'?")]
    [InlineData("status: unclear", "status: unknown", "classifications[0].status", "'unknown' is no word for status")]
    [InlineData("status: unclear", "status: blue", "classifications[0].status", "One of: prohibited")]
    [InlineData("research: license", "research: licence", "classifications[1].activities.research", "'license'")]
    [InlineData("research: license", "reserch: license", "classifications[1].activities.reserch", "'research'")]
    [InlineData("medicalAccess: research_only", "medicalAccess: research-only", "classifications[1].medicalAccess",
        "'research_only'")]
    [InlineData("verification: treaty", "verification: treatys", "classifications[3].verification", "'treaty'")]
    [InlineData("role: establishes", "role: established", "classifications[1].citations[0].role", "'establishes'")]
    [InlineData("activity: supply", "activity: suply", "classifications[1].thresholds[0].activity", "'supply'")]
    [InlineData("basis: plant", "basis: plants", "classifications[1].thresholds[0].basis", "'plant'")]
    [InlineData("effect: severity_above", "effect: severity", "classifications[1].thresholds[0].effect", "One of:")]
    [InlineData("indications: [depression, pain]", "indications: [depression, pains]",
        "classifications[1].conditions.indications[1]", "'pain'")]
    [InlineData("law: context", "law: contexts", "parents[0].law", "'context'")]
    [InlineData("type: country", "type: contry", "type", "'country'")]
    [InlineData("kind: bill", "kind: bills", "pending[0].kind", "'bill'")]
    [InlineData("expectedOn: 2027-01", "expectedOn: 2027-01\n    outcome: fail", "pending[0].outcome", "'failed'")]
    public void An_unknown_word_is_named_with_the_one_that_was_meant(string was, string becomes, string field,
        string words) =>
        Sample.Whole.With(Sample.Place, was, becomes).IsRefused(Sample.Place, becomes.Split('\n')[^1], field, words);

    [Fact]
    public void An_unknown_type_of_source_is_named() => Sample.Whole
        .With(Sample.Sources, "type: article", "type: articel")
        .IsRefused(Sample.Sources, "type: articel", "sources[1].type", "Did you mean 'article'?");

    [Theory]
    [InlineData("- source: us-csa\n", "- source: us-cas\n", "classifications[1].citations[0].source",
        "There is no source 'us-cas'. Did you mean 'us-csa'?")]
    [InlineData("version: 2", "version: 3", "classifications[1].citations[0].version", "'us-csa' has no version 3")]
    [InlineData("- code: UN", "- code: UM", "parents[0].code", "There is no jurisdiction 'UM'. Did you mean 'UN'?")]
    [InlineData("treaty: un-cps-1971", "treaty: un-cps-1917", "participation[0].treaty", "Did you mean 'un-cps-1971'?")]
    [InlineData("treaty: un-cps-1971", "treaty: us-csa", "participation[0].treaty",
        "'us-csa' is a source of type statute, not a treaty")]
    [InlineData("citation: {source: un-status-list,", "citation: {source: un-status,",
        "participation[0].citation.source", "no source 'un-status'")]
    [InlineData("un-status-list, version: 1", "un-status-list, version: 9", "participation[0].citation.version",
        "no version 9")]
    [InlineData("form: spores", "form: spore", "pending[0].form",
        "psilocybin has no form 'spore'. Did you mean 'spores'?")]
    public void What_is_named_and_does_not_exist_is_said(string was, string becomes, string field, string words) =>
        Sample.Whole.With(Sample.Place, was, becomes).IsRefused(Sample.Place, becomes.Trim('\n'), field, words);

    [Fact]
    public void An_unknown_substance_is_named() => Sample.Whole
        .With(Sample.Place, "- key: lsd-lead-1\n    substance: lsd", "- key: lds-lead-1\n    substance: lds")
        .IsRefused(Sample.Place, "substance: lds", "leads[0].substance", "There is no substance 'lds'");

    [Fact]
    public void Sources_of_an_unknown_place_are_named() => Sample.Whole
        .WithFile("sources/GB.yaml", Sample.Whole.Files["sources/general.yaml"]
            .Replace("sources:", "jurisdiction: GB\nsources:", StringComparison.Ordinal)
            .Replace("encyclopedia-of-law", "gb-law", StringComparison.Ordinal))
        .IsRefused("sources/GB.yaml", "jurisdiction: GB", "jurisdiction", "There is no jurisdiction 'GB'");

    [Theory]
    [InlineData("    substance: psilocybin\n    to: 1971", "    to: 1971", "- key: psilocybin-1",
        "classifications[0].substance")]
    [InlineData("    summary: A newspaper says so.\n", "", "- key: psilocybin-mushrooms-1",
        "classifications[2].summary")]
    [InlineData("    toCheck: Read the list.\n", "", "- key: lsd-lead-1", "leads[0].toCheck")]
    [InlineData("    title: A bill on spores\n", "", "- key: psilocybin-spores-pending-1", "pending[0].title")]
    [InlineData("    law: context\n", "", "- code: UN", "parents[0].law")]
    [InlineData("    party: true\n", "", "- treaty: un-cps-1971", "participation[0].party")]
    [InlineData("name: United States\n", "", "code: US", "name")]
    public void A_field_that_is_missing_is_named_with_the_line_of_its_record(string was, string becomes, string at,
        string field) =>
        Sample.Whole.With(Sample.Place, was, becomes)
            .IsRefused(Sample.Place, at, field, $"'{field.Split('.')[^1]}' is missing");

    [Fact]
    public void A_participation_without_source_is_named() => Sample.Whole
        .With(Sample.Place, "    citation: {source: un-status-list, version: 1, pinpoint: United States}\n", "")
        .IsRefused(Sample.Place, "- treaty: un-cps-1971", "participation[0].citation", "needs its source");
}
