using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace LegalStatusApi.Database;

/// <summary>One file of sql/migrations.</summary>
public sealed record Migration(string Name, string Text)
{
    private const string Folder = "migrations/";

    public static IReadOnlyList<Migration> All { get; } =
        [.. SqlFile.Names.Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => new Migration(name, SqlFile.Read(name)))];

    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}

/// <summary>Applies sql/migrations, each once, in order of name, each in a transaction of its own, under an advisory lock.</summary>
public static class Migrator
{
    private const long Lock = 0x6c65_6761_6c73_7461; // "legalsta", so that two starting services take turns.

    // Whoever waits for a table has everybody who comes later wait behind: shorter than readers wait, and tried again.
    private const string LockTimeout = "set local lock_timeout = '1s'";
    private const int Attempts = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static Task<IReadOnlyList<string>> MigrateAsync(
        string connectionString, string? serviceLogin, ILogger logger, CancellationToken cancellation) =>
        MigrateAsync(connectionString, serviceLogin, Migration.All, logger, cancellation);

    /// <returns>The names of those that were not applied yet.</returns>
    public static async Task<IReadOnlyList<string>> MigrateAsync(
        string connectionString, string? serviceLogin, IEnumerable<Migration> migrations, ILogger logger, CancellationToken cancellation)
    {
        await using var source = Databases.OpenPrimary(new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 300, Pooling = false });
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_lock(@Lock)", new { Lock }, cancellationToken: cancellation));
        await connection.ExecuteAsync(new CommandDefinition(SqlFile.Beside(typeof(Migrator), "MigrationHistory"), cancellationToken: cancellation));
        var applied = (await connection.QueryAsync<(string Name, string Sha256)>(new CommandDefinition(
            "select name, sha256 from schema_migration", cancellationToken: cancellation)))
            .ToDictionary(row => row.Name, row => row.Sha256, StringComparer.Ordinal);

        var done = new List<string>();
        foreach (var migration in migrations)
        {
            if (applied.TryGetValue(migration.Name, out var known))
            {
                if (known != migration.Sha256)
                {
                    throw new InvalidOperationException($"{migration.Name} was changed after it was applied: write a new migration instead.");
                }

                continue;
            }

            await ApplyBetweenOthersAsync(connection, migration, logger, cancellation);
            logger.LogInformation("Applied {Migration}", migration.Name);
            done.Add(migration.Name);
        }

        await LetServiceInAsync(connection, serviceLogin, cancellation);
        return done;
    }

    // While others read and write, a table may be in use for longer than anybody should wait behind a migration.
    private static async Task ApplyBetweenOthersAsync(NpgsqlConnection connection, Migration migration, ILogger logger, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ApplyAsync(connection, migration, cancellation);
                return;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable && attempt < Attempts)
            {
                logger.LogInformation("{Migration} waits for a table that is in use", migration.Name);
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(LockTimeout, transaction: transaction, cancellationToken: cancellation));
        await connection.ExecuteAsync(new CommandDefinition(migration.Text, transaction: transaction, cancellationToken: cancellation));
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into schema_migration (name, sha256) values (@Name, @Sha256)", migration, transaction, cancellationToken: cancellation));
        await transaction.CommitAsync(cancellation);
    }

    // The service connects with its own login and then takes on a role that owns nothing.
    private static async Task LetServiceInAsync(NpgsqlConnection connection, string? login, CancellationToken cancellation)
    {
        if (login is not null)
        {
            var member = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
                "select pg_has_role(@login, 'legal_status_reader', 'member') and pg_has_role(@login, 'legal_status_writer', 'member')",
                new { login }, cancellationToken: cancellation));
            if (!member)
            {
                var quoted = new NpgsqlCommandBuilder().QuoteIdentifier(login);
                await connection.ExecuteAsync(new CommandDefinition(
                    $"grant legal_status_reader, legal_status_writer to {quoted}", cancellationToken: cancellation));
            }
        }
    }
}
