namespace LegalStatusApi.Tests.Dataset;

public class RecordMistakesTests
{
    // The two citations of psilocybin-2, and the first of them once more.
    private const string AfterFirst = "class: Schedule I(c)\n";
    private const string Unread = "      - source: us-old-code\n        version: 1\n        role: named";
    private const string Again =
        "      - source: us-csa\n        version: 2\n        role: establishes\n        pinpoint: § 812";

    [Theory]
    [InlineData("- key: psilocybin-1", "- key: psilocybin-01", "classifications[0].key", "psilocybin-1, psilocybin-2")]
    [InlineData("- key: psilocybin-1", "- key: psilocybin-mushroom-1", "classifications[0].key", "is not of the form")]
    [InlineData("- key: psilocybin-mushrooms-1", "- key: psilocybin-3", "classifications[2].key",
        "psilocybin-mushrooms-1")]
    [InlineData("- key: lsd-lead-1", "- key: lsd-2", "leads[0].key", "lsd-lead-1")]
    [InlineData("- key: psilocybin-spores-pending-1", "- key: psilocybin-pending-1", "pending[0].key",
        "psilocybin-spores-pending-1")]
    public void A_key_that_does_not_say_what_it_is_of_is_named(string was, string becomes, string field,
        string words) =>
        Sample.Whole.With(Sample.Place, was + "\n", becomes + "\n")
            .IsRefused(Sample.Place, becomes + "\n", field, words);

    [Fact]
    public void A_key_used_twice_is_named_with_the_place_of_the_first() => Sample.Whole
        .With(Sample.Place, "- key: psilocybin-2\n    substance: psilocybin",
            "- key:   psilocybin-1\n    substance: psilocybin")
        .IsRefused(Sample.Place, "- key:   psilocybin-1", "classifications[1].key",
            "'psilocybin-1' is there already: jurisdictions/US.yaml, line 15");

    [Fact]
    public void A_classification_without_citation_is_named() => Sample.Whole
        .With(Sample.Place, "    verification: unverified\n    citations:\n" + Unread + "\n",
            "    verification: unverified\n")
        .IsRefused(Sample.Place, "- key: psilocybin-1", "classifications[0].citations", "at least one citation");

    [Fact]
    public void The_same_citation_twice_is_named() => Sample.Whole
        .With(Sample.Place,
            AfterFirst + Unread,
            AfterFirst + Again + "\n        class: II")
        .IsRefused(Sample.Place, Again + "\n        class: II",
            "classifications[1].citations[1]", "This citation is there already");

    [Fact]
    public void The_same_source_with_another_pinpoint_is_another_citation() => Sample.Whole
        .With(Sample.Place,
            AfterFirst + Unread,
            AfterFirst + Again + "-813").Rows();

    [Fact]
    public void FrozenOn_belongs_only_to_what_is_incorporated() => Sample.Whole
        .With(Sample.Place, "pinpoint: § 812", "pinpoint: § 812\n        frozenOn: 2001-01-01")
        .IsRefused(Sample.Place, "frozenOn: 2001-01-01", "classifications[1].citations[0].frozenOn",
            "only to the role 'incorporates'");

    [Fact]
    public void A_source_that_was_not_read_is_only_named() => Sample.Whole
        .With(Sample.Place,
            AfterFirst + Unread,
            AfterFirst + Unread.Replace("named", "amends", StringComparison.Ordinal))
        .IsRefused(Sample.Place, "role: amends", "classifications[1].citations[1].role",
            "was not read (read: false): its role is named");

    [Fact]
    public void A_lead_cites_only_what_is_named_or_reported() => Sample.Whole
        .With(Sample.Place, "role: reports\n        pinpoint: page 3", "role: interprets\n        pinpoint: page 3")
        .IsRefused(Sample.Place, "role: interprets", "leads[0].citations[0].role",
            "A lead cites with the role named or reports");

    [Fact]
    public void A_summary_that_nobody_reads_to_its_end_is_named() => Sample.Whole
        .With(Sample.Place, "summary: A newspaper says so.", $"summary: {new string('a', 401)}")
        .IsRefused(Sample.Place, new string('a', 401), "classifications[2].summary", "401 characters; at most 400");

    [Theory]
    [InlineData("schedule: Schedule I (probably)", "gloss")]
    [InlineData("schedule: Schedule I?", "gloss")]
    [InlineData("schedule: (none)", "gloss")]
    [InlineData("schedule: Class B;Schedule 2", "joined by '; '")]
    [InlineData("schedule: Class B;", "joined by '; '")]
    public void A_schedule_with_a_gloss_is_named(string becomes, string words) => Sample.Whole
        .With(Sample.Place, "schedule: Schedule I(c)", becomes)
            .IsRefused(Sample.Place, becomes, "classifications[1].schedule", words);

    [Theory]
    [InlineData("unit: µg", "write 'ug'")]
    [InlineData("unit: u", "write 'ug'")]
    [InlineData("unit: oz", "write '[oz_av]'")]
    [InlineData("unit: tab", "write '{tab}'")]
    [InlineData("unit: handful of", "not a UCUM unit")]
    public void A_unit_that_is_not_UCUM_is_named(string becomes, string words) => Sample.Whole
        .With(Sample.Place, "unit: g\n", becomes + "\n")
        .IsRefused(Sample.Place, becomes + "\n", "classifications[1].thresholds[0].unit", words);

    [Theory]
    [InlineData("'[oz_av]'")]
    [InlineData("'{fruiting_body}'")]
    [InlineData("ug")]
    [InlineData("ug/{dose}")]
    public void A_UCUM_unit_is_taken(string unit) =>
        Sample.Whole.With(Sample.Place, "unit: g\n", $"unit: {unit}\n").Rows();
}
