using System.Text.RegularExpressions;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Database;

/// <summary>The database refuses every word that Domain/Vocabulary.cs does not know, and takes every word that it knows.</summary>
public sealed partial class VocabularyTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    public static TheoryData<string, string> Domains => new()
    {
        { "jurisdictionType", "jurisdiction_type" },
        { "parentLaw", "parent_law" },
        { "sourceType", "source_type" },
        { "citationRole", "citation_role" },
        { "status", "status_term" },
        { "verification", "verification_term" },
        { "medicalAccess", "medical_access_term" },
        { "pendingKind", "pending_kind" },
        { "pendingOutcome", "pending_outcome" },
        { "scope", "maintenance_scope" },
        { "changeSetState", "changeset_state" },
        { "changeKind", "change_kind" },
    };

    [Theory]
    [MemberData(nameof(Domains))]
    public async Task A_domain_of_the_database_takes_the_words_of_the_vocabulary_and_no_other(string list, string domain)
    {
        var check = await database.Owner.AskAsync<string>(
            "select pg_get_constraintdef(oid) from pg_constraint where contypid = to_regtype(@domain)", new { domain });

        // "unknown" is what a status is where nothing is stored.
        var words = ListOf(list).Where(word => list != "status" || word != "unknown");
        Assert.Equal(words.Order(StringComparer.Ordinal), WordsOf(check!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_domain_of_words_is_compared_above() =>
        Assert.Equal(
            Domains.Select(row => row.Data.Item2).Order(StringComparer.Ordinal),
            await database.Owner.ListAsync<string>(
                """
                select typname from pg_type join pg_constraint on contypid = pg_type.oid
                where typnamespace = 'public'::regnamespace and pg_get_constraintdef(pg_constraint.oid) like '%ANY%' order by typname collate "C"
                """));

    [Theory]
    [InlineData("activities_are_known", "activity,activityStatus")]
    [InlineData("thresholds_are_known", "activity,thresholdBasis,thresholdEffect")]
    [InlineData("conditions_are_known", "indication")]
    public async Task A_check_of_the_database_knows_the_words_of_the_vocabulary_and_no_other(string function, string lists)
    {
        var body = await database.Owner.AskAsync<string>("select pg_get_functiondef(to_regproc(@function))", new { function });

        var known = lists.Split(',').SelectMany(ListOf).ToHashSet(StringComparer.Ordinal);
        var fields = new[] { "object", "array", "number", "quantity", "unit", "basis", "effect", "activity", "indications", "minimumAge", "setting", "prescriber", "supervision", "residency", "[]", "" };
        Assert.Equal(known.Order(StringComparer.Ordinal), WordsOf(body!).Except(fields, StringComparer.Ordinal).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_list_has_a_name_of_its_own_and_no_word_twice()
    {
        Assert.Distinct(Vocabulary.All.Select(list => list.Name));
        Assert.All(Vocabulary.All, list => Assert.Distinct(list.Terms.Select(term => term.Value)));
        Assert.All(Vocabulary.All.SelectMany(list => list.Terms), term => Assert.NotEmpty(term.Meaning));
    }

    // What maintainers work with is no part of the answers, and so not of the public vocabulary.
    private static IEnumerable<string> ListOf(string name) => name switch
    {
        "scope" => Scopes.All,
        "changeSetState" => ChangeSetState.All.Terms.Select(term => term.Value),
        "changeKind" => ChangeKinds.All.Terms.Select(term => term.Value),
        _ => Vocabulary.All.Single(list => list.Name == name).Terms.Select(term => term.Value),
    };

    private static IEnumerable<string> WordsOf(string definition) => Quoted().Matches(definition).Select(match => match.Groups["word"].Value);

    [GeneratedRegex("'(?<word>[^']*)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Quoted();
}
