using LegalStatusApi.Database;
using LegalStatusApi.Tests.Support;
using Npgsql;

namespace LegalStatusApi.Tests.Database;

/// <summary>What the service's own roles may do: read, and publish. Nothing else.</summary>
[Fault(26)]
public sealed class GrantTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(EveryRelation.Rows);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(AppendOnlyTests.All), MemberType = typeof(AppendOnlyTests))]
    public async Task The_reader_may_read_and_nothing_else(string table)
    {
        Assert.True(await database.Reader.AskAsync<int>($"select count(*) from {table}") > 0);
        await DeniedAsync(database.Reader, $"insert into {table} default values");
        await DeniedAsync(database.Reader, $"delete from {table}");
        await DeniedAsync(database.Reader, $"truncate {table}");
    }

    [Fact]
    public async Task The_reader_cannot_close_a_row() => await DeniedAsync(database.Reader, "update lead set recorded = '[1,2)'");

    [Theory]
    [MemberData(nameof(AppendOnlyTests.All), MemberType = typeof(AppendOnlyTests))]
    public async Task The_writer_can_neither_delete_nor_empty_nor_alter_nor_drop(string table)
    {
        await DeniedAsync(database.Writer, $"delete from {table}");
        await DeniedAsync(database.Writer, $"truncate {table}");
        await DeniedAsync(database.Writer, $"alter table {table} disable trigger all");
        await DeniedAsync(database.Writer, $"drop table {table} cascade");
    }

    [Theory]
    [MemberData(nameof(AppendOnlyTests.Recorded), MemberType = typeof(AppendOnlyTests))]
    public async Task The_writer_may_update_the_revision_range_of_a_row_and_no_other_column(string table)
    {
        await DeniedAsync(database.Writer, $"update {table} set salt = new_salt()");
        Assert.Equal(["recorded"], await database.Owner.ListAsync<string>(
            """
            select attname from pg_attribute
            where attrelid = to_regclass(@table) and attnum > 0 and not attisdropped and has_column_privilege('legal_status_writer', attrelid, attname, 'update')
            """, new { table }));
    }

    [Theory]
    [InlineData("update revision set reason = 'Another.'")]
    [InlineData("update revision_entry set hash = sha256('another')")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("create table public.another ()")]
    [InlineData("create function public.another() returns int language sql return 1")]
    [InlineData("drop trigger history_is_not_deleted on classification")]
    public async Task The_writer_cannot_step_around_the_rules(string statement) => await DeniedAsync(database.Writer, statement);

    [Fact]
    public async Task The_migrations_are_not_rewritten_by_the_service()
    {
        await DeniedAsync(database.Reader, "update schema_migration set sha256 = ''");
        await DeniedAsync(database.Writer, "update schema_migration set sha256 = ''");
        await DeniedAsync(database.Writer, "insert into schema_migration (name, sha256) values ('migrations/9999.sql', '')");
    }

    [Theory]
    [InlineData(Databases.Reader)]
    [InlineData(Databases.Writer)]
    public async Task A_role_of_the_service_owns_nothing_and_is_no_superuser(string role)
    {
        Assert.Equal(0, await database.Owner.AskAsync<int>("select count(*) from pg_class where relowner = to_regrole(@role)", new { role }));
        Assert.Equal(0, await database.Owner.AskAsync<int>("select count(*) from pg_proc where proowner = to_regrole(@role)", new { role }));
        Assert.False(await database.Owner.AskAsync<bool>(
            "select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication or rolcanlogin from pg_roles where rolname = @role", new { role }));
    }

    private static async Task DeniedAsync(NpgsqlDataSource database, string statement) =>
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => database.RunAsync(statement))).SqlState);
}
