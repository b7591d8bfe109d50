using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LegalStatusApi.Tests.Support;

/// <summary>The service in process behind its real web server: requests are sent byte by byte, as no client would mend them.</summary>
public sealed class WiredApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WiredApi(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <param name="Status">The status.</param>
    /// <param name="Type">Of a problem: which it is.</param>
    public sealed record Reply(int Status, string? Type);

    public static async Task<WiredApi> StartAsync(TestDatabase database, params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration["RateLimits:Enabled"] = "false";
        builder.Configuration["Deadlines:Answer"] = TestApi.Patience;
        foreach (var (name, value) in settings)
        {
            builder.Configuration[name] = value;
        }

        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        var app = Service.Build(builder, Settings.From(builder.Configuration), database.Reader, database.Writer, new FixedClock(TestApi.Now));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new WiredApi(app);
    }

    /// <param name="start">Such as <c>GET /v1/</c>.</param>
    /// <param name="headers">Whole lines.</param>
    public async Task<Reply> SendAsync(string start, params string[] headers)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri(_app.Urls.Single()).Port, cancellation);
        var stream = client.GetStream();
        var lines = headers.Prepend($"{start} HTTP/1.1").Concat(["Host: localhost", "Connection: close", "Content-Length: 0", "", ""]);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(string.Join("\r\n", lines)), cancellation);
        var text = await new StreamReader(stream, Encoding.UTF8).ReadToEndAsync(cancellation);
        var body = text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        var json = body.IndexOf('{', StringComparison.Ordinal) is var at and >= 0 ? JsonNode.Parse(body[at..(body.LastIndexOf('}') + 1)]) : null;
        return new Reply(int.Parse(text.Split(' ')[1]), (string?)json?["type"]);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
