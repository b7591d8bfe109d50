using System.Collections.Concurrent;
using System.Text;
using LegalStatusApi.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LegalStatusApi.Tests.Http;

/// <summary>What is sent to a collector: that something was asked, and never what, or by whom.</summary>
[Fault(36)]
public sealed class TelemetryTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    [Privacy("Traces and metrics, if the operator collects them, say no more than that.")]
    public async Task A_collector_learns_routes_and_statuses_and_nothing_that_was_asked_about_or_who_asked()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "1967-02-25").Rows);
        var (said, collector) = await CollectAsync();
        await using (collector)
        {
            await using (var api = await WiredApi.StartAsync(database, ("Telemetry:Endpoint", collector.Urls.Single())))
            {
                Assert.Equal(200, (await api.SendAsync("GET /v1/status/DE/lsd?on=2020-02-03", "User-Agent: SomebodysBrowser", "tracestate: who=somebody",
                    "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "baggage: user=somebody")).Status);
                Assert.Equal(404, (await api.SendAsync("GET /v1/status/XX/lsd")).Status);
            }

            // The service sends what it has when it ends.
            var text = string.Concat(said.Values);
            Assert.Contains("/v1/traces", said.Keys);
            Assert.Contains("/v1/metrics", said.Keys);
            Assert.Contains("/v1/status/{jurisdiction}/{substance}", text, StringComparison.Ordinal);
            Assert.Contains("http.server.request.duration", text, StringComparison.Ordinal);
            Assert.All(new[] { "/DE/", "DE/lsd", "/XX/", "2020-02-03", "SomebodysBrowser", "somebody", "url.path", "client.address", "select " }, never => Assert.DoesNotContain(never, text, StringComparison.Ordinal));
        }
    }

    private static async Task<(ConcurrentDictionary<string, string> Said, WebApplication Collector)> CollectAsync()
    {
        var said = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = builder.Build();
        collector.MapPost("/{**path}", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            var text = Encoding.Latin1.GetString(body.ToArray());
            said.AddOrUpdate(http.Request.Path, text, (_, before) => before + text);
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);
        return (said, collector);
    }
}
