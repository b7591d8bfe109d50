using System.Diagnostics;
using System.Globalization;
using LegalStatusApi.Benchmarks.Load;
using Npgsql;

namespace LegalStatusApi.Benchmarks.Cluster;

/// <summary>What docker-compose.yml starts with the profile scale, on this machine and without Docker: three instances, a primary and its standby, Redis, nginx.</summary>
internal sealed class Topology : IAsyncDisposable
{
    private const int HowMany = 3;
    private readonly string _folder;

    private Topology(string folder) => _folder = folder;

    public required Postgres Primary { get; init; }

    public required Postgres Standby { get; init; }

    public required Process Redis { get; init; }

    public List<Server> Instances { get; } = [];

    public Server Front { get; private set; } = null!;

    /// <summary>The key of a maintainer who may do everything, and of another who reviews.</summary>
    public required string AdasKey { get; init; }

    public required string BeasKey { get; init; }

    public static async Task<Topology> StartAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"legal-status-cluster-{Guid.NewGuid():N}")).FullName;
        using (var open = Process.Start("chmod", ["777", folder]))
        {
            await open.WaitForExitAsync();
        }

        var primary = await Postgres.StartPrimaryAsync(folder);
        await primary.AskAsync<object>("create database legal_status");
        var redisPort = Server.FreePort();
        var redis = Process.Start(new ProcessStartInfo("redis-server", ["--port", redisPort.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--logfile", Path.Combine(folder, "redis.log")]))!;

        // The first start makes the tables and imports the data set; keys are made by the command.
        await using (await StartInstanceAsync(primary.ConnectionTo("legal_status"), primary.ConnectionTo("legal_status"), null))
        {
        }

        var ada = await KeyAsync(primary, "Ada", "propose,review,publish,admin");
        var bea = await KeyAsync(primary, "Bea", "propose,review,publish,admin");
        var standby = await Postgres.StartStandbyAsync(folder, primary, "standby");
        await primary.AskAsync<object>("alter system set synchronous_standby_names = 'standby'");
        await primary.AskAsync<object>("alter system set synchronous_commit = 'remote_apply'");
        await primary.AskAsync<object>("select pg_reload_conf()");
        var topology = new Topology(folder) { Primary = primary, Standby = standby, Redis = redis, AdasKey = ada, BeasKey = bea };
        var both = string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1:{primary.Port},127.0.0.1:{standby.Port};Database=legal_status;Username=postgres;Host Recheck Seconds=1");
        for (var number = 0; number < HowMany; number++)
        {
            topology.Instances.Add(await StartInstanceAsync(both, both, $"127.0.0.1:{redisPort}"));
        }

        topology.Front = await topology.StartFrontAsync();
        return topology;
    }

    public async ValueTask DisposeAsync()
    {
        await Front.DisposeAsync();
        foreach (var instance in Instances)
        {
            await instance.DisposeAsync();
        }

        NpgsqlConnection.ClearAllPools();
        if (!Redis.HasExited)
        {
            Redis.Kill();
            await Redis.WaitForExitAsync();
        }

        foreach (var server in new[] { Standby, Primary }.Where(server => File.Exists(Path.Combine(server.Folder, "postmaster.pid"))))
        {
            await server.KillAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static Task<Server> StartInstanceAsync(string connection, string migrations, string? redis) => Server.StartAsync(
        [
            "dotnet", Bench.Program, "serve", "--urls", "{url}", "--RateLimits:Enabled=false", "--TrustedProxies=127.0.0.1",
            .. redis is null ? Array.Empty<string>() : [$"--ConnectionStrings:Redis={redis}"],
        ],
        "/health/ready", ("ConnectionStrings__Postgres", connection), ("ConnectionStrings__Migrations", migrations));

    private static async Task<string> KeyAsync(Postgres primary, string name, string scopes)
    {
        var start = new ProcessStartInfo("dotnet", [Bench.Program, "keys", "create", "--name", name, "--scopes", scopes, "--expires", "2099-12-31"]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["ConnectionStrings__Postgres"] = primary.ConnectionTo("legal_status");
        using var create = Process.Start(start)!;
        var key = (await create.StandardOutput.ReadToEndAsync()).Trim();
        await create.WaitForExitAsync();
        return create.ExitCode == 0 ? key.Split('\n')[^1].Trim() : throw new InvalidOperationException($"No key: {key}");
    }

    // The file that Docker uses, with the addresses of this machine.
    private async Task<Server> StartFrontAsync()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Bench.Root, "deploy", "nginx.conf"));
        for (var number = 0; number < HowMany; number++)
        {
            text = text.Replace(string.Create(CultureInfo.InvariantCulture, $"api{number + 1}:8080"), Instances[number].Address.Authority, StringComparison.Ordinal);
        }

        text = text.Replace("listen 8080", "listen PORT", StringComparison.Ordinal).Replace("/tmp/legal-status-nginx", $"{_folder}/nginx", StringComparison.Ordinal)
            .Replace("worker_processes auto;", "worker_processes 1; daemon off; user root;", StringComparison.Ordinal);
        var file = Path.Combine(_folder, "nginx.conf");
        await File.WriteAllTextAsync(file + ".template", text);
        return await Server.StartAsync(["sh", "-c", $"sed s/PORT/{{port}}/ {file}.template > {file} && exec nginx -c {file} -p {_folder}"], "/health/live");
    }
}
