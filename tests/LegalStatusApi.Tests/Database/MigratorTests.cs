using LegalStatusApi.Database;
using LegalStatusApi.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LegalStatusApi.Tests.Database;

[Fault(12)]
public sealed class MigratorTests(PostgresServer server)
{
    private const string Log = "select name || ' ' || sha256 || ' ' || applied_at from schema_migration order by name";

    [Fact]
    public async Task Migrations_are_applied_once_in_the_order_of_their_names()
    {
        var database = await server.NewBareDatabaseAsync();

        var applied = await MigrateAsync(database);

        Assert.NotEmpty(applied);
        Assert.Equal(SqlFile.Names.Where(name => name.StartsWith("migrations/", StringComparison.Ordinal)), applied);
        await using var source = NpgsqlDataSource.Create(database);
        Assert.Equal(applied, await source.ListAsync<string>("select name from schema_migration order by applied_at"));
    }

    [Fact]
    public async Task Migrating_twice_changes_nothing()
    {
        var database = await server.NewBareDatabaseAsync();
        await MigrateAsync(database);
        await using var source = NpgsqlDataSource.Create(database);
        var before = await source.ListAsync<string>(Log);

        Assert.Empty(await MigrateAsync(database));

        Assert.Equal(before, await source.ListAsync<string>(Log));
    }

    [Fact]
    public async Task Services_that_migrate_at_once_take_turns()
    {
        var database = await server.NewBareDatabaseAsync();

        var applied = await Task.WhenAll(MigrateAsync(database), MigrateAsync(database), MigrateAsync(database));

        Assert.Equal(2, applied.Count(each => each.Count == 0));
        Assert.Single(applied, each => each.Count > 0);
    }

    [Fact]
    public async Task A_migration_that_was_changed_after_it_was_applied_is_refused_by_name()
    {
        var database = await server.NewBareDatabaseAsync();
        await MigrateAsync(database);
        await using var source = NpgsqlDataSource.Create(database);
        await source.RunAsync("update schema_migration set sha256 = repeat('0', 64) where name like '%0003%'");

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => MigrateAsync(database));

        Assert.Contains("migrations/0003_places_and_substances.sql was changed after it was applied", refused.Message);
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_nothing_of_itself()
    {
        var database = await server.NewBareDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(database);
        // Something of the same name is in the way of the third migration.
        await source.RunAsync("create table form ()");

        await Assert.ThrowsAsync<PostgresException>(() => MigrateAsync(database));

        Assert.Equal(["0001", "0002"], (await source.ListAsync<string>("select name from schema_migration order by name")).Select(name => name[11..15]));
        Assert.Null(await source.AskAsync<string>("select to_regclass('jurisdiction')::text"));
        await source.RunAsync("drop table form");
        Assert.NotEmpty(await MigrateAsync(database));
    }

    [Fact]
    public async Task A_login_of_its_own_may_read_and_publish_but_owns_nothing()
    {
        var database = await server.NewBareDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(database);
        var login = $"service_{Guid.NewGuid():N}";
        await source.RunAsync($"create role {login} login");

        await Migrator.MigrateAsync(database, login, NullLogger.Instance, TestContext.Current.CancellationToken);
        await Migrator.MigrateAsync(database, login, NullLogger.Instance, TestContext.Current.CancellationToken);

        var own = new NpgsqlConnectionStringBuilder(database) { Username = login }.ConnectionString;
        await using var reader = Databases.Open(own, Databases.Reader);
        Assert.Equal(0, await reader.AskAsync<int>("select count(*) from classification"));
        Assert.Equal(0, await source.AskAsync<int>("select count(*) from pg_class where relowner = to_regrole(@login)", new { login }));
    }

    private static Task<IReadOnlyList<string>> MigrateAsync(string database) =>
        Migrator.MigrateAsync(database, null, NullLogger.Instance, TestContext.Current.CancellationToken);
}
