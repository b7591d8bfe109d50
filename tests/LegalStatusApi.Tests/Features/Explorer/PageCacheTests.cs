using System.Diagnostics;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Explorer;
using LegalStatusApi.Http;
using LegalStatusApi.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>Pages that are kept: never out of date, and never more than there is room for.</summary>
public sealed class PageCacheTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static Given Rows(string schedule) => Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "1967-02-25", schedule: schedule);

    [Fault(8)]
    [Fact]
    public async Task A_publication_is_seen_on_a_page_within_a_second()
    {
        await database.PublishAsync(Rows("Before").Rows);
        await using var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        Assert.Contains("Before", (await api.PageAsync("/places/DE/lsd")).TextOf(".headline"), StringComparison.Ordinal);

        await database.PublishAsync(Rows("After").Rows);
        var published = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(published) < TimeSpan.FromSeconds(1))
        {
            await api.PageAsync("/places/DE/lsd");
        }

        Assert.Contains("After", (await api.PageAsync("/places/DE/lsd")).TextOf(".headline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_midnight_UTC_pages_are_made_anew()
    {
        await database.PublishAsync(Rows("Midnight").Rows);
        await using var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        foreach (var (hours, day) in new[] { (0, "2026-11-21"), (11, "2026-11-21"), (12, "2026-11-22") })
        {
            api.Clock.Now = TestApi.Now.AddHours(hours);

            Assert.Equal(day, (await api.PageAsync("/places/DE/lsd")).QuerySelector("form.day input[type=date]")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task No_more_is_kept_than_there_is_room_for()
    {
        const int PageBytes = 10_000;
        const int Room = 5;
        await database.PublishAsync(Rows("Room").Rows);
        using var latest = new LatestRevision(database.Reader, TimeProvider.System, NullLogger<LatestRevision>.Instance);
        await latest.StartAsync(TestContext.Current.CancellationToken);
        using var cache = new PageCache(latest, TimeProvider.System, (Room * PageBytes) + PageBytes - 1);
        while (latest.Current is null)
        {
            await Task.Yield();
        }

        var made = 0;
        for (var page = 0; page < 100; page++)
        {
            await cache.InvokeAsync(Asked($"/{page}"), Make);
        }

        Assert.Equal(100, made);
        for (var page = 0; page < 100; page++)
        {
            await cache.InvokeAsync(Asked($"/{page}"), Make);
        }

        Assert.InRange(200 - made, 0, Room);
        await latest.StopAsync(TestContext.Current.CancellationToken);

        ValueTask<object?> Make(EndpointFilterInvocationContext context)
        {
            made++;
            return ValueTask.FromResult<object?>(new PageAnswer(new byte[PageBytes], new Freshness()));
        }
    }

    [Fact]
    public async Task A_host_that_is_called_by_another_name_has_pages_of_its_own()
    {
        await database.PublishAsync(Rows("Hosts").Rows);
        await using var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        foreach (var host in new[] { "one.example", "two.example", "one.example" })
        {
            using var answer = await api.SendAsync("/places/DE/lsd?on=2024-01-01", ("Host", host));

            Assert.StartsWith($"http://{host}/", (await answer.PageAsync()).TextOf("#permalink"), StringComparison.Ordinal);
        }
    }

    private static DefaultEndpointFilterInvocationContext Asked(string path)
    {
        var http = new DefaultHttpContext();
        (http.Request.Method, http.Request.Scheme, http.Request.Host, http.Request.Path) = ("GET", "http", new HostString("localhost"), path);
        return new DefaultEndpointFilterInvocationContext(http);
    }
}
