using System.Text.Json.Nodes;
using LegalStatusApi.FaultTests.Support;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.FaultTests;

/// <summary>Headers that would mislead a cache, a log or a limit, and methods that are none.</summary>
[Collection(FaultyService.OfClients)]
public sealed class StrangerTests(FaultyService service)
{
    private static readonly (string Name, string Value)[] Misleading =
    [
        ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Prefix", "/evil"), ("X-Forwarded-For", "198.51.100.7"), ("Forwarded", "host=evil.example"),
        ("X-Original-URL", "/evil"), ("X-Rewrite-URL", "/evil"), ("X-Host", "evil.example"), ("Origin", "https://evil.example"), ("Accept-Language", "evil"), ("Referer", "https://evil.example"),
        ("Cookie", "evil=1"), ("X-HTTP-Method-Override", "DELETE"),
    ];

    [Theory, Fault(37)]
    [InlineData("/v1/status/DE/lsd?on=2020-01-01")]
    [InlineData("/v1/changes.atom")]
    [InlineData("/places/DE/lsd?on=2020-01-01")]
    [InlineData("/v1/status/XX/lsd")]
    public async Task A_header_that_no_cache_looks_at_changes_nothing(string address)
    {
        var plain = await AskAsync(address);
        foreach (var header in Misleading)
        {
            var misled = await AskAsync(address, header);
            Assert.Equal((header.Name, plain.Status, plain.Tag, plain.Text), (header.Name, misled.Status, misled.Tag, misled.Text));
            Assert.DoesNotContain("evil", misled.Headers, StringComparison.Ordinal);
        }

        Figures.Saw($"{address}: {Misleading.Length} headers, the same answer");
    }

    [Fact, Fault(37)]
    public async Task Refusals_and_what_a_key_opens_are_kept_by_no_cache_and_what_differs_is_named()
    {
        var key = await service.Database.Owner.KeyAsync("Cached", "propose");
        using var opened = await SendAsync(HttpMethod.Get, "/v1/changesets", ("Authorization", $"Bearer {key}"));
        using var refused = await SendAsync(HttpMethod.Get, "/v1/status/XX/lsd");
        using var list = await SendAsync(HttpMethod.Get, "/v1/jurisdictions");
        using var table = await SendAsync(HttpMethod.Get, "/v1/jurisdictions", ("Accept", "text/csv"));

        Assert.True(opened.Headers.CacheControl!.NoStore && opened.Headers.CacheControl.Private, $"{opened.Headers.CacheControl}");
        Assert.True(refused.Headers.CacheControl!.NoStore);
        Assert.NotEqual(list.Headers.ETag, table.Headers.ETag);
        Assert.Contains("Accept", list.Headers.Vary);
        Assert.Contains("Accept-Encoding", list.Headers.Vary);
    }

