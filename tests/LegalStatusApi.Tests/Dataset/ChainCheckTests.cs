using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Dataset;

/// <summary>History that was altered by someone who could switch every rule of the database off.</summary>
public sealed class ChainCheckTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(server);

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        await _database.PublishAsync(EveryRelation.Rows);
        await _database.PublishAsync([.. EveryRelation.Rows.Select(row => row is LeadRow lead ? lead with { Summary = "Something was found." } : row)]);
        await _database.PublishAsync([.. EveryRelation.Rows]);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task The_chain_of_what_was_published_holds()
    {
        var report = await CheckAsync();

        Assert.Empty(report.Breaks);
        Assert.Equal(3, report.Revisions);
    }

    [Theory]
    [InlineData("jurisdiction", "name = 'Place Us'", "code = 'US'", "jurisdiction US is not")]
    [InlineData("jurisdiction", "aliases = '{x}'", "code = 'US'", "jurisdiction US is not")]
    [InlineData("jurisdiction_parent", "law = 'context'", "jurisdiction = 'US-CO'", "jurisdiction_parent US-CO>US@1876-08-01 is not")]
    [InlineData("participation", "begins = window_of_days('1980-07-16')", "true", "participation US>un-cps-1971@1980-07-15 is not")]
    [InlineData("substance", "name = 'LSd'", "slug = 'lsd'", "substance lsd is not")]
    [InlineData("form", "falls_back = true", "slug = 'spores'", "form psilocybin/spores is not")]
    [InlineData("source", "title = 'A Law'", "key = 'law'", "source law is not")]
    [InlineData("source", "type = 'order'", "key = 'law'", "source law is not")]
    [InlineData("source_version", "url = 'https://law.example/2'", "source = 'law'", "source_version law/1 is not")]
    [InlineData("classification", "status = 'legal'", "key = 'US/lsd-1'", "classification cls_")]
    [InlineData("classification", "begins = window_of_days('1971-05')", "key = 'US/lsd-1'", "classification cls_")]
    [InlineData("classification", "summary = 'A summary!'", "key = 'US/lsd-1'", "classification cls_")]
    [InlineData("classification", "thresholds = '[{\"unit\":\"g\",\"basis\":\"pure\",\"effect\":\"exempt_below\",\"quantity\":1}]'", "key = 'US/lsd-1'", "classification cls_")]
    [InlineData("citation", "pinpoint = '§ 2'", "record in (select id from classification where key = 'US/lsd-1')", "citation cit_")]
    [InlineData("lead", "to_check = 'Read the lists.'", "recorded_in = 1", "lead led_")]
    [InlineData("pending_law", "outcome = 'failed'", "true", "pending_law pnd_")]
    public async Task One_character_that_was_changed_is_found_and_its_record_named(string table, string change, string which, string named)
    {
        await _database.Owner.TamperAsync($"update {table} set {change} where {which}");

        var breaks = (await CheckAsync()).Breaks;

        Assert.Contains(breaks, said => said.StartsWith($"revision 1: {named}", StringComparison.Ordinal) && said.EndsWith("is not what was published", StringComparison.Ordinal));
        Assert.Contains("revision 1: its rows do not give its content hash", breaks);
        Assert.DoesNotContain(breaks, said => !said.StartsWith("revision 1: ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Database.AppendOnlyTests.Recorded), MemberType = typeof(Database.AppendOnlyTests))]
    public async Task A_row_that_was_deleted_is_found_in_every_relation(string table)
    {
        await _database.Owner.TamperAsync($"delete from {table} where ctid = (select min(ctid) from {table} where recorded_in = 1)");

        Assert.Contains((await CheckAsync()).Breaks, said => said.StartsWith($"revision 1: {table} ", StringComparison.Ordinal)
            && said.EndsWith("published as added, is gone", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("author = 'Somebody'")]
    [InlineData("reviewer = 'Somebody'")]
    [InlineData("reviewer = null")]
    [InlineData("reason = 'Another.'")]
    [InlineData("recorded_at = recorded_at + interval '1 millisecond'")]
    [InlineData("hash = sha256('another')")]
    public async Task Who_when_and_why_of_a_revision_cannot_be_changed_unseen(string change)
    {
        await _database.Owner.TamperAsync($"update revision set {change} where number = 2");

        Assert.Contains("revision 2: its author, reviewer, reason, time or hash is not what was published", (await CheckAsync()).Breaks);
    }

    [Fact]
    public async Task A_row_that_was_slipped_in_is_found()
    {
        await _database.Owner.TamperAsync("insert into jurisdiction (code, type, name, recorded) values ('FR', 'country', 'France', '[1,)')");

        Assert.Contains("revision 1: jurisdiction FR was added without being published", (await CheckAsync()).Breaks);
    }

    [Fact]
    public async Task A_row_that_was_closed_in_silence_is_found()
    {
        await _database.Owner.TamperAsync("update jurisdiction set recorded = '[1,3)' where code = 'US'");

        Assert.Contains("revision 3: jurisdiction US was closed without being published", (await CheckAsync()).Breaks);
    }

    [Fact]
    public async Task A_row_that_was_opened_again_is_found()
    {
        await _database.Owner.TamperAsync("update lead set recorded = '[1,)' where recorded_in = 1");

        Assert.Contains((await CheckAsync()).Breaks, said => said.StartsWith("revision 2: lead led_", StringComparison.Ordinal)
            && said.EndsWith("published as closed, is gone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_entry_that_was_made_to_fit_an_altered_row_is_found_by_the_content_hash()
    {
        await _database.Owner.TamperAsync("update jurisdiction set name = 'Another' where code = 'US'");
        var rows = await _database.Owner.ListAsync<RecordedRow>(LegalStatusApi.Database.SqlFile.Beside(typeof(ChainCheck), "FetchRecordedRows"), new { Revision = 1 });
        var hash = Chain.Entries(rows, 1).Single(entry => (entry.Relation, entry.Id) == ("jurisdiction", "US")).Hash;
        await _database.Owner.TamperAsync($"update revision_entry set hash = '\\x{Convert.ToHexStringLower(hash)}' where relation = 'jurisdiction' and id = 'US'");

        Assert.Equal(["revision 1: its rows do not give its content hash"], (await CheckAsync()).Breaks);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_revision_that_was_taken_out_is_found(int number)
    {
        await _database.Owner.TamperAsync($"delete from revision where number = {number}");

        Assert.NotEmpty((await CheckAsync()).Breaks);
    }

    private Task<ChainCheck.Report> CheckAsync() => ChainCheck.RunAsync(_database.Reader, TestContext.Current.CancellationToken);
}
