using System.Net;
using System.Text.Json.Nodes;
using LegalStatusApi.Http;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Http;

[Fault(39)]
public sealed class ProblemTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await TestApi.StartAsync(database.Reader);

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/v1/status/DE")]
    [InlineData("/v1/status/DE/lsd/more")]
    [InlineData("/v2/status/DE/lsd")]
    [InlineData("/v1//status/DE/lsd")]
    public async Task An_address_of_nothing_is_not_found(string address) => await AssertProblemAsync(await _api.SendAsync(address), 404, "not-found");

    [Fact]
    public async Task A_page_that_is_not_there_is_told_by_a_page()
    {
        var answer = await _api.SendAsync("/problems/none");

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Contains("There is no problem of this kind.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/v1/status/DE/lsd")]
    [InlineData("PUT", "/v1/status")]
    [InlineData("DELETE", "/health/live")]
    [InlineData("PATCH", "/v1/status/DE/lsd")]
    [InlineData("TRACE", "/v1/status/DE/lsd")]
    [InlineData("BREW", "/v1/status/DE/lsd")]
    public async Task A_method_that_an_address_does_not_take_is_refused_with_those_that_it_takes(string method, string address)
    {
        using var answer = await _api.SendAsync(new HttpMethod(method), address);

        await AssertProblemAsync(answer, 405, "method-not-allowed");
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_host_that_the_service_does_not_answer_for_is_refused()
    {
        await using var api = await TestApi.StartAsync(database.Reader, builder => builder.Configuration["AllowedHosts"] = "api.example;*.api.example");

        using var refused = await api.SendAsync("http://evil.example/health/live");
        using var known = await api.SendAsync("http://api.example/health/live");

        await AssertProblemAsync(refused, 400, "host-not-allowed");
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
    }

    [Fact]
    public async Task Before_anything_is_published_the_service_is_not_ready_and_has_no_answer()
    {
        using var ready = await _api.SendAsync("/health/ready");

        await AssertProblemAsync(ready, 503, "database-unavailable");
        Assert.Contains("Nothing is published yet", (string?)(await _api.GetAsync("/v1/status/DE/lsd", 400))["detail"]);
    }

    [Fact]
    public async Task Every_kind_of_problem_has_a_page_at_the_address_that_its_type_names()
    {
        foreach (var kind in Problems.All)
        {
            using var page = await _api.SendAsync(kind.With("x").Type);

            Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
            Assert.Contains(kind.Title, await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    internal static void AssertUnavailable(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    private static async Task<string> KindOfAsync(HttpResponseMessage answer) =>
        (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["type"]!;

    private static async Task AssertProblemAsync(HttpResponseMessage answer, int status, string kind)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal($"/problems/{kind}", await KindOfAsync(answer));
    }
}
