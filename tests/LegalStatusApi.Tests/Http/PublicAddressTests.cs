using LegalStatusApi.Tests.Features.Explorer;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Http;

/// <summary>What leaves the service names it as it is reached from outside, whatever host was asked.</summary>
public sealed class PublicAddressTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Public = "https://law.example";

    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "1967-02-25").Rows);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fault(37)]
    [Fact]
    public async Task The_public_address_stands_where_the_host_would()
    {
        await using var api = await TestApi.StartAsync(database.Reader, builder => builder.Configuration["PublicUrl"] = Public);
        foreach (var path in new[] { "/v1/changes.atom", "/v1/changes.json", "/v1/status/DE/lsd?format=bibtex", "/v1/maps/lsd.svg", "/embed/lsd", "/", "/places/DE", "/places/DE/lsd", "/api" })
        {
            var text = await api.Client.GetStringAsync(path, TestContext.Current.CancellationToken);

            Assert.Contains(Public, text, StringComparison.Ordinal);
            Assert.DoesNotContain("http://localhost", text, StringComparison.Ordinal);
        }

        // Either name can be embedded, and no other.
        foreach (var (url, status) in new[] { ("https://law.example", 200), ("http://localhost", 200), ("https://elsewhere.example", 404) })
        {
            await api.GetAsync($"/v1/oembed?url={Uri.EscapeDataString($"{url}/embed/lsd")}", status);
        }
    }

    [Fact]
    public async Task Over_https_a_browser_is_told_to_stay_there()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        using var open = await api.SendAsync("http://localhost/v1/vocabulary");
        using var closed = await api.SendAsync("https://localhost/v1/vocabulary");

        Assert.False(open.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal(["max-age=31536000"], closed.Headers.GetValues("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Without_it_the_host_that_was_asked_stands()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        Assert.Contains("http://localhost/places/DE/lsd", (await api.PageAsync("/places/DE/lsd")).Body!.TextContent, StringComparison.Ordinal);
    }
}
