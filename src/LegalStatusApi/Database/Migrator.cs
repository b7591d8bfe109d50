using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace LegalStatusApi.Database;

/// <summary>Applies sql/migrations, each once, in order of name, each in a transaction of its own, under an advisory lock.</summary>
public static class Migrator
{
    private const string Folder = "migrations/";
    private const long Lock = 0x6c65_6761_6c73_7461; // "legalsta", so that two starting services take turns.

    public static async Task<IReadOnlyList<string>> MigrateAsync(
        string connectionString, string? serviceLogin, ILogger logger, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 300, Pooling = false, Options = "-c lock_timeout=10s" });
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_lock(@Lock)", new { Lock }, cancellationToken: cancellation));
        await connection.ExecuteAsync(new CommandDefinition(SqlFile.Beside(typeof(Migrator), "MigrationHistory"), cancellationToken: cancellation));
        var applied = (await connection.QueryAsync<(string Name, string Sha256)>(new CommandDefinition(
            "select name, sha256 from schema_migration", cancellationToken: cancellation)))
            .ToDictionary(row => row.Name, row => row.Sha256, StringComparer.Ordinal);

        var done = new List<string>();
        foreach (var name in SqlFile.Names.Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            var text = SqlFile.Read(name);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            if (applied.TryGetValue(name, out var known))
            {
                if (known != sha256)
                {
                    throw new InvalidOperationException($"{name} was changed after it was applied: write a new migration instead.");
                }

                continue;
            }

            await ApplyAsync(connection, name, text, sha256, cancellation);
            logger.LogInformation("Applied {Migration}", name);
            done.Add(name);
        }

        await LetServiceInAsync(connection, serviceLogin, cancellation);
        return done;
    }

    private static async Task ApplyAsync(
        NpgsqlConnection connection, string name, string text, string sha256, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(text, transaction: transaction, cancellationToken: cancellation));
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into schema_migration (name, sha256) values (@name, @sha256)", new { name, sha256 }, transaction, cancellationToken: cancellation));
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
