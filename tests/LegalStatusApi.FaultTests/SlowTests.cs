using System.Diagnostics;
using LegalStatusApi.FaultTests.Support;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.FaultTests;

/// <summary>The database is slow, stands still, or has no connection left.</summary>
[Collection(FaultyService.Collection)]
public sealed class SlowTests(FaultyService service)
{
    // The deadline is 2.5 s; what a busy machine adds is not the service's.
    private const double Longest = 4000;

    // Two seconds until the database is suspected, four for it to answer, and what the driver takes to give up.
    private const double LongestOfMaintainers = 15_000;

    [Theory, Fault(4)]
    [InlineData(200, 200)]
    [InlineData(1000, 200)]
    [InlineData(5000, 503)]
    public async Task A_slow_database_is_waited_for_until_the_deadline_and_no_longer(int lateness, int status)
    {
        // Connections are there already, as on any day.
        await service.AnswersAgainAsync();
        (service.Database.Proxy.Lateness, service.Database.Proxy.Passage) = (TimeSpan.FromMilliseconds(lateness), Passage.Late);
        var reply = await Reply.GetAsync(service.Client, "/v1/status/DE/lsd?on=2020-01-01");
        service.Database.Proxy.Passage = Passage.Open;
        var again = await service.AnswersAgainAsync();

        Figures.Saw($"{lateness} ms late: {reply.Status} after {reply.Milliseconds:0} ms");
        Assert.Null(reply.Mistake);
        Assert.Equal(status, reply.Status);
        // The clock of the proxy and that of the client need not agree to the millisecond.
        Assert.InRange(reply.Milliseconds, Math.Min(lateness, 2000) - 50, Longest);
        Assert.InRange(again, 0, 5);
    }

