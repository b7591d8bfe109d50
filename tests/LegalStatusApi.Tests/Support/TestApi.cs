using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using LegalStatusApi.Caching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LegalStatusApi.Tests.Support;

/// <summary>The service in process, over a real database, on a clock that stands still.</summary>
public sealed class TestApi : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Seconds that an answer may take where its time is not what is tested.</summary>
    public const string Patience = "60";

    // One service for all tests of a database that ask for nothing special: to start one takes a second, and it keeps nothing
    // from one request to the next that could be wrong for another.
    private static readonly ConditionalWeakTable<NpgsqlDataSource, TestApi> Shared = [];
    private static readonly ConditionalWeakTable<NpgsqlDataSource, ConcurrentBag<LatestRevision>> Watching = [];
    private readonly WebApplication _app;
    private bool _isShared;

    private TestApi(WebApplication app)
    {
        _app = app;
        Client = app.GetTestClient();
    }

    public HttpClient Client { get; }

    /// <summary>Every route with its method, such as <c>GET /v1/status/{jurisdiction}/{substance}</c>.</summary>
    public IReadOnlyList<string> Routes =>
    [
        .. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(endpoint =>
            (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(method => $"{method} {endpoint.RoutePattern.RawText}")),
    ];

    public FixedClock Clock { get; private init; } = new(Now);

    /// <param name="configure">What is special about it: <see cref="OfItsOwn"/> where nothing is, but what it keeps in memory matters.</param>
    /// <param name="writer">Of the same database; without it nothing can be written.</param>
    public static async Task<TestApi> StartAsync(
        NpgsqlDataSource database, Action<WebApplicationBuilder>? configure = null, NpgsqlDataSource? writer = null)
    {
        if (configure is not null)
        {
            return await StartNewAsync(database, configure, writer);
        }

        if (!Shared.TryGetValue(writer ?? database, out var shared))
        {
            shared = await StartNewAsync(database, null, writer);
            shared._isShared = true;
            Shared.Add(writer ?? database, shared);
        }

        shared.Clock.Now = Now;
        return shared;
    }

    /// <summary>A service that no other test has asked yet.</summary>
    public static void OfItsOwn(WebApplicationBuilder builder)
    {
        // Nothing is special about it.
    }

    /// <summary>Something was written past the services of a database: they do not go by what they saw before.</summary>
    public static void Forget(TestDatabase database)
    {
        foreach (var latest in Watching.GetOrCreateValue(database.Reader))
        {
            latest.Forget();
        }
    }

    /// <summary>Ends the service that the tests of a database shared.</summary>
    public static async Task EndAsync(NpgsqlDataSource database)
    {
        if (Shared.TryGetValue(database, out var shared))
        {
            Shared.Remove(database);
            shared._isShared = false;
            await shared.DisposeAsync();
        }
    }

    private static async Task<TestApi> StartNewAsync(
        NpgsqlDataSource database, Action<WebApplicationBuilder>? configure, NpgsqlDataSource? writer)
    {
        var clock = new FixedClock(Now);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseTestServer();
        // All tests come from one client; those of the limits switch them on.
        builder.Configuration["RateLimits:Enabled"] = "false";
        // A machine that is busy is no fault of an answer; those of the deadline set their own.
        builder.Configuration["Deadlines:Answer"] = Patience;
        // The server of the tests has no bodies of its own to limit; and whoever may only read can erase nothing.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware", LogLevel.Error);
        builder.Logging.AddFilter("LegalStatusApi.Features.Maintenance.Review.EraseReports", writer is null ? LogLevel.None : LogLevel.Warning);
        // Tests of refusals try hundreds of keys.
        builder.Logging.AddFilter("LegalStatusApi.Features.Maintenance.Keys.KeyCheck", LogLevel.Error);
        configure?.Invoke(builder);
        var app = Service.Build(builder, Settings.From(builder.Configuration), database, writer ?? database, clock);
        await app.StartAsync();
        Watching.GetOrCreateValue(database).Add(app.Services.GetRequiredService<LatestRevision>());
        return new TestApi(app) { Clock = clock };
    }

    public Task<HttpResponseMessage> SendAsync(string address, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, address, headers);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return Client.SendAsync(request);
    }

    /// <summary>A request exactly as stated, which no client has mended.</summary>
    public Task<HttpContext> SendAsync(Action<HttpContext> request) =>
        _app.GetTestServer().SendAsync(request, TestContext.Current.CancellationToken);

    /// <summary>The JSON of an answer that must have this status.</summary>
    public async Task<JsonObject> GetAsync(string address, int status = 200)
    {
        var answer = await Client.GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{address} gave {(int)answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    public async ValueTask DisposeAsync()
    {
        if (_isShared)
        {
            return;
        }

        Client.Dispose();
        await _app.DisposeAsync();
    }
}

/// <summary>A clock that a test sets.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
