using System.Diagnostics;
using System.Globalization;
using LegalStatusApi.Benchmarks.Load;
using Npgsql;

namespace LegalStatusApi.Benchmarks.Cluster;

/// <summary>A PostgreSQL server of the cluster's own, run as the account that Debian's package made for it.</summary>
internal sealed class Postgres(string folder, int port)
{
    private static readonly string Binaries = Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin";

    public int Port => port;

    public string Folder => folder;

    public string ConnectionTo(string database, string user = "postgres") => $"Host=127.0.0.1;Port={port};Database={database};Username={user}";

    /// <summary>A primary whose commits wait until the standby shows them, as docs/scaling.md explains.</summary>
    public static async Task<Postgres> StartPrimaryAsync(string folder)
    {
        var server = new Postgres(Path.Combine(folder, "primary"), Server.FreePort());
        await RunAsync("initdb", "-D", server.Folder, "-U", "postgres", "-A", "trust", "--locale=C", "-E", "UTF8");
        await File.AppendAllTextAsync(Path.Combine(server.Folder, "postgresql.conf"), $"""

            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            wal_level = replica
            max_wal_senders = 8
            hot_standby = on
            fsync = off
            jit = off
            """);
        await server.StartAsync();
        return server;
    }

    /// <summary>A standby that follows <paramref name="primary"/>, made of a copy of it.</summary>
    public static async Task<Postgres> StartStandbyAsync(string folder, Postgres primary, string name)
    {
        var server = new Postgres(Path.Combine(folder, name), Server.FreePort());
        await RunAsync(
            "pg_basebackup", "-D", server.Folder, "-R", "-X", "stream", "-c", "fast", "-d",
            string.Create(CultureInfo.InvariantCulture, $"host=127.0.0.1 port={primary.Port} user=postgres application_name=standby"));
        await server.StartAsync();
        return server;
    }

    public Task StartAsync() => RunAsync("pg_ctl", "-D", folder, "-l", $"{folder}.log", "-w", "-s", "-o", string.Create(CultureInfo.InvariantCulture, $"-p {port}"), "start");

    /// <summary>As a power cut would end it.</summary>
    public Task KillAsync() => RunAsync("pg_ctl", "-D", folder, "-m", "immediate", "-w", "-s", "stop");

    public Task PromoteAsync() => RunAsync("pg_ctl", "-D", folder, "-w", "-s", "promote");

    public async Task<T?> AskAsync<T>(string statement)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return (T?)await command.ExecuteScalarAsync();
    }

    // It refuses to run as root.
    private static async Task RunAsync(string program, params string[] words)
    {
        string[] all = Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", $"{Binaries}/{program}", .. words] : [$"{Binaries}/{program}", .. words];
        using var process = Process.Start(new ProcessStartInfo(all[0], all.Skip(1)) { RedirectStandardOutput = program == "initdb", WorkingDirectory = "/" })!;
        if (program == "initdb")
        {
            await process.StandardOutput.ReadToEndAsync();
        }

        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', words)} ended with {process.ExitCode}.");
        }
    }
}