    [Theory, Fault(4)]
    [InlineData("stopped")]
    [InlineData("silent")]
    public async Task A_frozen_database_keeps_nobody_waiting_beyond_the_deadline_and_leaves_health_quick(string how)
    {
        await service.AnswersAgainAsync();
        await using var readers = new Readers(service.Address, clients: 32);
        await readers.AnsweredAsync(100);
        await (how == "stopped" ? service.Database.FreezeAsync() : SilenceAsync(Passage.Silent));
        using var health = new HttpClient { BaseAddress = service.Address };
        var (times, watch) = (new List<double>(), Stopwatch.StartNew());
        while (readers.Count(reply => reply.Status == 503) < 64 && watch.Elapsed < TimeSpan.FromSeconds(30))
        {
            var live = await Reply.GetAsync(health, "/health/live");
            Assert.Equal(200, live.Status);
            times.Add(live.Milliseconds);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await (how == "stopped" ? service.Database.ThawAsync() : SilenceAsync(Passage.Open));
        var again = await service.AnswersAgainAsync();
        await readers.StopAsync();

        times.Sort();
        Figures.Saw($"{how}: {readers.Statuses}; slowest 503 {readers.Slowest(503):0} ms; /health/live {times[times.Count / 2]:0.0} ms, at most {times[^1]:0} ms of {times.Count}; answers again after {again:0.0} s");
        Assert.All(readers.Replies, reply => Assert.Null(reply.Mistake));
        Assert.DoesNotContain(readers.Replies, reply => reply.Status is not (200 or 503));
        Assert.InRange(readers.Slowest(503), 0, Longest);
        // Every other one: what a busy machine adds to some is not the service's.
        Assert.InRange(times[times.Count / 2], 0, 50);
        Assert.InRange(again, 0, 5);
    }

    [Theory, Fault(4)]
    [InlineData("stopped")]
    [InlineData("silent")]
    public async Task A_frozen_database_keeps_no_maintainer_waiting_and_what_was_not_done_is_said(string how)
    {
        await service.AnswersAgainAsync();
        var key = await service.Database.Owner.KeyAsync($"Frozen {how}", "propose", "review", "publish", "admin");
        var ledger = new Ledger(key);
        using var stopping = new CancellationTokenSource();
        var writing = ledger.WriteAsync(service.Client, writers: 8, stopping.Token);
        while (ledger.Replies.Count < 40)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        // Each of the eight is at some point of a write.
        var asked = new List<Reply>();
        await (how == "stopped" ? service.Database.FreezeAsync() : SilenceAsync(Passage.Silent));
        try
        {
            foreach (var address in new[] { "/v1/changesets", "/v1/changesets/cs_aaaaaaaaaaaaaaaa", "/v1/review-queue", "/v1/audit" })
            {
                asked.Add(await Reply.GetAsync(service.Client, address, ("Authorization", $"Bearer {key}")));
            }

            await writing.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
        finally
        {
            await stopping.CancelAsync();
            await (how == "stopped" ? service.Database.ThawAsync() : SilenceAsync(Passage.Open));
        }

        var again = await service.AnswersAgainAsync();
        await ledger.CheckAsync(service.Client, service.Database.Owner);

        var slowest = ledger.Replies.Concat(asked).Max(reply => reply.Milliseconds);
        Figures.Saw($"{how} under writers: {ledger.Statuses}; what maintainers ask for meanwhile: {string.Join(", ", asked.Select(reply => reply.Status).Distinct())}; slowest {slowest:0} ms; none lost, none twice; answers again after {again:0.0} s");
        Assert.All(ledger.Replies.Concat(asked), reply => Assert.Null(reply.Mistake));
        Assert.All(asked, reply => Assert.Equal(503, reply.Status));
        Assert.DoesNotContain(ledger.Replies, reply => reply.Status is not (201 or 503));
        Assert.InRange(slowest, 0, LongestOfMaintainers);
        Assert.InRange(again, 0, 5);
    }

    [Fact, Fault(5)]
    public async Task With_every_connection_taken_what_needs_none_is_answered_at_once_and_the_rest_is_told_to_try_again()
    {
        await service.AnswersAgainAsync();
        // Another test may have ended the sessions of this pool.
        service.Database.Owner.Clear();
        await using (var holder = await service.Database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken))
        await using (await holder.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await using var held = holder.CreateCommand();
            held.CommandText = "lock table classification, level_document in access exclusive mode";
            await held.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await using var readers = new Readers(service.Address, clients: FaultyService.Pool * 2);
            await readers.AnsweredAsync(1, reply => reply.Status == 503);
            foreach (var (address, status) in new[] { ("/nowhere", 404), ("/v1/status/DE/lsd?on=x", 400), ("/health/live", 200), ("/v1/vocabulary?x=1", 400), ("/about", 200) })
            {
                var reply = await Reply.GetAsync(service.Client, address);
                Assert.True(reply.Status == status && reply.Milliseconds < 1000, $"{address}: {reply.Status} after {reply.Milliseconds} ms");
            }

            await readers.AnsweredAsync(FaultyService.Pool * 2, reply => reply.Status == 503);
            await readers.StopAsync();
            Figures.Saw($"pool of {FaultyService.Pool} held: {readers.Statuses}, slowest {readers.Slowest(503):0} ms; pages and refusals at once");
            Assert.All(readers.Replies, reply => Assert.Null(reply.Mistake));
            Assert.InRange(readers.Slowest(503), 0, Longest);
        }

        Assert.InRange(await service.AnswersAgainAsync(), 0, 5);
    }

    [Fact, Fault(5)]
    public async Task A_server_that_takes_no_more_connections_is_an_outage_and_passes()
    {
        await service.Database.EndSessionsAsync();
        var taken = new List<Npgsql.NpgsqlConnection>();
        try
        {
            while (await TakeAsync() is { } another)
            {
                taken.Add(another);
            }

            // Its own connections are gone, and there is none to be had.
            var replies = new List<Reply>();
            for (var i = 0; i < 5; i++)
            {
                replies.Add(await Reply.GetAsync(service.Client, "/v1/status/DE/lsd?on=2020-01-01"));
            }

            Figures.Saw($"{taken.Count} connections taken: {string.Join(", ", replies.Select(reply => reply.Status).Distinct())}");
            Assert.All(replies, reply => Assert.Null(reply.Mistake));
            Assert.Contains(replies, reply => reply.Status == 503);
        }
        finally
        {
            foreach (var connection in taken)
            {
                await connection.DisposeAsync();
            }
        }

        Assert.InRange(await service.AnswersAgainAsync(), 0, 5);
    }

    private Task SilenceAsync(Passage passage)
    {
        service.Database.Proxy.Passage = passage;
        return Task.CompletedTask;
    }

    private async Task<Npgsql.NpgsqlConnection?> TakeAsync()
    {
        var connection = new Npgsql.NpgsqlConnection(service.Database.ConnectionTo("legal_status"));
        try
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            return connection;
        }
        catch (Npgsql.PostgresException full) when (full.SqlState == Npgsql.PostgresErrorCodes.TooManyConnections)
        {
            await connection.DisposeAsync();
            return null;
        }
    }
}
