using LegalStatusApi.Database;
using LegalStatusApi.FaultTests.Support;
using LegalStatusApi.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LegalStatusApi.FaultTests;

/// <summary>A newer version migrates the database while an older one answers, and two versions stand side by side.</summary>
[Collection(FaultyService.Collection)]
public sealed class UpgradeTests(FaultyService service)
{
    private static readonly Migration Next = new("migrations/9999_next.sql", "alter table classification add column next text; alter table level_document add column next text");

    [Fact, Fault(12)]
    public async Task A_migration_waits_for_a_table_that_is_in_use_without_anybody_waiting_behind_it()
    {
        var key = await service.Database.Owner.KeyAsync("Migrated", "propose");
        var ledger = new Ledger(key);
        await using var readers = new Readers(service.Address, clients: 4);
        using var stopping = new CancellationTokenSource();
        var writing = ledger.WriteAsync(service.Client, writers: 2, stopping.Token);
        var waits = new Waits();
        try
        {
            Task<IReadOnlyList<string>> migrating;
            await using (var holder = await service.Database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken))
            await using (await holder.BeginTransactionAsync(TestContext.Current.CancellationToken))
            {
                await using var reads = new NpgsqlCommand("select count(*) from classification", holder);
                await reads.ExecuteScalarAsync(TestContext.Current.CancellationToken);
                migrating = MigrateAsync(waits);
                await waits.Seen.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            }

            var done = await migrating;
            await readers.AnsweredAsync(200);
            await stopping.CancelAsync();
            await writing;
            await using var newer = await FaultyService.StartAsync(service.Database);
            var side = await Reply.GetAsync(newer.Client, "/v1/status/DE/lsd?on=2020-01-01");
            await readers.StopAsync();

            Figures.Saw($"readers {readers.Statuses}, slowest {readers.Slowest(200):0} ms; writers {ledger.Statuses}; the migration gave way {waits.Count} times");
            Assert.Equal([Next.Name], done);
            Assert.Empty(await MigrateAsync(NullLogger.Instance));
            Assert.All(readers.Replies, reply => Assert.Equal(200, reply.Status));
            Assert.All(ledger.Replies, reply => Assert.Equal(201, reply.Status));
            Assert.Equal(200, side.Status);
            await ledger.CheckAsync(newer.Client, service.Database.Owner);
        }
        finally
        {
            await stopping.CancelAsync();
            await service.Database.Owner.RunAsync("alter table classification drop column if exists next; alter table level_document drop column if exists next; delete from schema_migration where name = 'migrations/9999_next.sql'");
        }
    }

    [Fact, Fault(12)]
    public async Task One_migration_after_another_costs_no_reader_of_a_service_that_keeps_answers_one()
    {
        await using var served = await FaultyService.StartAsync(
            service.Database, ("Caching__AnswerMegabytes", "64"), ("Caching__StackMegabytes", "64"), ("Deadlines__Answer", "10"));
        string[] paths = ["/v1/status/DE/lsd?on=2020-01-01", "/v1/jurisdictions", "/v1/status/US-CO/psilocybin", "/v1/changes", "/places/DE/lsd", "/v1/classifications"];
        var readers = paths.Select(path => new Readers(served.Client.BaseAddress!, clients: 2, path)).ToList();
        var rounds = Figures.Many(3, 30);
        try
        {
            for (var round = 1; round <= rounds; round++)
            {
                foreach (var reader in readers)
                {
                    await reader.AnsweredAsync(10);
                }

                var name = $"migrations/9{round:000}_next.sql";
                await MigrateAsync(NullLogger.Instance, new Migration(name, round % 2 == 1
                    ? "alter table classification add column next text; alter table level_document add column next text; alter table revision add column next text"
                    : "alter table classification drop column next; alter table level_document drop column next; alter table revision drop column next"));
            }

            foreach (var reader in readers)
            {
                await reader.AnsweredAsync(10);
                await reader.StopAsync();
            }

            var replies = readers.SelectMany(reader => reader.Replies).ToList();
            Figures.Saw($"{rounds} migrations under {replies.Count} reads with caches: {string.Join(", ", replies.GroupBy(reply => reply.Status).Select(group => $"{group.Count()} × {group.Key}"))}, slowest {replies.Max(reply => reply.Milliseconds):0} ms");
            Assert.All(replies, reply => Assert.True(reply.Status == 200, $"{reply.Status} after {reply.Milliseconds:0} ms: {reply.Text}"));
        }
        finally
        {
            foreach (var reader in readers)
            {
                await reader.DisposeAsync();
            }

            await service.Database.Owner.RunAsync("""
                alter table classification drop column if exists next; alter table level_document drop column if exists next; alter table revision drop column if exists next;
                delete from schema_migration where name like 'migrations/9%'
                """);
        }
    }

    private Task<IReadOnlyList<string>> MigrateAsync(ILogger logger, Migration next) => Migrator.MigrateAsync(
        service.Database.ConnectionTo("legal_status"), null, [.. Migration.All, next], logger, TestContext.Current.CancellationToken);

    private Task<IReadOnlyList<string>> MigrateAsync(ILogger logger) => Migrator.MigrateAsync(
        service.Database.ConnectionTo("legal_status"), null, [.. Migration.All, Next], logger, TestContext.Current.CancellationToken);

    private sealed class Waits : ILogger
    {
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Seen => _seen.Task;

        public int Count { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (formatter(state, exception).Contains("waits for a table", StringComparison.Ordinal))
            {
                Count++;
                _seen.TrySetResult();
            }
        }
    }
}
