using System.Text.RegularExpressions;
using LegalStatusApi.Database;
using LegalStatusApi.Tests.Support;
using Npgsql;

namespace LegalStatusApi.Tests.Database;

/// <summary>What is looked up costs the same however large the record is: no table of more than 10,000 rows is read from end to end.</summary>
public sealed partial class PlansTests(LargeRecord record) : IClassFixture<LargeRecord>
{
    // What questions commonly name; whatever else a statement takes is left out.
    private static readonly Dictionary<string, string> Asked = new(StringComparer.Ordinal)
    {
        ["Jurisdictions"] = "'{ZZ-p77}'",
        ["Substances"] = "'{psilocybin}'",
        ["InFull"] = "true",
        ["Revision"] = "1",
        ["Take"] = "21",
        ["Jurisdiction"] = "'ZZ-p77'",
        ["Substance"] = "'psilocybin'",
        ["On"] = "'2024-01-01'",
        ["Id"] = "'cls_aaaaaaaaaaaaaa77'",
        ["Key"] = "'source-77'",
        ["Codes"] = "'{ZZ-p77,ZZ-p78}'",
        ["Places"] = "'{ZZ-p77,US,UN}'",
        ["Classifications"] = "'{cls_aaaaaaaaaaaaaa77}'",
        ["Printed"] = "'{1}'",
        ["Instant"] = "'2026-01-01'",
        ["Days"] = "'{2024-01-01}'",
        ["Known"] = "'{UN,EU}'",
    };

    // Lists that are read through without a filter, and what tells of every record at once, are not look-ups.
    public static TheoryData<string> LookUps =>
    [
        "Database.FindRevision", "Features.Access.ListAccess", "Features.BoundaryCases.ListBoundaryCases", "Features.Changes.IsClassification",
        "Features.Classifications.ListClassificationVersions", "Features.Classifications.ListClassifications",
        "Features.Classifications.ShowClassification", "Features.Coverage.FindForms", "Features.Jurisdictions.NamePlaces",
        "Features.Permalinks.FetchChangesSince", "Features.Revisions.FetchRevisions", "Features.Revisions.FindRevisionAt",
        "Features.Sources.FetchSource", "Features.Sources.ListSourceAnswers", "Features.Sources.ListSources",
        "Features.Statuses.FetchLevels", "Features.Statuses.FindLevelDocuments", "Features.Thresholds.ListThresholds",
    ];

    [Theory, Fault(31)]
    [MemberData(nameof(LookUps))]
    public async Task A_look_up_reads_no_large_table_from_end_to_end(string name) =>
        Assert.DoesNotContain(await PlanAsync(name, "auto", Asked), ReadsALargeTable);

    // They tell of the whole record, or of a part that no index knows.
    public static TheoryData<string> Lists =>
    [
        "Features.Changes.ListChanges", "Features.Coverage.ListCoverage", "Features.Coverage.SummarizeCoverage", "Features.Jurisdictions.ListJurisdictions",
        "Features.Jurisdictions.ShowJurisdiction", "Features.Pending.ListPending", "Features.Records.KnownNames", "Features.Revisions.CountEntries",
        "Features.Revisions.DiffRevisions", "Features.Search.SearchNames",
    ];

    [Theory, Fault(31)]
    [MemberData(nameof(Lists))]
    public async Task A_list_of_the_whole_record_reads_a_large_table_once_and_not_for_each_of_its_rows(string name)
    {
        var read = (await PlanAsync(name, "auto", Asked, "explain (analyze, timing off)")).Where(ReadsALargeTable).ToList();
        Assert.All(read, line => Assert.True(line.Contains("loops=1)", StringComparison.Ordinal) || line.Contains("never executed", StringComparison.Ordinal), line));
    }

    [Fact]
    public async Task The_one_plan_for_levels_of_law_reads_no_large_table_from_end_to_end()
    {
        var many = new Dictionary<string, string>(Asked, StringComparer.Ordinal)
        {
            ["Jurisdictions"] = $"'{{{string.Join(',', Enumerable.Range(1, 66).Select(place => $"ZZ-p{place}"))}}}'",
            ["Substances"] = "'{psilocybin,lsd,ketamine}'",
        };

        var plan = await PlanAsync("Features.Statuses.FetchLevels", "force_generic_plan", many);

        Assert.DoesNotContain(plan, ReadsALargeTable);
        // Nor along the index of an exclusion constraint, which costs ten times as much.
        Assert.DoesNotContain(plan, line => line.Contains("_one_version_at_a_time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_table_that_is_read_from_end_to_end_is_noticed() =>
        Assert.Contains(
            await record.Database.Reader.ListAsync<string>("explain select summary from classification where summary = 'nothing'"), ReadsALargeTable);

    private static bool ReadsALargeTable(string line) => LargeTableRead().IsMatch(line);

    private async Task<IReadOnlyList<string>> PlanAsync(string name, string mode, Dictionary<string, string> asked, string verb = "explain")
    {
        var text = SqlFile.Read($"{name}.sql");
        var names = Parameter().Matches(text).Select(match => match.Value[1..]).Distinct(StringComparer.Ordinal).ToList();
        await using var connection = await record.Database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var prepare = new NpgsqlCommand($"set plan_cache_mode = {mode}; deallocate all; prepare asked as {SqlFile.Numbered(text, names)}", connection);
        await prepare.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var given = string.Join(", ", names.Select(each => asked.GetValueOrDefault(each, "null")));
        await using var explain = new NpgsqlCommand($"{verb} execute asked{(names.Count == 0 ? "" : $"({given})")}", connection);
        await using var reader = await explain.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var plan = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            plan.Add(reader.GetString(0));
        }

        return plan;
    }

    [GeneratedRegex("@[A-Za-z]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    // Revisions, substances and forms are few.
    [GeneratedRegex(
        "Seq Scan on (jurisdiction|jurisdiction_parent|source|source_version|classification|citation|lead|pending_law|participation|revision_entry)\\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LargeTableRead();
}
