using System.Net;
using LegalStatusApi.Features.Maintenance.Review;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Review;

/// <summary>How many reports are taken, from one client and from all.</summary>
[Fault(38)]
public sealed class ReportLimitsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Given.Substances().Place("DE").Rows);
        }

        await database.Writer.RunAsync("delete from report");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_eleventh_report_of_a_client_on_a_day_is_refused_and_another_client_is_not()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        for (var number = 1; number <= 10; number++)
        {
            (await desk.ReportAsync("192.0.2.10")).Expect(201);
        }

        var refused = (await desk.ReportAsync("192.0.2.10")).Expect(429);
        Assert.Equal("/problems/too-many-requests", (string?)refused.Json["type"]);
        Assert.Equal(TimeSpan.FromHours(12), refused.RetryAfter);
        (await desk.ReportAsync("192.0.2.10", headers: ("X-Forwarded-For", "203.0.113.9"))).Expect(429);
        (await desk.ReportAsync("192.0.2.10", headers: ("Forwarded", "for=203.0.113.9"))).Expect(429);
        (await desk.ReportAsync("::ffff:192.0.2.10")).Expect(429);
        (await desk.ReportAsync("192.0.2.11")).Expect(201);
        desk.Api.Clock.Now = TestApi.Now.AddHours(12);
        (await desk.ReportAsync("192.0.2.10")).Expect(201);
    }

    [Fact]
    public async Task The_addresses_of_one_IPv6_network_are_one_client()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        for (var number = 1; number <= 10; number++)
        {
            (await desk.ReportAsync($"2001:db8:1:2::{number}")).Expect(201);
        }

        (await desk.ReportAsync("2001:db8:1:2:ffff::1")).Expect(429);
        (await desk.ReportAsync("2001:db8:1:3::1")).Expect(201);
    }

    [Fact]
    public async Task Of_all_clients_together_a_thousand_reports_are_taken_on_a_day()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        await database.Writer.RunAsync("""
            insert into report (id, jurisdiction, substance, kind, text, reported_on)
            select 'itm_' || translate(lpad(number::text, 16, '0'), '0189', 'abcd'), 'DE', 'lsd', 'other', 'x', '2026-11-21'
            from generate_series(1, 999) as number
            """);

        var replies = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => desk.ReportAsync($"198.51.100.{number}")));

        Assert.Single(replies, reply => reply.Status == 201);
        Assert.Equal(7, replies.Count(reply => reply.Status == 429 && reply.RetryAfter > TimeSpan.Zero));
        desk.Api.Clock.Now = TestApi.Now.AddDays(1);
        (await desk.ReportAsync("198.51.100.1")).Expect(201);
    }

    [Fact]
    [Privacy("Your reports of a day are counted under a hash of your address with a secret that is forgotten at midnight (UTC).")]
    public void The_memory_for_clients_is_bounded_and_forgotten_at_midnight()
    {
        var clock = new FixedClock(TestApi.Now);
        var limits = new ReportLimits(clock, mostClients: 3);
        Assert.All(Enumerable.Range(1, 3), number => Assert.True(limits.TryTake(new IPAddress([192, 0, 2, (byte)number]))));

        Assert.False(limits.TryTake(IPAddress.Parse("192.0.2.4")));
        Assert.True(limits.TryTake(IPAddress.Parse("192.0.2.1")));
        Assert.False(limits.TryTake(null));
        clock.Now = clock.Now.AddDays(1);
        Assert.True(limits.TryTake(IPAddress.Parse("192.0.2.4")));
    }
}
