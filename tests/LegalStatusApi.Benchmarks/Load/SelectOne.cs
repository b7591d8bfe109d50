using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LegalStatusApi.Benchmarks.Load;

/// <summary>What one round trip to the database costs by itself: the same web server and driver, and <c>select 1</c> for each request.</summary>
internal static class SelectOne
{
    public static async Task<int> ServeAsync(string url, string connection)
    {
        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 20, AutoPrepareMinUsages = 2 }.ConnectionString);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false).UseUrls(url);
        await using var app = builder.Build();
        app.Run(async http =>
        {
            await using var command = database.CreateCommand("select 1");
            var one = await command.ExecuteScalarAsync(http.RequestAborted);
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(one is 1 ? "1" : "0", http.RequestAborted);
        });
        await app.RunAsync();
        return 0;
    }
}
