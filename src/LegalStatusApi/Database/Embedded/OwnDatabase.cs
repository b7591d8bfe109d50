using System.Runtime.Versioning;
using Npgsql;

namespace LegalStatusApi.Database.Embedded;

/// <summary>The one database of the cluster, created at the first start.</summary>
[UnsupportedOSPlatform("windows")]
internal static class OwnDatabase
{
    public static async Task EnsureAsync(ServerAddress address, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await OpenAsync(address, ServerAddress.Database, cancellation);
        }
        catch (PostgresException problem) when (problem.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await using var connection = await OpenAsync(address, "postgres", cancellation);
            await using var create = new NpgsqlCommand($"create database {ServerAddress.Database}", connection);
            await create.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static async Task<NpgsqlConnection> OpenAsync(
        ServerAddress address, string database, CancellationToken cancellation)
    {
        // A pool would keep the connection open for nobody.
        var connection = new NpgsqlConnection(address.ConnectionStringTo(database) + ";Pooling=false");
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
