using System.Runtime.Versioning;
using Microsoft.Extensions.Logging;

namespace LegalStatusApi.Database.Embedded;

/// <summary>
/// The service's own PostgreSQL server, for those who have none running: made in a folder at the first start, started
/// and stopped with the service, and taken over from a service that was killed.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly RunningServer _server;
    private readonly ILogger _logger;
    private int _disposed;

    [UnsupportedOSPlatform("windows")]
    private EmbeddedPostgres(RunningServer server, ILogger logger)
    {
        (_server, _logger) = (server, logger);
        (ConnectionString, DataDirectory, TakenOver) = (server.ConnectionString, server.Folder, server.TakenOver);
    }

    /// <summary>For the owner of the database, who may do everything in it.</summary>
    public string ConnectionString { get; }

    public string DataDirectory { get; }

    /// <summary>Whether a server was found running here that a killed service had left behind.</summary>
    public bool TakenOver { get; }

    /// <exception cref="EmbeddedPostgresException">The server cannot be had; the message says the way out.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresOptions options, ILogger logger, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
            throw NotOnWindows();
        var folder = new DataFolder(options.DataDirectory);
        try
        {
            var server = await new Startup(folder, options, logger).RunAsync(cancellation);
            return new EmbeddedPostgres(server, logger);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unusable(folder, problem);
        }
    }

    /// <summary>For a command beside a running service: the connection string of that service's server; null if there is none.</summary>
    public static string? ConnectionStringBeside(string dataDirectory) => OperatingSystem.IsWindows()
        ? null
        : ServerOfRunningService.Find(new DataFolder(dataDirectory))?.ConnectionStringTo(ServerAddress.Database);

    /// <summary>Deletes the folder with all its data, if it is one of ours and no service is on it.</summary>
    /// <param name="binaryDirectory">As in the options; only used to stop what a killed service left.</param>
    public static async Task ResetAsync(
        string dataDirectory, string? binaryDirectory, ILogger logger, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
            throw NotOnWindows();
        var folder = new DataFolder(dataDirectory);
        try
        {
            await FolderReset.RunAsync(folder, binaryDirectory, cancellation);
            logger.Deleted(folder.Path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unusable(folder, problem);
        }
    }

    /// <summary>Stops the server, then lets go of the folder. May be called more than once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (OperatingSystem.IsWindows() || Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        try
        {
            await _server.StopAsync();
            _logger.Stopped(DataDirectory);
        }
        catch (EmbeddedPostgresException problem)
        {
            // The service is ending: there is nobody left to catch this.
            _logger.StillRunning(problem, DataDirectory);
        }
    }

    /// <summary>Where an administrator would look for it, and where the service may write.</summary>
    public static string DefaultDataDirectory()
    {
        var parent = Environment.IsPrivilegedProcess
            ? "/var/lib"
            : Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(parent, "legal-status-api", "postgres");
    }

    [UnsupportedOSPlatform("windows")]
    private static EmbeddedPostgresException Unusable(DataFolder folder, Exception problem) => new(
        $"The database folder {folder.Path} cannot be used: {problem.Message.TrimEnd('.')}. "
        + "Mend that, or name a folder that the service may write in Database:DataDirectory.", problem);

    private static EmbeddedPostgresException NotOnWindows() => new(
        "The service can run its own PostgreSQL on Linux and macOS only. "
        + "Set ConnectionStrings:Postgres to a server that is already running.");
}
