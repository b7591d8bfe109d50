using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Database;

/// <summary>A word that the vocabulary does not have enters no table.</summary>
public sealed class UnknownTermTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    public static TheoryData<string, string> Terms => new()
    {
        { "status_is_known", GivenSql.Classification(status: "banned") },
        { "status_is_known", GivenSql.Classification(status: "unknown") },
        { "verification_is_known", GivenSql.Classification(verification: "guessed") },
        { "medical_access_is_known", GivenSql.Classification(medicalAccess: "some") },
        { "activities_are_known", GivenSql.Classification(activities: """{"smoking":"permitted"}""") },
        { "activities_are_known", GivenSql.Classification(activities: """{"possession":"frowned_upon"}""") },
        { "activities_are_known", GivenSql.Classification(activities: "[]") },
        { "thresholds_are_known", GivenSql.Classification(thresholds: Threshold(basis: "wet")) },
        { "thresholds_are_known", GivenSql.Classification(thresholds: Threshold(effect: "whatever")) },
        { "thresholds_are_known", GivenSql.Classification(thresholds: Threshold(activity: "smoking")) },
        { "thresholds_are_known", GivenSql.Classification(thresholds: Threshold(quantity: "0")) },
        { "thresholds_are_known", GivenSql.Classification(thresholds: Threshold(quantity: "\"5\"")) },
        { "thresholds_are_known", GivenSql.Classification(thresholds: Threshold(unit: "")) },
        { "thresholds_are_known", GivenSql.Classification(thresholds: "{}") },
        { "conditions_are_known", GivenSql.Classification(conditions: """{"weather":"fair"}""") },
        { "conditions_are_known", GivenSql.Classification(conditions: """{"indications":["boredom"]}""") },
        { "jurisdiction_code_is_well_formed", GivenSql.Classification(jurisdiction: "de") },
        { "jurisdiction_code_is_well_formed", GivenSql.Classification(jurisdiction: "US-CO-Denver") },
        { "slug_is_well_formed", GivenSql.Classification(substance: "LSD") },
        { "slug_is_well_formed", GivenSql.Classification(form: "magic mushrooms") },
        { "citation_role_is_known", GivenSql.Citation(role: "mentions") },
        { "citation_frozen_only_if_incorporated", GivenSql.Citation(frozenOn: "2020-01-01") },
        { "jurisdiction_type_is_known", "insert into jurisdiction (code, type, name, recorded) values ('DE', 'planet', 'x', '[2,)')" },
        { "jurisdiction_name_is_given", "insert into jurisdiction (code, type, name, recorded) values ('DE', 'country', '', '[2,)')" },
        { "parent_law_is_known", "insert into jurisdiction_parent (id, jurisdiction, parent, law, recorded) values ('x', 'DE', 'EU', 'binds', '[2,)')" },
        { "jurisdiction_is_not_its_own_parent", "insert into jurisdiction_parent (id, jurisdiction, parent, law, recorded) values ('x', 'DE', 'DE', 'applies', '[2,)')" },
        { "source_type_is_known", "insert into source (key, type, title, recorded) values ('x', 'rumour', 'x', '[2,)')" },
        { "source_version_url_is_web", "insert into source_version (source, version, url, read, recorded) values ('x', 1, 'javascript:alert(1)', true, '[2,)')" },
        { "source_version_sha256_is_hex", "insert into source_version (source, version, sha256, read, recorded) values ('x', 1, 'abc', true, '[2,)')" },
        { "source_version_is_positive", "insert into source_version (source, version, read, recorded) values ('x', 0, true, '[2,)')" },
        { "pending_kind_is_known", Pending("dream", "null") },
        { "pending_outcome_is_known", Pending("bill", "'vetoed'") },
    };

    [Theory]
    [MemberData(nameof(Terms))]
    public async Task An_unknown_word_is_refused(string constraint, string statement) =>
        Assert.Equal(constraint, (await database.Owner.RefusalAsync(statement)).ConstraintName);

    private static string Threshold(string quantity = "5", string unit = "g", string basis = "plant", string effect = "exempt_below", string activity = "possession") =>
        $$"""[{"activity":"{{activity}}","quantity":{{quantity}},"unit":"{{unit}}","basis":"{{basis}}","effect":"{{effect}}"}]""";

    private static string Pending(string kind, string outcome) =>
        $"insert into pending_law (id, key, jurisdiction, substance, kind, title, outcome, summary, recorded) values ('pnd_aaaaaaaaaaaaaaaa', 'x', 'DE', 'lsd', '{kind}', 'x', {outcome}, 'x', '[2,)')";
}
