using Dapper;
using Npgsql;

namespace LegalStatusApi.Tests.Support;

/// <summary>Plain statements for tests, run as whoever the data source connects as.</summary>
public static class Sql
{
    public static async Task<int> RunAsync(this NpgsqlDataSource database, string statements)
    {
        await using var connection = await database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return await connection.ExecuteAsync(statements);
    }

    public static async Task<T?> AskAsync<T>(this NpgsqlDataSource database, string question, object? parameters = null)
    {
        await using var connection = await database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return await connection.ExecuteScalarAsync<T>(question, parameters);
    }

    public static async Task<IReadOnlyList<T>> ListAsync<T>(this NpgsqlDataSource database, string question, object? parameters = null)
    {
        await using var connection = await database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return [.. await connection.QueryAsync<T>(question, parameters)];
    }

    /// <summary>The refusal of statements that the database must refuse; nothing of them remains.</summary>
    public static async Task<PostgresException> RefusalAsync(this NpgsqlDataSource database, string statements) =>
        await Assert.ThrowsAsync<PostgresException>(() => database.RunAsync($"begin; {statements}; commit;"));

    /// <summary>As a superuser who switches every trigger and reference off: what no login of the service can do.</summary>
    public static Task<int> TamperAsync(this NpgsqlDataSource database, string statements) =>
        database.RunAsync($"begin; set local session_replication_role = replica; {statements}; commit;");
}
