using LegalStatusApi.Commands;
using LegalStatusApi.Database;
using LegalStatusApi.Database.Embedded;
using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace LegalStatusApi.Tests.Support;

/// <summary>
/// One real PostgreSQL server for the whole run, with two templates: one migrated and empty, one filled with the data set.
/// A test class takes a clone of its own (<see cref="TestDatabase"/>), so that no test leans on another.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Empty = "template_empty";
    private const string Filled = "template_filled";
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"legal-status-tests-{Guid.NewGuid():N}");
    private readonly SemaphoreSlim _creating = new(1);
    private EmbeddedPostgres? _server;
    private bool _isFilled;
    private int _number;

    public async ValueTask InitializeAsync()
    {
        _server = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions(_folder, ForTests: true), NullLogger.Instance, CancellationToken.None);
        await CreateAsync(Empty, "template1");
        await Migrator.MigrateAsync(ConnectionTo(Empty), null, NullLogger.Instance, CancellationToken.None);
    }

    /// <summary>A connection string for the owner of a new database: migrated and empty, or filled with the data set.</summary>
    public async Task<string> NewDatabaseAsync(bool filled)
    {
        await _creating.WaitAsync();
        try
        {
            if (filled && !_isFilled)
            {
                await CreateAsync(Filled, Empty);
                await using var writer = Databases.Open(ConnectionTo(Filled), Databases.Writer);
                await Import.PublishAsync(writer, Checkout.Seed, new PublicationNote("Tests", null, "The data set."), false,
                    NullLogger.Instance, CancellationToken.None);
                _isFilled = true;
            }

            var name = $"test_{++_number}";
            await CreateAsync(name, filled ? Filled : Empty);
            return ConnectionTo(name);
        }
        finally
        {
            _creating.Release();
        }
    }

    /// <summary>A connection string for the owner of an empty database without any table.</summary>
    public async Task<string> NewBareDatabaseAsync()
    {
        var name = $"bare_{Guid.NewGuid():N}";
        await CreateAsync(name, "template1");
        return ConnectionTo(name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _server!.DisposeAsync();
        _creating.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // A database cannot be copied while someone is connected to it, so nothing is pooled.
    private string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(_server!.ConnectionString) { Database = database, Pooling = false }.ConnectionString;

    private async Task CreateAsync(string name, string template)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name} template {template}", connection);
        await command.ExecuteNonQueryAsync();
    }
}
