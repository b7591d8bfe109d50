using System.Diagnostics;
using System.Globalization;
using LegalStatusApi.FaultTests.Support;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.FaultTests;

/// <summary>Under the same load for a while the service holds what it held: memory, and connections to its database.</summary>
[Collection(FaultyService.OfClients)]
public sealed class SoakTests(FaultyService service)
{
    private static readonly string[] Paths =
    [
        "/v1/status/DE/lsd?on=2020-01-01", "/v1/history/DE/lsd", "/places/DE", "/v1/jurisdictions", "/v1/changes", "/v1/export.ndjson", "/v1/search?q=lsd", "/v1/nowhere", "/v1/status/DE/lsd?on=x",
    ];

    [Fact, Fault(5)]
    public async Task Memory_and_connections_do_not_grow_under_a_steady_load()
    {
        // Millions of requests, whose lines would fill the memory of the test.
        await using var served = await FaultyService.StartAsync(service.Database, ("Caching__AnswerMegabytes", "64"), ("Caching__StackMegabytes", "64"), ("Deadlines__Answer", "10"), ("Logging__Requests", "false"));
        var readers = Paths.Select(path => new Readers(served.Client.BaseAddress!, clients: 1, path)).ToList();
        // Compiled and filled first.
        var (warmUp, measured) = Figures.IsLong ? (TimeSpan.FromSeconds(90), TimeSpan.FromMinutes(5)) : (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
        var (memory, connections, watch) = (new List<double>(), new List<long>(), Stopwatch.StartNew());
        while (watch.Elapsed < warmUp + measured)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            connections.Add(await service.Database.Owner.AskAsync<long>("select count(*) from pg_stat_activity where application_name = 'legal-status'"));
            if (watch.Elapsed > warmUp)
            {
                memory.Add(served.Megabytes);
            }
        }

        foreach (var reader in readers)
        {
            await reader.DisposeAsync();
        }

        var fifth = Math.Max(1, memory.Count / 5);
        var (first, last) = (memory.Take(fifth).Average(), memory.TakeLast(fifth).Average());
        var minutes = measured.TotalMinutes * (memory.Count - fifth) / memory.Count;
        var replies = readers.SelectMany(reader => reader.Replies).ToList();
        var growth = Figures.IsLong ? string.Create(CultureInfo.InvariantCulture, $"memory {first:0} MiB, then {last:0} MiB ({(last - first) / minutes:+0.0;-0.0} MiB a minute); ") : "";
        Figures.Saw($"{replies.Count} requests in {watch.Elapsed.TotalSeconds:0} s; {growth}connections to the database at most {connections.Max()}, in two pools of {FaultyService.Pool} and the tests' service");
        Assert.All(replies, reply => Assert.True(reply.Mistake is null && reply.Status is 200 or 400 or 404 or 429, $"{reply.Status}: {reply.Text}"));
        // This service's and that of the other tests, which is idle.
        Assert.InRange(connections.Max(), 1, 4 * FaultyService.Pool);
        Assert.True(!Figures.IsLong || last < first * 1.1, string.Create(CultureInfo.InvariantCulture, $"Memory grew from {first:0} to {last:0} MiB."));
    }
}
