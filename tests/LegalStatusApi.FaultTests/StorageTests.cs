using LegalStatusApi.FaultTests.Support;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.FaultTests;

/// <summary>The database is killed, its sessions are ended, its word for a commit is lost.</summary>
[Collection(FaultyService.Collection)]
public sealed class StorageTests(FaultyService service)
{
    [Fact, Fault(1)]
    public async Task Killed_under_readers_the_database_is_missed_in_words_and_answers_come_again_by_themselves()
    {
        await using var readers = new Readers(service.Address, clients: 16);
        await readers.AnsweredAsync(200, reply => reply.Status == 200);

        await service.Database.KillAsync();
        await readers.AnsweredAsync(100, reply => reply.Status == 503);
        var (live, ready) = (await Reply.GetAsync(service.Client, "/health/live"), await Reply.GetAsync(service.Client, "/health/ready"));
        await service.Database.StartAgainAsync();
        var again = await service.AnswersAgainAsync();
        await readers.AnsweredAsync(200, reply => reply.Status == 200);
        await readers.StopAsync();

        Figures.Saw($"{readers.Statuses}; slowest 503 {readers.Slowest(503):0} ms; answers {again:0.0} s after the start");
        Assert.Equal((200, 503), (live.Status, ready.Status));
        Assert.All(readers.Replies, reply => Assert.Null(reply.Mistake));
        Assert.DoesNotContain(readers.Replies, reply => reply.Status is not (200 or 503));
        Assert.Equal(200, (await Reply.GetAsync(service.Client, "/health/ready")).Status);
    }

    [Fact, Fault(2)]
    public async Task Killed_again_and_again_under_writers_the_database_loses_nothing_that_was_acknowledged()
    {
        var ledger = new Ledger(await service.Database.Owner.KeyAsync("Killed", "propose"));
        var kills = Figures.Many(3, 50);
        for (var kill = 1; kill <= kills; kill++)
        {
            using var stopping = new CancellationTokenSource();
            var (before, writing) = (ledger.Replies.Count, ledger.WriteAsync(service.Client, writers: 8, stopping.Token));
            // At another moment each time.
            while (ledger.Replies.Count(reply => reply.Status == 201) < before / 2 + 8 + kill % 7)
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            await service.Database.KillAsync();
            await stopping.CancelAsync();
            await writing;
            await service.Database.StartAgainAsync();
            await service.AnswersAgainAsync();
        }

        Figures.Saw($"{kills} kills, {ledger.Replies.Count} writes ({ledger.Statuses}): none lost, none twice");
        Assert.All(ledger.Replies, reply => Assert.Null(reply.Mistake));
        Assert.DoesNotContain(ledger.Replies, reply => reply.Status is not (201 or 503));
        await ledger.CheckAsync(service.Client, service.Database.Owner);
    }

    [Fact, Fault(2)]
    public async Task Sessions_that_are_ended_cost_no_reader_an_answer()
    {
        await using var readers = new Readers(service.Address, clients: 8);
        for (var i = 0; i < 3; i++)
        {
            await readers.AnsweredAsync(100);
            await service.Database.EndSessionsAsync();
        }

        await readers.AnsweredAsync(100);
        await readers.StopAsync();

        Figures.Saw($"all sessions ended 3 times: {readers.Statuses}");
        Assert.All(readers.Replies, reply => Assert.Equal(200, reply.Status));
    }

    [Fact, Fault(1)]
    public async Task A_pool_full_of_stale_connections_costs_no_reader_an_answer()
    {
        for (var round = 0; round < Figures.Many(3, 20); round++)
        {
            await service.AnswersAgainAsync();
            await FillPoolAsync();
            await service.Database.KillAsync();
            await service.Database.StartAgainAsync();
            var first = await Task.WhenAll(Enumerable.Range(0, 2 * FaultyService.Pool).Select(_ => Reply.GetAsync(service.Client, "/v1/status/DE/lsd?on=2020-01-01")));

            Assert.All(first, reply => Assert.True(reply.Status == 200, $"round {round}: {reply.Status} {reply.Text}"));
        }

        Figures.Saw($"{Figures.Many(3, 20)} restarts with {FaultyService.Pool} stale connections each: {2 * FaultyService.Pool} × 200 at once each time");
    }

    // As many sessions of readers as the service may have, all of them idle in its pool afterwards.
    private async Task FillPoolAsync()
    {
        await using (var holder = await service.Database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken))
        await using (await holder.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await using var held = new Npgsql.NpgsqlCommand("lock table classification, level_document in access exclusive mode", holder);
            await held.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await using var readers = new Readers(service.Address, clients: FaultyService.Pool * 2);
            while (await service.Database.Owner.AskAsync<int>("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") < FaultyService.Pool)
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            await holder.CloseAsync();
            await readers.StopAsync();
        }

        Assert.True(await service.Database.Owner.AskAsync<int>(
            "select count(*) from pg_stat_activity where application_name = 'legal-status' and usename is not null and state = 'idle'") >= FaultyService.Pool);
    }

    [Fact, Fault(3)]
    public async Task A_commit_whose_answer_is_lost_is_told_as_unknown_and_answered_when_it_is_sent_again()
    {
        var ledger = new Ledger(await service.Database.Owner.KeyAsync("Cut off", "propose"));
        service.Database.Proxy.Passage = Passage.LosesCommitted;
        var reply = await ledger.WriteAsync(service.Client);
        service.Database.Proxy.Passage = Passage.Open;

        Assert.Equal((503, "/problems/outcome-unknown"), (reply.Status, reply.Type));
        Assert.Null(reply.Mistake);
        await service.AnswersAgainAsync();
        await ledger.CheckAsync(service.Client, service.Database.Owner);
        Figures.Saw($"{reply.Status} {reply.Type}; sent again 201, one row");
    }
}