    [Fact, Fault(36)]
    public async Task Nothing_that_a_client_sends_makes_a_line_of_the_log_or_breaks_one()
    {
        var key = await service.Database.Owner.KeyAsync("Logged", "propose");
        const string Marker = "jndi:ldap";
        foreach (var hostile in new[] { "${jndi:ldap://evil}", "\u001b[31mjndi:ldap", "a\tjndi:ldap", "jndi:ldap\u0085x", new string('j', 10_000) + "jndi:ldap" })
        {
            foreach (var name in new[] { "User-Agent", "X-Forwarded-For", "Referer", "Authorization", "Accept" })
            {
                await Wire.SendAsync(service.Address, Wire.Bytes($"GET /v1/status/DE/lsd?x={Uri.EscapeDataString(hostile)[..Math.Min(hostile.Length, 500)]} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{name}: {hostile}\r\n\r\n"));
            }
        }

        await Reply.GetAsync(service.Client, $"/v1/status/DE/lsd?key={key}");
        await Reply.GetAsync(service.Client, $"/v1/{key}", ("Authorization", $"Bearer {key}"));
        await Reply.GetAsync(service.Client, "/v1/changesets", ("Authorization", $"Bearer {key}"));
        var lines = service.Served.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Figures.Saw($"{lines.Length} lines, each one JSON object; no key, no address, no path in any");
        Assert.All(lines, line => Assert.NotNull(JsonNode.Parse(line)));
        Assert.DoesNotContain(Marker, service.Served.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(key, service.Served.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("/v1/status/DE", service.Served.Log, StringComparison.Ordinal);
    }

    [Fact, Fault(38)]
    public async Task No_spelling_of_a_client_or_of_an_address_is_a_way_around_the_limit()
    {
        await using var limited = await FaultyService.StartAsync(service.Database, ("RateLimits__Enabled", "true"), ("RateLimits__PerMinute", "60"), ("RateLimits__Burst", "10"));
        var key = await service.Database.Owner.KeyAsync("Limited", "propose");
        string[] addresses = ["/v1/status/DE/lsd", "/V1/STATUS/de/LSD", "/v1/status/DE/lsd/", "/v1/status/DE/lsd?x=1", "/v1/nowhere", "/v1/vocabulary"];
        var statuses = new SortedDictionary<int, int>();
        for (var i = 0; i < 120; i++)
        {
            var reply = await Reply.GetAsync(limited.Client, addresses[i % addresses.Length], ("X-Forwarded-For", $"198.51.100.{i}"), ("Forwarded", $"for=198.51.100.{i}"),
                ("X-Real-IP", $"198.51.100.{i}"), ("X-Client-IP", $"2001:db8::{i}"), ("Authorization", i % 2 == 0 ? $"Bearer {key}" : "Bearer lsk_forged"));
            Assert.Null(reply.Mistake);
            Assert.True(reply.Status != 429 || reply.TellsWhenToTryAgain);
            statuses[reply.Status] = statuses.GetValueOrDefault(reply.Status) + 1;
        }

        Figures.Saw($"{string.Join(", ", statuses.Select(each => $"{each.Value} × {each.Key}"))} of 120 from one client under 120 names");
        // Ten at once, and one a second for as long as it took.
        Assert.True(statuses.GetValueOrDefault(429) >= 60, string.Join(", ", statuses));
        Assert.Equal(200, (await Reply.GetAsync(limited.Client, "/health/live")).Status);
    }

    [Fact, Fault(38)]
    public async Task Two_instances_behind_the_documented_front_count_a_client_as_one_does()
    {
        (string, string)[] limits = [("RateLimits__Enabled", "true"), ("RateLimits__PerMinute", "60"), ("RateLimits__Burst", "10"), ("TrustedProxies", "127.0.0.1")];
        await using var one = await FaultyService.StartAsync(service.Database, limits);
        await using var other = await FaultyService.StartAsync(service.Database, limits);
        await using var front = await Front.StartAsync(one.Client.BaseAddress!, other.Client.BaseAddress!);
        using var client = new HttpClient { BaseAddress = front.Address };
        var (replies, watch) = (new List<Reply>(), System.Diagnostics.Stopwatch.StartNew());
        for (var i = 0; i < 120; i++)
        {
            replies.Add(await Reply.GetAsync(client, "/v1/vocabulary", ("X-Forwarded-For", $"198.51.100.{i}"), ("X-Real-IP", $"198.51.100.{i}"), ("Forwarded", $"for=198.51.100.{i}")));
        }

        var (answered, most) = (replies.Count(reply => reply.Status == 200), 10 + watch.Elapsed.TotalSeconds + 2);
        Figures.Saw($"two instances behind nginx: {answered} × 200 of 120 in {watch.Elapsed.TotalSeconds:0.0} s, where 10 at once and one a second are allowed");
        Assert.InRange(answered, 10, most);
        Assert.All(replies, reply => Assert.Contains(reply.Status, new[] { 200, 429 }));
        Assert.Contains(new[] { one, other }, each => !each.Log.Contains("/v1/vocabulary", StringComparison.Ordinal));
    }

    [Theory, Fault(39)]
    [InlineData("TRACE", "/v1/vocabulary")]
    [InlineData("TRACK", "/")]
    [InlineData("CONNECT", "/v1/vocabulary")]
    [InlineData("PROPFIND", "/v1/vocabulary")]
    [InlineData("DEBUG", "/")]
    [InlineData("DELETE", "/v1/status/DE/lsd")]
    public async Task A_method_that_an_address_does_not_take_is_refused(string method, string address)
    {
        var heard = await Wire.SendAsync(service.Address, Wire.Bytes($"{method} {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Secret: evil\r\nContent-Length: 0\r\n\r\n"));

        Figures.Saw($"{method} {address}: {string.Join(", ", heard.Statuses)}");
        Assert.Contains(Assert.Single(heard.Statuses), new[] { 400, 404, 405, 501 });
        Assert.DoesNotContain("evil", heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\nServer:", heard.Text, StringComparison.Ordinal);
    }

    [Theory, Fault(39)]
    [InlineData("/metrics")]
    [InlineData("/health")]
    [InlineData("/debug")]
    [InlineData("/.env")]
    [InlineData("/.git/config")]
    [InlineData("/actuator")]
    [InlineData("/admin")]
    public async Task Nothing_stands_at_the_addresses_that_are_tried_first(string address) =>
        Assert.Equal(404, (await Reply.GetAsync(service.Client, address)).Status);

    private async Task<(int Status, string? Tag, string Text, string Headers)> AskAsync(string address, params (string Name, string Value)[] headers)
    {
        using var answer = await SendAsync(HttpMethod.Get, address, headers);
        return ((int)answer.StatusCode, answer.Headers.ETag?.Tag, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.Headers.ToString());
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
