using LegalStatusApi.Database.Embedded;

namespace LegalStatusApi.Commands;

/// <summary>Where the database is, the service's own or a given one, as it is: nothing is migrated.</summary>
public sealed class DatabasePlace(EmbeddedPostgres? server, string connection, string ownerConnection) : IAsyncDisposable
{
    /// <summary>The private server; null where the database is given, or is that of a running service.</summary>
    public EmbeddedPostgres? Server => server;

    /// <summary>For the service.</summary>
    public string Connection => connection;

    /// <summary>For whoever owns the tables.</summary>
    public string OwnerConnection => ownerConnection;

    /// <param name="besideService">Where a running service has the private server, use that instead of refusing.</param>
    public static async Task<DatabasePlace> OpenAsync(Settings settings, bool besideService, ILoggerFactory loggers, CancellationToken cancellation)
    {
        if (settings.Postgres is { } given)
        {
            return new DatabasePlace(null, given, settings.Migrations ?? given);
        }

        try
        {
            var server = await EmbeddedPostgres.StartAsync(
                new EmbeddedPostgresOptions(settings.DataDirectory, settings.BinaryDirectory), loggers.CreateLogger<EmbeddedPostgres>(), cancellation);
            return new DatabasePlace(server, server.ConnectionString, server.ConnectionString);
        }
        catch (FolderInUseException) when (besideService && EmbeddedPostgres.ConnectionStringBeside(settings.DataDirectory) is { } beside)
        {
            return new DatabasePlace(null, beside, beside);
        }
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
