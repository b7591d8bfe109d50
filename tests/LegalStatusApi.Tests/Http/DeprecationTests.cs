using LegalStatusApi.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace LegalStatusApi.Tests.Http;

/// <summary>What is told of a part that will go. Nothing of version 1 is deprecated, so a service of two addresses stands for it.</summary>
public sealed class DeprecationTests
{
    [Fact]
    public async Task A_deprecated_address_says_since_when_until_when_and_what_instead()
    {
        await using var app = await StartAsync();
        using var client = app.GetTestClient();

        using var old = await client.GetAsync("/old", TestContext.Current.CancellationToken);
        using var current = await client.GetAsync("/new", TestContext.Current.CancellationToken);

        Assert.Equal(["@1767225600"], old.Headers.GetValues("Deprecation"));
        Assert.Equal(["Fri, 01 Jan 2027 00:00:00 GMT"], old.Headers.GetValues("Sunset"));
        Assert.Equal(["</new>; rel=\"deprecation\""], old.Headers.GetValues("Link"));
        Assert.False(current.Headers.Contains("Deprecation"));
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.UseRouting();
        app.UseDeprecations();
        app.MapGet("/old", () => Results.Ok()).Deprecate(new Deprecation(
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), "/new"));
        app.MapGet("/new", () => Results.Ok());
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
