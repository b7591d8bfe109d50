using System.Diagnostics;
using System.Reflection;

namespace LegalStatusApi.Benchmarks.Load;

/// <summary>What the service is measured beside. Those in other languages are left out, and named, where they cannot be installed.</summary>
internal sealed class Peers : IAsyncDisposable
{
    private static readonly string Sources = Path.Combine(Bench.Root, "tests", "LegalStatusApi.Benchmarks", "peers");

    public required Server Bare { get; init; }

    public required Server SelectOne { get; init; }

    public required Server Nginx { get; init; }

    public Server? Fastify { get; private set; }

    public Server? PostGraphile { get; private set; }

    public static async Task<Peers> StartAsync(Bench bench, Bodies bodies, int bytes)
    {
        var ourselves = Assembly.GetExecutingAssembly().Location;
        var first = Path.GetFileName(Directory.EnumerateFiles(bodies.Folder).First(file => file.Contains('!', StringComparison.Ordinal) && !file.EndsWith(".br", StringComparison.Ordinal))).Replace('!', '/');
        var peers = new Peers
        {
            Bare = await Server.StartAsync(["dotnet", ourselves, "bare", "{url}", bodies.Folder], first),
            SelectOne = await Server.StartAsync(["dotnet", ourselves, "select-one", "{url}", bench.Connection], "/"),
            Nginx = await StartNginxAsync(bench.Folder, bytes),
        };
        await peers.StartNodeAsync(bench);
        return peers;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { Bare, SelectOne, Nginx, Fastify, PostGraphile }.OfType<Server>())
        {
            await server.DisposeAsync();
        }
    }

    private static async Task<Server> StartNginxAsync(string folder, int bytes)
    {
        var root = Directory.CreateDirectory(Path.Combine(folder, "nginx")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(root, "answer.json"), Enumerable.Repeat((byte)'x', bytes).ToArray());
        // The port is known only when it starts, so the configuration is made by the shell that becomes it.
        var configuration = $$"""
            daemon off; worker_processes 2; pid {{root}}/pid; error_log stderr crit; user root;
            events { worker_connections 256; }
            http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=10;
              client_body_temp_path {{root}}/a; proxy_temp_path {{root}}/b; fastcgi_temp_path {{root}}/c; uwsgi_temp_path {{root}}/d; scgi_temp_path {{root}}/e;
              server { listen 127.0.0.1:PORT; root {{root}}; default_type application/json; } }
            """;
        await File.WriteAllTextAsync(Path.Combine(root, "template"), configuration);
        return await Server.StartAsync(
            ["sh", "-c", $"sed s/PORT/{{port}}/ {root}/template > {root}/nginx.conf && exec nginx -c {root}/nginx.conf -p {root}"], "/answer.json");
    }

    private async Task StartNodeAsync(Bench bench)
    {
        var folder = Directory.CreateDirectory(Path.Combine(bench.Folder, "peers")).FullName;
        foreach (var file in Directory.EnumerateFiles(Sources))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        using var install = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-fund", "--no-audit", "--silent"]) { WorkingDirectory = folder })!;
        await install.WaitForExitAsync();
        if (install.ExitCode != 0)
        {
            Console.WriteLine("Fastify and PostGraphile could not be installed, and are left out.");
            return;
        }

        var statement = Path.Combine(Bench.Root, "src", "LegalStatusApi", "Features", "Statuses", "FindLevelDocuments.sql");
        Fastify = await Server.StartAsync(["node", Path.Combine(folder, "fastify.mjs"), "{port}", .. bench.Whereabouts, statement], "/health");
        PostGraphile = await Server.StartAsync(["node", Path.Combine(folder, "postgraphile.mjs"), "{port}", .. bench.Whereabouts], "/health");
    }
}
