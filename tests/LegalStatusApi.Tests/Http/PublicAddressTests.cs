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

    [Theory]
    [InlineData("/v1/changes.atom")]
    [InlineData("/v1/changes.json")]
    [InlineData("/v1/status/DE/lsd?format=bibtex")]
    [InlineData("/v1/maps/lsd.svg")]
    [InlineData("/embed/lsd")]
    [InlineData("/places/DE/lsd")]
    [InlineData("/api")]
    public async Task The_public_address_stands_where_the_host_would(string path)
    {
        await using var api = await TestApi.StartAsync(database.Reader, builder => builder.Configuration["PublicUrl"] = Public);

        var text = await api.Client.GetStringAsync(path, TestContext.Current.CancellationToken);

        Assert.Contains(Public, text, StringComparison.Ordinal);
        Assert.DoesNotContain("http://localhost", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://law.example/embed/lsd", 200)]
    [InlineData("http://localhost/embed/lsd", 200)]
    [InlineData("https://elsewhere.example/embed/lsd", 404)]
    public async Task Both_names_can_be_embedded(string url, int status)
    {
        await using var api = await TestApi.StartAsync(database.Reader, builder => builder.Configuration["PublicUrl"] = Public);

        await api.GetAsync($"/v1/oembed?url={Uri.EscapeDataString(url)}", status);
    }

    [Fact]
    public async Task Without_it_the_host_that_was_asked_stands()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        Assert.Contains("http://localhost/places/DE/lsd", (await api.PageAsync("/places/DE/lsd")).Body!.TextContent, StringComparison.Ordinal);
    }
}
