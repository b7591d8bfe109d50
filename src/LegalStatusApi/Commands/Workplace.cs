using LegalStatusApi.Database;
using LegalStatusApi.Dataset;
using Npgsql;

namespace LegalStatusApi.Commands;

/// <summary>A migrated database, the service's own or a given one, ready to be read and written.</summary>
public sealed class Workplace : IAsyncDisposable
{
    private readonly DatabasePlace _place;

    private Workplace(DatabasePlace place, TimeSpan deadline)
    {
        _place = place;
        Reader = Databases.Open(place.Connection, Databases.Reader, deadline);
        Writer = Databases.Open(place.Connection, Databases.Writer, deadline);
    }

    public NpgsqlDataSource Reader { get; }

    public NpgsqlDataSource Writer { get; }

    /// <param name="besideService">Where a running service has the private server, use that instead of refusing.</param>
    public static async Task<Workplace> OpenAsync(
        Settings settings, bool besideService, ILoggerFactory loggers, CancellationToken cancellation)
    {
        var place = await DatabasePlace.OpenAsync(settings, besideService, loggers, cancellation);
        try
        {
            await Migrator.MigrateAsync(place.OwnerConnection, LoginOf(place.Connection), loggers.CreateLogger(typeof(Migrator)), cancellation);
            return new Workplace(place, settings.Deadline);
        }
        catch
        {
            await place.DisposeAsync();
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
    public Task WatchAsync(CancellationToken cancellation) => _place.Server?.WatchAsync(cancellation) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Reader.DisposeAsync();
        await Writer.DisposeAsync();
        await _place.DisposeAsync();
    }

    private static string? LoginOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Username;
}
