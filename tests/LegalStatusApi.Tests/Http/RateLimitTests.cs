using System.Net;
using System.Text.RegularExpressions;
using LegalStatusApi.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LegalStatusApi.Tests.Http;

/// <summary>How many requests one client may send, and what it is told of it.</summary>
[Fault(38)]
public sealed class RateLimitTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private const string Address = "/v1/vocabulary/status";

    [Fact]
    public async Task Every_answer_tells_the_budget_and_what_is_left_of_it()
    {
        await using var api = await StartAsync(perMinute: 1, burst: 3);

        foreach (var left in new[] { 2, 1, 0 })
        {
            using var answer = await api.SendAsync(Address);

            Assert.Equal(["\"client\";q=1;w=60"], answer.Headers.GetValues("RateLimit-Policy"));
            Assert.Matches($"^\"client\";r={left};t=[0-9]+$", Assert.Single(answer.Headers.GetValues("RateLimit")));
        }
    }

    [Fact]
    public async Task One_request_too_many_is_refused_with_the_time_to_wait_and_readable_by_any_page()
    {
        await using var api = await StartAsync(perMinute: 1, burst: 2);
        await api.SendAsync(Address);
        await api.SendAsync("/v1/nowhere");

        using var answer = await api.SendAsync(Address, ("Origin", "https://reader.example"));
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains("/problems/too-many-requests", body, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(60), answer.Headers.RetryAfter!.Delta);
        Assert.Equal(["*"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Matches("^\"client\";r=0;", Assert.Single(answer.Headers.GetValues("RateLimit")));
    }

    [Fact]
    public async Task What_the_client_has_already_takes_nothing_off_its_budget()
    {
        await using var api = await StartAsync(perMinute: 1, burst: 3);
        using var first = await api.SendAsync(Address);
        var tag = first.Headers.ETag!.ToString();

        for (var i = 0; i < 10; i++)
        {
            using var again = await api.SendAsync(Address, ("If-None-Match", tag));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        }

        Assert.Equal(1, await LeftAsync(api));
    }

    [Fact]
    public async Task A_condition_that_does_not_hold_is_counted_as_any_request()
    {
        await using var api = await StartAsync(perMinute: 1, burst: 3);

        using var answer = await api.SendAsync(Address, ("If-None-Match", "\"another\""));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(1, await LeftAsync(api));
    }

    [Fact]
    public async Task The_orchestrator_is_never_refused()
    {
        await using var api = await StartAsync(perMinute: 1, burst: 1);
        await api.SendAsync(Address);

        using var answer = await api.SendAsync("/health/live");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Another_client_has_its_own_budget_and_one_IPv6_network_is_one_client()
    {
        await using var api = await StartAsync(perMinute: 1, burst: 1);

        Assert.Equal(200, await StatusAsync(api, "192.0.2.1"));
        Assert.Equal(429, await StatusAsync(api, "192.0.2.1"));
        Assert.Equal(429, await StatusAsync(api, "::ffff:192.0.2.1"));
        Assert.Equal(200, await StatusAsync(api, "192.0.2.2"));
        Assert.Equal(200, await StatusAsync(api, "2001:db8:0:1::1"));
        Assert.Equal(429, await StatusAsync(api, "2001:db8:0:1:ffff::2"));
        Assert.Equal(200, await StatusAsync(api, "2001:db8:0:2::1"));
    }

    [Fact]
    public async Task An_address_is_taken_from_a_header_only_where_a_trusted_proxy_says_it()
    {
        await using var api = await StartAsync(perMinute: 1, burst: 1, "10.0.0.0/8;192.0.2.7");

        Assert.Equal(200, await StatusAsync(api, "10.1.2.3", forwardedFor: "198.51.100.1"));
        Assert.Equal(429, await StatusAsync(api, "192.0.2.7", forwardedFor: "198.51.100.1"));
        Assert.Equal(200, await StatusAsync(api, "10.1.2.3", forwardedFor: "198.51.100.2"));
        Assert.Equal(429, await StatusAsync(api, "10.1.2.3", forwardedFor: "203.0.113.9, 198.51.100.2"));
        Assert.Equal(200, await StatusAsync(api, "203.0.113.5", forwardedFor: "198.51.100.3"));
        Assert.Equal(429, await StatusAsync(api, "203.0.113.5", forwardedFor: "198.51.100.4"));
    }

    [Fact]
    public async Task Switched_off_nothing_is_counted_or_told()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        using var answer = await api.SendAsync(Address);

        Assert.False(answer.Headers.Contains("RateLimit"));
    }

    private static async Task<int> StatusAsync(TestApi api, string address, string? forwardedFor = null)
    {
        var answer = await api.SendAsync(http =>
        {
            http.Request.Method = HttpMethods.Get;
            http.Request.Path = Address;
            http.Connection.RemoteIpAddress = IPAddress.Parse(address);
            if (forwardedFor is not null)
            {
                http.Request.Headers["X-Forwarded-For"] = forwardedFor;
            }
        });
        return answer.Response.StatusCode;
    }

    private static async Task<int> LeftAsync(TestApi api)
    {
        using var answer = await api.SendAsync(Address);
        return int.Parse(Regex.Match(Assert.Single(answer.Headers.GetValues("RateLimit")), "(?<=r=)[0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
    }

    private Task<TestApi> StartAsync(int perMinute, int burst, string proxies = "") => TestApi.StartAsync(database.Reader, builder =>
    {
        builder.Configuration["RateLimits:Enabled"] = "true";
        builder.Configuration["RateLimits:PerMinute"] = $"{perMinute}";
        builder.Configuration["RateLimits:Burst"] = $"{burst}";
        builder.Configuration["TrustedProxies"] = proxies;
    });
}
