using System.Diagnostics;
using System.Globalization;
using LegalStatusApi.Database;
using LegalStatusApi.Database.Embedded;
using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Database.Embedded;
using LegalStatusApi.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LegalStatusApi.FaultTests.Support;

/// <summary>A PostgreSQL server of its own behind a proxy: it can be killed, frozen, slowed and cut off, and comes back where it was.</summary>
public sealed class FaultyDatabase : IAsyncDisposable
{
    // As in earnest, so that what was committed is there after a crash.
    private static readonly Dictionary<string, string> InEarnest = new() { ["synchronous_commit"] = "on", ["full_page_writes"] = "on", ["max_connections"] = "40" };
    private readonly DatabaseFolder _folder = new();
    private EmbeddedPostgres _server = null!;
    private NpgsqlDataSource _owner = null!;
    private Func<Task> _release = () => Task.CompletedTask;

    public TcpProxy Proxy { get; private set; } = null!;

    public string Folder => _folder.Path;

    /// <summary>Where the programs of this very server are.</summary>
    public string Binaries => Path.GetDirectoryName(File.ResolveLinkTarget($"/proc/{_folder.ServerProcess()}/exe", returnFinalTarget: true)!.FullName)!;

    /// <summary>For the owner, past the proxy.</summary>
    public NpgsqlDataSource Owner => _owner;

    /// <summary>For the service, through the proxy.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Port = Proxy.Port }.ConnectionString;

    /// <summary>A database of another name on the same server, past the proxy.</summary>
    public string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Database = database, Pooling = false }.ConnectionString;

    /// <param name="prepare">What is done with its folder before there is anything in it; what it returns is done when nothing runs there any more.</param>
    public static async Task<FaultyDatabase> StartAsync(Dictionary<string, string>? settings = null, Func<string, Task<Func<Task>>>? prepare = null)
    {
        var database = new FaultyDatabase();
        if (prepare is not null)
        {
            Directory.CreateDirectory(database.Folder);
            database._release = await prepare(database.Folder);
        }

        database._server = await database._folder.StartAsync(overLoopback: true, settings: settings ?? InEarnest);
        database.Proxy = new TcpProxy(database.Connect());
        await Migrator.MigrateAsync(database._server.ConnectionString, null, NullLogger.Instance, CancellationToken.None);
        await using var writer = Databases.Open(database._server.ConnectionString, Databases.Writer);
        await Publication.PublishAsync(writer, [.. Given.Substances().Place("DE").Place("US").Place("US-CO", "US").Record("lsd-1", "DE", "lsd", from: "1967-02-25")
            .Record("lsd-1", "US", "lsd", from: "1971-05-01").Record("psilocybin-1", "US-CO", "psilocybin", from: "1980-01-01").Rows],
            new PublicationNote("Author", "Reviewer", "A test."), false, new Progress<string>(), CancellationToken.None);
        return database;
    }

    /// <summary>As the kernel does: no session is ended in order, nothing is written down.</summary>
    public async Task KillAsync()
    {
        using var postmaster = Process.GetProcessById(_folder.ServerProcess());
        await SignalAsync("QUIT", postmaster.Id);
        await postmaster.WaitForExitAsync(CancellationToken.None);
        await _owner.DisposeAsync();
        await _server.DisposeAsync();
    }

    public async Task StartAgainAsync(Dictionary<string, string>? settings = null)
    {
        _server = await _folder.StartAsync(overLoopback: true, settings: settings ?? InEarnest);
        Proxy.Target = Connect();
    }

    public async Task StopInOrderAsync()
    {
        await _owner.DisposeAsync();
        await _server.DisposeAsync();
    }

    /// <summary>The server and all its sessions stand still, and keep every connection.</summary>
    public Task FreezeAsync() => SignalAsync("STOP", Processes());

    public Task ThawAsync() => SignalAsync("CONT", Processes());

    /// <summary>Ends every session but our own.</summary>
    public async Task<int> EndSessionsAsync()
    {
        var ended = await _owner.AskAsync<int>("select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'");
        // Of the tests' own sessions only the one that said so is left.
        _owner.Clear();
        return ended;
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await _owner.DisposeAsync();
        await _server.DisposeAsync();
        await _release();
        await _folder.DisposeAsync();
    }

    private int Connect()
    {
        _owner = NpgsqlDataSource.Create(_server.ConnectionString);
        return new NpgsqlConnectionStringBuilder(_server.ConnectionString).Port;
    }

    private int[] Processes()
    {
        var postmaster = _folder.ServerProcess();
        return [postmaster, .. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _))
            .Where(name => ParentOf(name!) == postmaster).Select(name => int.Parse(name!, CultureInfo.InvariantCulture))];
    }

    private static int ParentOf(string process)
    {
        try
        {
            // "123 (name, which may hold blanks) S 1 …"
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static async Task SignalAsync(string signal, params int[] processes)
    {
        using var kill = Process.Start("kill", [$"-{signal}", .. processes.Select(each => each.ToString(CultureInfo.InvariantCulture))]);
        await kill.WaitForExitAsync(CancellationToken.None);
    }
}
