using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace LegalStatusApi.Benchmarks.Cluster;

/// <summary>The cluster's story under load: publish, kill one part after another, fail over; no read fails, and nobody reads what was before.</summary>
internal static class ClusterRun
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Starts it and leaves it until it is interrupted.</summary>
    public static async Task<int> ServeAsync()
    {
        await using var cluster = await Topology.StartAsync();
        Console.WriteLine($"""
            front     {cluster.Front.Address}
            instances {string.Join(' ', cluster.Instances.Select(instance => instance.Address))}
            primary   {cluster.Primary.ConnectionTo("legal_status")}
            standby   {cluster.Standby.ConnectionTo("legal_status")}
            keys      {cluster.AdasKey} (Ada), {cluster.BeasKey} (Bea)
            Ctrl+C ends it.
            """);
        var end = new TaskCompletionSource();
        using var interrupted = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            end.TrySetResult();
        });
        await end.Task;
        return 0;
    }

    /// <summary>The story, as often as is asked for, on a new cluster each time.</summary>
    public static async Task<int> TestAsync(int times)
    {
        for (var time = 1; time <= times; time++)
        {
            await using var cluster = await Topology.StartAsync();
            var faults = await TellAsync(cluster);
            foreach (var fault in faults.Take(20))
            {
                Console.WriteLine($"  FAULT {fault}");
            }

            Console.WriteLine($"{time}/{times}: {(faults.Count == 0 ? "passed" : $"{faults.Count} faults")}");
            if (faults.Count > 0)
            {
                return 1;
            }
        }

        return 0;
    }

    private static async Task<IReadOnlyCollection<string>> TellAsync(Topology cluster)
    {
        await using var readers = new Readers(cluster.Front.Address, 8);
        var story = new Story(readers);
        using var ada = new Maintainer(cluster.Front.Address, cluster.AdasKey);
        using var bea = new Maintainer(cluster.Front.Address, cluster.BeasKey);
        story.Tell("a publication is seen on every instance within a second", await PublishedEverywhereAsync(cluster, ada, bea, 1));
        await cluster.Instances[0].KillAsync();
        story.Tell("an instance is killed", await StillReadAsync(readers));
        cluster.Redis.Kill();
        story.Tell("Redis is killed", await StillReadAsync(readers));
        await cluster.Standby.KillAsync();
        // The documented step: a primary that waits for no standby takes writes again.
        await cluster.Primary.AskAsync<object>("alter system set synchronous_standby_names = ''");
        await cluster.Primary.AskAsync<object>("select pg_reload_conf()");
        story.Tell("the standby is killed", await StillReadAsync(readers));
        story.Tell("and a publication goes on without it", await PublishedEverywhereAsync(cluster, ada, bea, 2));
        await cluster.Standby.StartAsync();
        await UntilAsync(async () => await cluster.Primary.AskAsync<long>("select count(*) from pg_stat_replication where state = 'streaming'") == 1);
        await UntilAsync(async () => await cluster.Primary.AskAsync<bool>("select bool_and(replay_lsn >= pg_current_wal_lsn()) from pg_stat_replication"));
        story.Tell("the standby is back", await StillReadAsync(readers));
        await cluster.Primary.KillAsync();
        story.Tell("the primary is killed", await StillReadAsync(readers));
        await cluster.Standby.PromoteAsync();
        // What the old primary's settings said goes with its copy: the new one has no standby to wait for.
        await cluster.Standby.AskAsync<object>("alter system set synchronous_standby_names = ''");
        await cluster.Standby.AskAsync<object>("select pg_reload_conf()");
        story.Tell("the standby takes over, and takes a publication", await PublishedEverywhereAsync(cluster, ada, bea, 3));
        Console.WriteLine($"  {readers.Reads} reads");
        return readers.Faults;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException("The standby does not follow.");
            }

            await Task.Delay(20);
        }
    }

    // Every client reads on for a while.
    private static async Task<string?> StillReadAsync(Readers readers)
    {
        var (before, began) = (readers.Reads, Stopwatch.GetTimestamp());
        while (readers.Reads < before + 2_000)
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                return $"only {readers.Reads - before} reads in {Patience.TotalSeconds} s";
            }

            await Task.Delay(20);
        }

        return null;
    }

    private static async Task<string?> PublishedEverywhereAsync(Topology cluster, Maintainer ada, Maintainer bea, int day)
    {
        var revision = await ada.PublishAsync(bea, day);
        var published = Stopwatch.GetTimestamp();
        using var reader = new HttpClient();
        foreach (var instance in cluster.Instances.Where(instance => !instance.HasEnded))
        {
            while ((long)JsonNode.Parse(await reader.GetStringAsync(new Uri(instance.Address, "/v1/status/DE/lsd")))!["revision"]! < revision)
            {
                if (Stopwatch.GetElapsedTime(published) > Second)
                {
                    return $"{instance.Address} does not know revision {revision} after a second";
                }
            }
        }

        return null;
    }

    /// <summary>What was done, whether all was well until then, and how long it took: most of the reads fall into waits.</summary>
    private sealed class Story(Readers readers)
    {
        private long _began = Stopwatch.GetTimestamp();
        private long _reads;

        public void Tell(string what, string? wrong)
        {
            if (wrong is not null)
            {
                readers.Faults.Add($"{what}: {wrong}");
            }

            var reads = readers.Reads;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {(wrong is null && readers.Faults.IsEmpty ? "ok   " : "FAULT")} {what,-60} {Stopwatch.GetElapsedTime(_began).TotalSeconds,6:0.0} s {reads - _reads,7} reads"));
            (_began, _reads) = (Stopwatch.GetTimestamp(), reads);
        }
    }
}
