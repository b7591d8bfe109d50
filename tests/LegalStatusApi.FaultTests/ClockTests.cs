using System.Globalization;
using System.Text.Json.Nodes;
using LegalStatusApi.FaultTests.Support;
using LegalStatusApi.Features.Maintenance.Keys;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.FaultTests;

/// <summary>An instance whose clock is wrong stands beside one whose clock is right.</summary>
[Collection(FaultyService.OfClients)]
public sealed class ClockTests(FaultyService service)
{
    private static readonly string Library = Directory.Exists("/usr/lib")
        ? Directory.EnumerateFiles("/usr/lib", "libfaketime.so.1", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 3 }).FirstOrDefault("")
        : "";

    [Fact, Fault(13)]
    public async Task The_record_tells_the_time_of_the_database_whatever_the_clock_of_an_instance_says()
    {
        Assert.SkipWhen(Library.Length == 0, "libfaketime is not installed (apt-get install faketime).");
        await using var ahead = await FaultyService.StartAsync(service.Database, ("LD_PRELOAD", Library), ("FAKETIME", "+3y"), ("FAKETIME_DONT_FAKE_MONOTONIC", "1"));
        var (right, wrong) = (await Publisher.OfAsync(service.Client, service.Database.Owner), await Publisher.OfAsync(ahead.Client, service.Database.Owner));
        await wrong.PublishAsync("Clock 1");
        await right.PublishAsync("Clock 2");
        await wrong.PublishAsync("Clock 3");

        using var answer = await ahead.Client.GetAsync("/v1/status/DE/lsd", TestContext.Current.CancellationToken);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var year = await service.Database.Owner.AskAsync<int>("select extract(year from now() at time zone 'UTC')");
        Figures.Saw($"three years ahead: its keys work, its answer is of {body["on"]}, revisions are of the database's time and in order");
        Assert.Equal(0, await service.Database.Owner.AskAsync<int>("""
            select count(*) from (select recorded_at, lag(recorded_at) over (order by number) as before from revision) as each
            where recorded_at < before or recorded_at > clock_timestamp()
            """));
        // What it takes for today is its own, in UTC, and stated in the answer.
        Assert.Equal(year + 3, DateOnly.ParseExact((string)body["on"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture).Year);
        Assert.Equal(answer.Headers.Date!.Value.UtcDateTime.Year, year + 3);
        var expired = KeyToken.New();
        await service.Database.Owner.AskAsync<int>("""
            insert into api_key (id, maintainer, hash, scopes, created_at, expires_at)
            select @Id, id, @Hash, '{propose}', clock_timestamp() - interval '2 h', clock_timestamp() - interval '1 h' from maintainer where name = 'Ada'
            """, new { expired.Id, expired.Hash });
        foreach (var client in new[] { service.Client, ahead.Client })
        {
            Assert.Equal(401, (await Reply.GetAsync(client, "/v1/changesets", ("Authorization", $"Bearer {expired}"))).Status);
        }
    }
}
