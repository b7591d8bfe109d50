using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Database;

/// <summary>What was published stays as it was published, even against the owner of the tables.</summary>
[Fault(26)]
public sealed class AppendOnlyTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    public static TheoryData<string> Recorded =>
    [
        "jurisdiction", "jurisdiction_parent", "substance", "form", "source", "source_version", "participation", "classification", "citation", "lead", "pending_law",
    ];

    public static TheoryData<string> All => [.. Recorded.Select(row => row.Data), "revision", "revision_entry"];

    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(EveryRelation.Rows);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(All))]
    public async Task No_row_is_deleted(string table) => await RefusedAsync("history_is_append_only", $"delete from {table}");

    [Theory]
    [MemberData(nameof(All))]
    public async Task No_table_is_emptied(string table) => await RefusedAsync("history_is_append_only", $"truncate {table} cascade");

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task No_salt_is_changed(string table) => await RefusedAsync("history_is_append_only", $"update {table} set salt = new_salt()");

    [Theory]
    [InlineData("jurisdiction", "name = 'Another'")]
    [InlineData("jurisdiction_parent", "law = 'context'")]
    [InlineData("substance", "inn = 'another'")]
    [InlineData("form", "falls_back = not falls_back")]
    [InlineData("source", "title = 'Another'")]
    [InlineData("source_version", "url = 'https://another.example/'")]
    [InlineData("participation", "party = not party")]
    [InlineData("classification", "status = 'legal'")]
    [InlineData("classification", "begins = window_of_days('1972')")]
    [InlineData("classification", "summary = 'Another.', recorded = '[1,2)'")]
    [InlineData("citation", "pinpoint = '§ 2'")]
    [InlineData("lead", "to_check = 'Another.'")]
    [InlineData("pending_law", "outcome = 'failed'")]
    [InlineData("revision", "reason = 'Another.'")]
    [InlineData("revision_entry", "hash = sha256('another')")]
    public async Task No_field_is_changed(string table, string change) => await RefusedAsync("history_is_append_only", $"update {table} set {change}");

    [Theory]
    [InlineData("int8range(1, 1)")]
    [InlineData("int8range(2, null)")]
    [InlineData("int8range(0, 2)")]
    [InlineData("int8range(null, 2)")]
    [InlineData("int8range(1, null)")]
    public async Task A_revision_range_is_changed_in_no_other_way_than_closing(string range) =>
        await RefusedAsync("history_is_append_only", $"update classification set recorded = {range}");

    [Fact]
    public async Task A_row_that_is_closed_is_closed_for_ever()
    {
        await RefusedAsync("history_is_append_only", "update lead set recorded = '[1,2)'; update lead set recorded = '[1,)'");
        await RefusedAsync("history_is_append_only", "update lead set recorded = '[1,2)'; update lead set recorded = '[1,3)'");
    }

    [Fact]
    public async Task A_row_is_closed_by_a_revision_that_is_published_with_it() =>
        Assert.Equal("23503", (await database.Owner.RefusalAsync("update lead set recorded = '[1,2)'")).SqlState);

    [Fact]
    public async Task A_published_revision_takes_no_more_rows()
    {
        await RefusedAsync("published_revision_takes_no_rows", GivenSql.Classification(revision: 1));
        await RefusedAsync("published_revision_takes_no_rows", "insert into revision_entry values (1, 'added', 'lead', 'x', sha256('x'))");
    }

    [Fact]
    public async Task A_row_cannot_be_closed_before_it_is_published() =>
        await RefusedAsync("published_revision_takes_no_rows", "insert into jurisdiction (code, type, name, recorded) values ('FR', 'country', 'France', '[2,3)')");

    private async Task RefusedAsync(string rule, string statements) =>
        Assert.Equal(rule, (await database.Owner.RefusalAsync(statements)).ConstraintName);
}
