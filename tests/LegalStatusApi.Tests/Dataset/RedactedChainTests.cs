using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Dataset;

/// <summary>A chain of which two maintainers took texts out: it holds, and still shows every alteration.</summary>
public sealed class RedactedChainTests(PostgresServer server) : IAsyncLifetime
{
    private const string Secret = "Jane Roe of Larimer Street told us so.";
    private static readonly string Record = RecordId.OfClassification("US/lsd-1");
    private static readonly string Lead = RecordId.OfLead("US-CO/lsd-lead-1");
    private readonly TestDatabase _database = new(server);

    private static IReadOnlyList<Row> Rows => [.. EveryRelation.Rows.Select(row => row switch
    {
        ClassificationRow { Key: "US/lsd-1" } record => record with
        {
            Summary = Secret,
            Thresholds = [new ThresholdRow(null, 1.50m, "g", "pure", "exempt_below", Secret, "Ünïcode \"quoted\" \\ \n\t\u0001 😀")],
            Conditions = new ConditionsRow(21, Secret, null, null, null, ["ptsd", "any"]),
            Disputed = "Others say otherwise.",
            ToCheck = "The gazette.",
        },
        LeadRow lead => lead with { Summary = Secret, ToCheck = Secret },
        PendingLawRow law => law with { Title = Secret },
        SourceRow { Key: "law" } source => source with { Title = Secret },
        _ => row,
    })];

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        await _database.PublishAsync(Rows, Secret);
        // Another version of the record, which still says the same text.
        await _database.PublishAsync(Rows.Select(row => row is ClassificationRow { Key: "US/lsd-1" } record ? record with { Schedule = "Schedule II" } : row));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData("summary", "summary")]
    [InlineData("thresholds", "thresholds::text")]
    [InlineData("conditions", "conditions::text")]
    [InlineData("disputed", "disputed")]
    [InlineData("toCheck", "to_check")]
    public async Task The_chain_holds_after_a_text_of_every_kind_is_gone_from_every_version(string field, string column)
    {
        var before = await _database.Owner.ListAsync<string>($"select {column} from classification where id = @Record", new { Record });

        Assert.Equal(2, await _database.RedactAsync("classification", Record, 1, field));

        var after = await _database.Owner.ListAsync<string>($"select {column} from classification where id = @Record", new { Record });
        Assert.Equal(2, after.Count(said => said is Redactions.Marker or "[]" or "{}"));
        Assert.Empty(before.Intersect(after));
        Assert.Empty(await BreaksAsync());
    }

    [Fact]
    public async Task Every_text_can_be_redacted_one_after_the_other_until_none_of_them_is_left()
    {
        foreach (var field in new[] { "summary", "thresholds", "conditions", "disputed", "toCheck" })
        {
            Assert.Equal(2, await _database.RedactAsync("classification", Record, 2, field));
            Assert.Empty(await BreaksAsync());
        }

        // Both texts of the lead say the same, so both go at once.
        Assert.Equal(2, await _database.RedactAsync("lead", Lead, 1, "toCheck"));
        Assert.Equal(1, await _database.RedactAsync("pending_law", RecordId.OfPendingLaw("US-CO/lsd-pending-1"), 1, "title"));
        Assert.Equal(1, await _database.RedactAsync("source", "law", 1, "title"));
        Assert.Equal(1, await _database.RedactAsync("revision", "1", 1, "reason"));
        Assert.Empty(await BreaksAsync());
        Assert.DoesNotContain(Secret, await _database.DumpAsync());
        Assert.Equal("{}", await _database.Owner.AskAsync<string>("select distinct redacted ->> 'salts' from classification where id = @Record", new { Record }));
        Assert.Equal(0, await _database.Owner.AskAsync<int>("select count(*) from redaction_request"));
    }

    [Fact]
    public async Task What_a_redacted_row_keeps_is_no_help_in_guessing_the_text()
    {
        var salt = await _database.Owner.AskAsync<byte[]>("select salt from classification where id = @Record and recorded_in = 1", new { Record });
        await _database.RedactAsync("classification", Record, 1, "disputed");
        await _database.RedactAsync("classification", Record, 1, "summary");

        Assert.Equal(["conditions", "thresholds", "toCheck"], await _database.Owner.ListAsync<string>(
            "select jsonb_object_keys(redacted -> 'salts') as key from classification where id = @Record and recorded_in = 1 order by key", new { Record }));
        Assert.DoesNotContain(Convert.ToHexStringLower(salt!), await _database.DumpAsync());
    }

    [Theory]
    [InlineData("to_check = 'Another.'")]
    [InlineData("to_check = null")]
    [InlineData("conditions = '{}'")]
    [InlineData("summary = 'A text again.'")]
    [InlineData("summary = 'Jane Roe of Larimer Street told us so.'")]
    [InlineData("thresholds = '[{\"unit\":\"g\",\"basis\":\"pure\",\"effect\":\"exempt_below\",\"quantity\":1}]'")]
    [InlineData("redacted = redacted #- '{salts,toCheck}'")]
    [InlineData("redacted = redacted #- '{texts,thresholds}'")]
    [InlineData("redacted = jsonb_set(redacted, '{texts,summary,digest}', to_jsonb(repeat('0', 64)))")]
    [InlineData("redacted = null, salt = new_salt()")]
    [InlineData("status = 'legal'")]
    public async Task Whatever_is_altered_in_a_redacted_row_is_found_and_the_row_named(string change)
    {
        await _database.RedactAsync("classification", Record, 1, "summary");
        await _database.RedactAsync("classification", Record, 1, "thresholds");

        await _database.Owner.TamperAsync($"update classification set {change} where id = '{Record}' and recorded_in = 1");

        Assert.Contains($"revision 1: classification {Record} is not what was published", await BreaksAsync());
    }

    [Theory]
    [InlineData("reason = 'Another.'")]
    [InlineData("redacted = jsonb_set(redacted, '{texts,reason,digest}', to_jsonb(repeat('0', 64)))")]
    public async Task A_revision_whose_reason_is_redacted_takes_no_other(string change)
    {
        await _database.RedactAsync("revision", "1", 1, "reason");

        await _database.Owner.TamperAsync($"update revision set {change} where number = 1");

        Assert.Contains("revision 1: its author, reviewer, reason, time or hash is not what was published", await BreaksAsync());
    }

    [Fact]
    public async Task The_database_writes_canonical_json_as_the_program_does()
    {
        var texts = await _database.Owner.ListAsync<string>("select value::text from free_text, jsonb_each(texts) union select fields::text from recorded_row");
        Assert.True(texts.Count > 20);
        foreach (var text in texts.Append("[1, -0.0, 1.50, 0.000001, 100000000000000000000, 0.12345678901234567890, true, false, null, {\"é\": \"\\u007f\\u2028\", \"b\": {}}, []]"))
        {
            Assert.Equal(CanonicalJson.Text(System.Text.Json.Nodes.JsonNode.Parse(text)),
                await _database.Owner.AskAsync<string>("select canonical_json(@text::jsonb)", new { text }));
        }
    }

    private async Task<IReadOnlyList<string>> BreaksAsync() => (await ChainCheck.RunAsync(_database.Reader, TestContext.Current.CancellationToken)).Breaks;
}
