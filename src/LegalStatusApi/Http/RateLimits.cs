using System.Globalization;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Http;

/// <summary>How many requests one client may send: a token bucket of the framework's for each network.</summary>
/// <param name="PerMinute">Requests a minute in the long run.</param>
/// <param name="Burst">How many at once.</param>
public sealed record RateLimit(int PerMinute, int Burst);

/// <summary>
/// Limits each client and says so in RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers) of every answer. A request for
/// what the client has already (304) takes nothing off its budget. Nothing is kept of a client but its bucket, for seconds, in memory.
/// </summary>
public sealed class RateLimits : IDisposable
{
    private const int SecondsOfWindow = 60;
    private readonly RateLimit _limit;
    private readonly PartitionedRateLimiter<Asking> _clients;
    private readonly TimeSpan _period;
    private readonly string _policyOfClients;
    private readonly string _policyOfPages;
    private volatile Told _told = new("", 0, "");

    public RateLimits(RateLimit limit)
    {
        _limit = limit;
        // Tokens come back evenly, several at once where a token would come more often than twenty times a second.
        var tokens = Math.Max(1, limit.PerMinute / (SecondsOfWindow * 20));
        _period = TimeSpan.FromSeconds((double)SecondsOfWindow * tokens / limit.PerMinute);
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = limit.Burst, TokensPerPeriod = tokens, ReplenishmentPeriod = _period, QueueLimit = 0, AutoReplenishment = false,
        };
        // All are replenished by one clock, that of the limiter of them all. What makes one is made once, not for each request.
        Func<Asking, RateLimiter> another = _ => new TokenBucketRateLimiter(bucket);
        _clients = PartitionedRateLimiter.Create<Asking, Asking>(asking => RateLimitPartition.Get(asking, another));
        (_policyOfClients, _policyOfPages) = (PolicyOf("client"), PolicyOf("pages"));
    }

    private sealed record Told(string Budget, long Left, string Text);

    /// <summary>Whoever reads pages and calls the API from one address has a budget for each.</summary>
    private readonly record struct Asking(bool IsForPeople, bool IsIPv6, ulong Network)
    {
        public string Budget => IsForPeople ? "pages" : "client";

        public static Asking Of(HttpContext http, bool isForPeople)
        {
            var address = http.Connection.RemoteIpAddress;
            return new Asking(isForPeople, address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }, Client.NetworkOf(address));
        }
    }

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        // The orchestrator asks whether the service is well, however many clients there are.
        if (http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            await next(http);
            return;
        }

        // Whether the answer will be 304 is known only at its end, so what asks for that is counted then.
        var isConditional = http.Request.Headers.ContainsKey(HeaderNames.IfNoneMatch);
        var asking = Asking.Of(http, http.GetEndpoint()?.Metadata.GetMetadata<ForPeople>() is not null);
        using var lease = _clients.AttemptAcquire(asking, isConditional ? 0 : 1);
        http.Response.OnStarting(() =>
        {
            if (isConditional && http.Response.StatusCode != StatusCodes.Status304NotModified)
            {
                _clients.AttemptAcquire(asking).Dispose();
            }

            Tell(http, asking, LeftOf(asking));
            return Task.CompletedTask;
        });
        if (lease.IsAcquired)
        {
            await next(http);
            return;
        }

        http.Response.Headers.RetryAfter = $"{SecondsUntil(1)}";
        await Problems.WriteAsync(http, Problems.TooManyRequests.With(
            $"At most {_limit.PerMinute} requests a minute from one client, {_limit.Burst} at once. Try again after Retry-After seconds; If-None-Match costs nothing where nothing changed."));
    }

    /// <summary>Counts a request whose answer is ready, and says so in its headers; false where the client may not ask now.</summary>
    /// <param name="isForPeople">It is a page.</param>
    /// <param name="isKnown">The client has the answer already (304).</param>
    public bool TryTake(HttpContext http, bool isForPeople, bool isKnown)
    {
        var asking = Asking.Of(http, isForPeople);
        if (isKnown)
        {
            // Nothing is taken, so that what is left is all there is to know.
            var left = LeftOf(asking);
            Tell(http, asking, left);
            return left > 0;
        }

        using var lease = _clients.AttemptAcquire(asking);
        if (lease.IsAcquired)
        {
            Tell(http, asking, LeftOf(asking));
        }

        return lease.IsAcquired;
    }

    public void Dispose() => _clients.Dispose();

    private long LeftOf(Asking asking) => _clients.GetStatistics(asking)?.CurrentAvailablePermits ?? _limit.Burst;

    private void Tell(HttpContext http, Asking asking, long left)
    {
        http.Response.Headers["RateLimit-Policy"] = asking.IsForPeople ? _policyOfPages : _policyOfClients;
        // Where nothing is taken it is the same from one request to the next.
        var told = _told;
        if (told.Left != left || told.Budget != asking.Budget)
        {
            _told = told = new Told(asking.Budget, left, string.Create(
                CultureInfo.InvariantCulture, stackalloc char[64], $"\"{asking.Budget}\";r={left};t={SecondsUntil(_limit.Burst - left)}"));
        }

        http.Response.Headers["RateLimit"] = told.Text;
    }

    private string PolicyOf(string budget) => $"\"{budget}\";q={_limit.PerMinute};w={SecondsOfWindow}";

    private long SecondsUntil(long tokens) =>
        (long)Math.Ceiling(Math.Max(_period.TotalSeconds, tokens * (double)SecondsOfWindow / _limit.PerMinute));
}

/// <summary>Where requests are counted in the pipeline, and whose word for an address is taken.</summary>
public static class RateLimiting
{
    /// <summary>An address is taken from X-Forwarded-For only where a trusted proxy says it; only its last hop is believed.</summary>
    public static void AddTrustedProxies(this IServiceCollection services, IReadOnlyList<System.Net.IPNetwork> proxies) =>
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
            {
                forwarded.KnownIPNetworks.Add(proxy);
            }
        });

    public static void AddRateLimits(this IServiceCollection services, RateLimit? limit)
    {
        if (limit is not null)
        {
            services.AddSingleton(new RateLimits(limit));
        }
    }

    public static void UseRateLimits(this WebApplication app)
    {
        if (app.Services.GetService<RateLimits>() is { } limits)
        {
            app.Use((http, next) => limits.InvokeAsync(http, next));
        }
    }
}
