using System.Net;
using LegalStatusApi.FaultTests.Support;
using LegalStatusApi.Tests.Support;
using Npgsql;

namespace LegalStatusApi.FaultTests;

/// <summary>The service itself ends: when it is told to, and when it is killed.</summary>
[Collection(FaultyService.Collection)]
public sealed class EndingTests(FaultyService service)
{
    [Fact, Fault(10)]
    public async Task What_is_running_when_it_is_told_to_end_is_answered_and_it_ends_well()
    {
        await using var served = await FaultyService.StartAsync(service.Database, ("Deadlines__Drain", "1"), ("Deadlines__Answer", "30"));
        await FaultyService.AnswersAgainAsync(served.Client);
        await using var holder = await service.Database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var held = await holder.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var holds = new NpgsqlCommand("lock table classification, level_document in access exclusive mode", holder))
        {
            await holds.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var running = Enumerable.Range(0, 4).Select(_ => Reply.GetAsync(served.Client, "/v1/status/DE/lsd?on=2020-01-01")).ToList();
        while (await service.Database.Owner.AskAsync<int>("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") < running.Count)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await served.SignalAsync("TERM");
        await held.DisposeAsync();
        var (replies, code) = (await Task.WhenAll(running), await served.EndAsync());
        var late = await Reply.GetAsync(served.Client, "/health/live");

        Figures.Saw($"running: {string.Join(", ", replies.Select(reply => reply.Status))}; exit code {code}");
        Assert.Equal(0, code);
        Assert.All(replies, reply => Assert.Equal(200, reply.Status));
        Assert.Equal(0, late.Status);
        await service.AnswersAgainAsync();
    }

    [Fact, Fault(10)]
    public async Task While_it_drains_it_answers_closes_connections_and_is_no_longer_ready()
    {
        await using var served = await FaultyService.StartAsync(service.Database, ("Deadlines__Drain", "10"));
        using var before = await served.Client.GetAsync("/v1/status/DE/lsd", TestContext.Current.CancellationToken);
        await served.SignalAsync("TERM");
        HttpStatusCode ready;
        do
        {
            using var asked = await served.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            ready = asked.StatusCode;
        }
        while (ready != HttpStatusCode.ServiceUnavailable);

        using var during = await served.Client.GetAsync("/v1/status/DE/lsd", TestContext.Current.CancellationToken);
        await served.SignalAsync("INT");

        Assert.NotEqual(true, before.Headers.ConnectionClose);
        Assert.Equal((HttpStatusCode.OK, true), (during.StatusCode, during.Headers.ConnectionClose));
        Assert.Equal(0, await served.EndAsync());
    }

    [Fact, Fault(10)]
    public async Task Killed_again_and_again_under_writers_the_service_loses_nothing_that_was_acknowledged()
    {
        var ledger = new Ledger(await service.Database.Owner.KeyAsync("Service killed", "propose"));
        var kills = Figures.Many(2, 50);
        for (var kill = 1; kill <= kills; kill++)
        {
            await using var served = await FaultyService.StartAsync(service.Database);
            var (before, writing) = (ledger.Replies.Count, ledger.WriteAsync(served.Client, writers: 8, TestContext.Current.CancellationToken));
            while (ledger.Replies.Count < before + 10 + kill % 7)
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            await served.KillAsync();
            await writing;
        }

        Figures.Saw($"{kills} kills, {ledger.Replies.Count} writes ({ledger.Statuses}; 0 = no answer): none lost, none twice");
        Assert.All(ledger.Replies, reply => Assert.Null(reply.Mistake));
        await ledger.CheckAsync(service.Client, service.Database.Owner);
    }

    [Fact, Fault(11)]
    public async Task A_rolling_restart_fails_no_request()
    {
        var url = $"http://127.0.0.1:{LegalStatus.FreePort()}";
        Task<ServedApi> NextAsync() => ServedApi.StartAsync(["serve", "--urls", url],
            ("ConnectionStrings__Postgres", service.Database.ConnectionString), ("Deadlines__Answer", "10"), ("Deadlines__Drain", "2"), ("SharedPort", "true"));
        var served = await NextAsync();
        await using var kept = new Readers(new Uri(url), clients: 4);
        await using var each = new Readers(new Uri(url), clients: 4, keepsAlive: false);
        var (restarts, requests) = (Figures.Many(2, 5), Figures.Many(1000, 10_000));
        for (var restart = 1; restart <= restarts; restart++)
        {
            await kept.AnsweredAsync(requests / restarts / 2);
            var next = await NextAsync();
            Assert.Equal(0, await served.StopAsync());
            await served.DisposeAsync();
            served = next;
        }

        await each.AnsweredAsync(requests / restarts / 2);
        await kept.StopAsync();
        await each.StopAsync();
        await served.DisposeAsync();

        // Connections that wait at a port that is closed move to the other instance where the kernel is told so (README, SharedPort).
        var migrates = await File.ReadAllTextAsync("/proc/sys/net/ipv4/tcp_migrate_req", TestContext.Current.CancellationToken);
        Figures.Saw($"{restarts} restarts; kept connections: {kept.Statuses}; a connection for each request: {each.Statuses} (tcp_migrate_req={migrates.Trim()}; 0 = no answer)");
        Assert.All(kept.Replies, reply => Assert.Equal(200, reply.Status));
        Assert.All(each.Replies, reply => Assert.True(reply.Status == 200 || reply.Status == 0 && migrates.Trim() == "0", $"{reply.Status} {reply.Text}"));
        Assert.InRange(each.Count(reply => reply.Status == 0), 0, restarts * 4);
    }
}
