using LegalStatusApi.Features.Maintenance.Keys;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Keys;

/// <summary>Another spelling, method or header is no way around a key (faults 23 and 24), tried on the real web server.</summary>
[Fault(23, 24)]
public sealed class WaysAroundTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Set = "chs_aaaaaaaaaaaaaaaa";

    [Theory]
    [InlineData("/v1/changesets/" + Set + "/publish", true)]
    [InlineData("/v1/changesets/" + Set + "/publish/", true)]
    [InlineData("/V1/ChangeSets/" + Set + "/PUBLISH", true)]
    [InlineData("/v1/changesets/%2e/" + Set + "/publish", true)]
    [InlineData("/v1/changesets/" + Set + "/%2e/publish", true)]
    [InlineData("/v1/changesets/" + Set + "/./publish", true)]
    [InlineData("/v1/changesets/" + Set + "/submit/../publish", true)]
    [InlineData("/v1/changesets/" + Set + "/submit/%2E%2E/publish", true)]
    [InlineData("/v1/vocabulary/%2e%2e/changesets/" + Set + "/publish", true)]
    [InlineData("/v1/change%73ets/" + Set + "/publish", true)]
    [InlineData("//v1/changesets/" + Set + "/publish", false)]
    [InlineData("/v1//changesets/" + Set + "/publish", false)]
    [InlineData("/v1/changesets/" + Set + "//publish", false)]
    [InlineData("/v1/changesets/" + Set + "%2fpublish", false)]
    [InlineData("/v1/changesets/" + Set + "/publish;x=1", false)]
    [InlineData("/v1/changesets/" + Set + "/%252e/publish", false)]
    public async Task Every_spelling_of_an_address_leads_to_the_same_decision_or_nowhere(string address, bool leadsThere)
    {
        await using var api = await WiredApi.StartAsync(database);
        var decisions = new List<string>();
        foreach (var key in new[] { KeyToken.New().ToString(), await database.KeyAsync("Pia", "propose"), await database.KeyAsync("Paul", "publish") })
        {
            var reply = await api.SendAsync($"POST {address}", $"Authorization: Bearer {key}");
            decisions.Add($"{reply.Status} {reply.Type}");
        }

        var bare = await api.SendAsync($"POST {address}");
        Assert.Equal(decisions[0], $"{bare.Status} {bare.Type}");
        Assert.Equal(leadsThere
            ? ["401 /problems/unauthorized", "403 /problems/forbidden", "404 /problems/unknown-record"]
            : Enumerable.Repeat(decisions[0], 3), decisions);
        Assert.True(leadsThere || bare.Status is 404 or 405, decisions[0]);
    }

    [Fact]
    public async Task A_key_that_is_sent_twice_is_a_bad_request_and_not_used()
    {
        await using var api = await WiredApi.StartAsync(database);
        var (valid, forged) = (await database.KeyAsync("Ada", "propose"), KeyToken.New().ToString());
        Assert.Equal(200, (await api.SendAsync("GET /v1/changesets", $"Authorization: Bearer {valid}")).Status);

        foreach (var (one, another) in new[] { (valid, valid), (valid, forged), (forged, valid), (forged, "") })
        {
            Assert.Equal(new WiredApi.Reply(400, "/problems/bad-request"),
                await api.SendAsync("GET /v1/changesets", $"Authorization: Bearer {one}", $"authorization: Bearer {another}"));
        }

        Assert.Equal(1, await database.Owner.AskAsync<int>("select count(*) from key_use where key = @Id", new { Id = valid.Split('_')[1] }));
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override")]
    [InlineData("X-HTTP-Method")]
    [InlineData("X-Method-Override")]
    public async Task A_method_in_a_header_is_not_the_method(string header)
    {
        await using var api = await WiredApi.StartAsync(database);
        await database.PublishAsync(Given.Substances().Rows);
        var (ada, audit) = (await database.KeyAsync("Ada", "propose"), await database.KeyAsync("Adam", "admin"));
        var before = await CountAsync();

        // Reading stays reading, and needs no more than that.
        Assert.Equal(200, (await api.SendAsync("GET /v1/changesets", $"Authorization: Bearer {ada}", $"{header}: POST")).Status);
        Assert.Equal(200, (await api.SendAsync("GET /v1/changesets", $"Authorization: Bearer {audit}", $"{header}: POST")).Status);
        // Writing stays writing, and needs its scope.
        Assert.Equal(403, (await api.SendAsync("POST /v1/changesets", $"Authorization: Bearer {audit}", $"{header}: GET")).Status);
        Assert.Equal(415, (await api.SendAsync("POST /v1/changesets", $"Authorization: Bearer {ada}", $"{header}: GET")).Status);
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("X-Original-URL")]
    [InlineData("X-Rewrite-URL")]
    public async Task An_address_in_a_header_is_not_the_address(string header)
    {
        await using var api = await WiredApi.StartAsync(database);

        Assert.Equal(401, (await api.SendAsync("GET /v1/changesets", $"{header}: /v1/vocabulary")).Status);
        Assert.Equal(200, (await api.SendAsync("GET /v1/vocabulary", $"{header}: /v1/changesets")).Status);
    }

    [Fact]
    public async Task HEAD_is_judged_as_GET_and_OPTIONS_leads_nowhere()
    {
        await using var api = await WiredApi.StartAsync(database);
        var (any, admin) = ($"Authorization: Bearer {await database.KeyAsync("Ada", "propose")}", $"Authorization: Bearer {await database.KeyAsync("Adam", "admin")}");

        Assert.Equal((401, 200), ((await api.SendAsync("HEAD /v1/changesets")).Status, (await api.SendAsync("HEAD /v1/changesets", any)).Status));
        Assert.Equal((401, 403, 200), ((await api.SendAsync("HEAD /v1/audit")).Status, (await api.SendAsync("HEAD /v1/audit", any)).Status, (await api.SendAsync("HEAD /v1/audit", admin)).Status));
        // What only writes has no HEAD, whatever the key.
        Assert.Equal((405, 405), ((await api.SendAsync($"HEAD /v1/changesets/{Set}/publish")).Status, (await api.SendAsync($"HEAD /v1/changesets/{Set}/publish", any)).Status));
        foreach (var address in new[] { "/v1/changesets", $"/v1/changesets/{Set}", $"/v1/changesets/{Set}/publish", "/v1/audit" })
        {
            Assert.Equal(405, (await api.SendAsync($"OPTIONS {address}", any)).Status);
        }
    }

    [Fact]
    public async Task A_page_of_another_site_is_not_told_that_it_may_use_a_key()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        foreach (var address in new[] { "/v1/changesets", $"/v1/changesets/{Set}/publish", "/v1/audit", "/v1/review-queue/itm_aaaaaaaaaaaaaaaa/claim" })
        {
            using var answer = await api.SendAsync(HttpMethod.Options, address, ("Origin", "https://evil.example"),
                ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization"));

            var allowed = string.Join(',', answer.Headers.Where(header => header.Key is "Access-Control-Allow-Headers" or "Access-Control-Allow-Methods").SelectMany(header => header.Value));
            Assert.DoesNotMatch("(?i)authorization|\\*|POST|PUT|DELETE", allowed);
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    private Task<int> CountAsync() => database.Owner.AskAsync<int>("select count(*) from changeset");
}
