using System.Globalization;
using LegalStatusApi.Commands;
using LegalStatusApi.Tests.Support;
using Npgsql;

namespace LegalStatusApi.FaultTests.Support;

/// <summary>A server that follows the one of <see cref="FaultyDatabase"/>, made of a copy of it, and can be told to stand still.</summary>
public sealed class Standby : IAsyncDisposable
{
    /// <summary>With which a server can be followed.</summary>
    public static readonly Dictionary<string, string> Followed = new() { ["synchronous_commit"] = "on", ["wal_level"] = "replica", ["max_wal_senders"] = "4", ["max_connections"] = "40" };

    private readonly string _binaries;
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"legal-status-test-{Guid.NewGuid():N}");
    private readonly string _primary;

    private Standby(FaultyDatabase primary) => (_primary, _binaries) = (primary.ConnectionTo("legal_status"), primary.Binaries);

    public int Port { get; } = LegalStatus.FreePort();

    private string Cluster => Path.Combine(_folder, "cluster");

    public NpgsqlDataSource Owner => field ??= NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_primary) { Port = Port }.ConnectionString);

    /// <summary>Both servers, as the service names them.</summary>
    public string Both
    {
        get
        {
            var primary = new NpgsqlConnectionStringBuilder(_primary) { Pooling = true };
            return new NpgsqlConnectionStringBuilder(primary.ConnectionString)
            {
                Host = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{primary.Port},127.0.0.1:{Port}"), HostRecheckSeconds = 1,
            }.ConnectionString;
        }
    }

    public static async Task<Standby> StartAsync(FaultyDatabase primary)
    {
        var standby = new Standby(primary);
        Directory.CreateDirectory(standby._folder);
        await PostgresTools.RunAsync("pg_basebackup", standby._primary, standby._binaries, ["-D", standby.Cluster, "-R", "-X", "stream", "-c", "fast"], TestContext.Current.CancellationToken);
        // The copy reads its settings beside itself, as the original does.
        await File.WriteAllTextAsync(Path.Combine(standby._folder, "server.conf"), string.Create(
            CultureInfo.InvariantCulture, $"listen_addresses = '127.0.0.1'\nunix_socket_directories = ''\nport = {standby.Port}\nmax_connections = 40\nfsync = off\n"), TestContext.Current.CancellationToken);
        if (Environment.IsPrivilegedProcess)
        {
            await Tool.RunAsync("/", "chown", "-R", "postgres:postgres", standby._folder);
        }

        await standby.ControlAsync("-l", Path.Combine(standby._folder, "log"), "-w", "-s", "start");
        return standby;
    }

    /// <summary>What the primary writes arrives, and is not shown.</summary>
    public Task StandStillAsync() => Owner.RunAsync("select pg_wal_replay_pause()");

    public Task GoOnAsync() => Owner.RunAsync("select pg_wal_replay_resume()");

    public async ValueTask DisposeAsync()
    {
        await Owner.DisposeAsync();
        await ControlAsync("-m", "immediate", "-s", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private Task ControlAsync(params string[] words)
    {
        string[] all = [Path.Combine(_binaries, "pg_ctl"), "-D", Cluster, .. words];
        // A server refuses to run as root. It would keep the pipes of what started it, too.
        string[] started = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", .. all] : all;
        return Tool.RunAsync("/", "sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", .. started]);
    }
}
