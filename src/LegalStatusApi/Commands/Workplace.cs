using LegalStatusApi.Database;
using LegalStatusApi.Database.Embedded;
using LegalStatusApi.Dataset;
using Npgsql;

namespace LegalStatusApi.Commands;

/// <summary>A migrated database, the service's own or a given one, ready to be read and written.</summary>
public sealed class Workplace : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _server;

    private Workplace(EmbeddedPostgres? server, string connectionString, TimeSpan deadline)
    {
        _server = server;
        Reader = Databases.Open(connectionString, Databases.Reader, deadline);
        Writer = Databases.Open(connectionString, Databases.Writer);
    }

    public NpgsqlDataSource Reader { get; }

    public NpgsqlDataSource Writer { get; }

    /// <param name="besideService">Where a running service has the private server, use that instead of refusing.</param>
    public static async Task<Workplace> OpenAsync(
        Settings settings, bool besideService, ILoggerFactory loggers, CancellationToken cancellation)
    {
        var (server, service) = settings.Postgres is { } given
            ? (null, given)
            : await ServerAsync(settings, besideService, loggers, cancellation);
        try
        {
            await Migrator.MigrateAsync(
                settings.Migrations ?? service, LoginOf(service), loggers.CreateLogger(typeof(Migrator)), cancellation);
            return new Workplace(server, service, settings.Deadline);
        }
        catch
        {
            if (server is not null)
            {
                await server.DisposeAsync();
            }

            throw;
        }
    }

    /// <summary>Fills an empty database with the data set's text: the genesis, shown as not reviewed.</summary>
    public async Task FillIfEmptyAsync(string folder, ILogger logger, CancellationToken cancellation)
    {
        var current = await Reader.ReadAtAsync(null, null, (_, revision) => Task.FromResult(revision), cancellation);
        if (current is null)
        {
            var note = new PublicationNote("Legal Status API", null, "The data set as it was at the first start.");
            await Import.PublishAsync(Writer, folder, note, withdrawMissing: false, logger, cancellation);
        }
    }

    /// <summary>Keeps the private server there, until cancelled; with a given database there is nothing to keep.</summary>
    public Task WatchAsync(CancellationToken cancellation) => _server?.WatchAsync(cancellation) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Reader.DisposeAsync();
        await Writer.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private static async Task<(EmbeddedPostgres? Server, string ConnectionString)> ServerAsync(
        Settings settings, bool besideService, ILoggerFactory loggers, CancellationToken cancellation)
    {
        try
        {
            var server = await EmbeddedPostgres.StartAsync(
                new EmbeddedPostgresOptions(settings.DataDirectory, settings.BinaryDirectory), loggers.CreateLogger<EmbeddedPostgres>(), cancellation);
            return (server, server.ConnectionString);
        }
        catch (FolderInUseException) when (besideService && EmbeddedPostgres.ConnectionStringBeside(settings.DataDirectory) is not null)
        {
            return (null, EmbeddedPostgres.ConnectionStringBeside(settings.DataDirectory)!);
        }
    }

    private static string? LoginOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Username;
}
