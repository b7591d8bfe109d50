using System.Net;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>What a browser and a cache are told of every page.</summary>
public sealed class HeadersTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static TheoryData<string> Pages => [.. PagesOfApi.Addresses];

    [Fault(34)]
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_runs_nothing_but_its_own_script_and_is_kept_and_revalidated_as_JSON_is(string address)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        using var answer = await api.SendAsync(address);
        using var again = await api.SendAsync(address, ("If-None-Match", answer.Headers.ETag!.ToString()));

        await answer.PageAsync();
        AssertGuarded(answer);
        Assert.False(answer.Headers.ETag.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        AssertGuarded(again);
        // What is printed may be corrected, and the page says so: it is never immutable, not even with a revision.
        Assert.Equal("public, max-age=60, stale-while-revalidate=600, stale-if-error=86400", Assert.Single(answer.Headers.GetValues("Cache-Control")));
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("/places/ZZ", 404)]
    [InlineData("/places/DE/heroin", 404)]
    [InlineData("/sources/no-such-source", 404)]
    [InlineData("/places/DE?on=1", 400)]
    [InlineData("/about?why=1", 400)]
    public async Task What_is_refused_is_guarded_as_what_is_answered(string address, int status)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        using var answer = await api.SendAsync(address);

        await answer.PageAsync(status);
        AssertGuarded(answer);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Style_script_and_icon_stand_at_addresses_that_never_change()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        var page = await api.PageAsync("/about");
        var addresses = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script").Select(each => each.GetAttribute("href") ?? each.GetAttribute("src")).ToList();
        Assert.Equal(3, addresses.Count);

        foreach (var address in addresses)
        {
            Assert.Matches("^/assets/[a-z]+\\.[0-9a-f]{10}\\.(css|js|svg)$", address!);
            using var answer = await api.SendAsync(address!);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", Assert.Single(answer.Headers.GetValues("Cache-Control")));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    private static void AssertGuarded(HttpResponseMessage answer)
    {
        Assert.Equal(Policy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("camera=(), microphone=(), geolocation=(), browsing-topics=()", Assert.Single(answer.Headers.GetValues("Permissions-Policy")));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }
}
