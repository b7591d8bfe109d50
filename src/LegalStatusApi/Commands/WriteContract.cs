using LegalStatusApi.Http.OpenApi;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Npgsql;

namespace LegalStatusApi.Commands;

/// <summary><c>contract</c>: writes the contract without a database and without listening anywhere.</summary>
public static class WriteContract
{
    public static async Task<int> RunAsync(string folder, CancellationToken cancellation)
    {
        foreach (var (name, text) in await TextsAsync(cancellation))
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, name), text, cancellation);
        }

        return 0;
    }

    /// <summary>Each file of the contract with its text.</summary>
    public static async Task<IReadOnlyList<(string Name, string Text)>> TextsAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton<IServer, NoServer>();
        builder.Services.Configure<ConsoleLifetimeOptions>(lifetime => lifetime.SuppressStatusMessages = true);
        await using var nothing = NpgsqlDataSource.Create("Host=127.0.0.1");
        await using var app = Service.Build(builder, Settings.From(builder.Configuration), nothing, nothing, TimeProvider.System);
        // Routes are known only to a service that was started.
        await app.StartAsync(cancellation);
        var contract = app.Services.GetRequiredService<Contract>();
        return
        [
            ("legal-status.v1.json", await contract.JsonAsync(cancellation)),
            ("legal-status.v1.yaml", await contract.YamlAsync(cancellation)),
            ("legal-status.v1.openapi-3.0.json", await contract.OlderJsonAsync(cancellation)),
        ];
    }

    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
