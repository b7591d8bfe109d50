using System.Globalization;
using System.Text;
using Npgsql;

namespace LegalStatusApi.Benchmarks.Load;

/// <summary>What a look-up costs when the record grows: the same questions on synthetic records of several sizes, wide (places) and deep (periods).</summary>
internal static class GrowthRun
{
    private const double Most = 1.25;
    private const int WarmUp = 15;

    private static readonly (string Name, int Places, int Periods)[] Sizes =
    [
        ("37,500 rows", 2_500, 5), ("1,000,000 rows, wide", 66_667, 5), ("1,000,000 rows, deep", 2_500, 133),
    ];

    public static async Task<int> RunAsync(Options options)
    {
        var text = new StringBuilder("\n## Growth\n\n")
            .AppendLine("Processor time of service and database for one look-up, on synthetic records (`tests/LegalStatusApi.Benchmarks/Load/Grow.sql`). Each is measured in turn with the smallest, since a")
            .AppendLine("machine changes its pace; ratios within each round, their median and, in brackets, the lowest and the highest.").AppendLine()
            .AppendLine("| record | cold, µs | of 37,500 | warm, µs | of 37,500 | memory, MiB |").AppendLine("|---|---:|---:|---:|---:|---:|");
        var missed = 0;
        await using var smallest = await Record.StartAsync(Sizes[0].Places, Sizes[0].Periods);
        foreach (var (name, places, periods) in Sizes.Skip(1))
        {
            await using var record = await Record.StartAsync(places, periods);
            var (small, large) = await CompareAsync(smallest, record, record => record.Cold, options);
            var (smallWarm, largeWarm) = await CompareAsync(smallest, record, record => record.Warm, options);
            if (name == Sizes[1].Name)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"| {Sizes[0].Name} | {Slice.MedianOf(small):0} |  | {Slice.MedianOf(smallWarm):0} |  | {smallest.Warm.Megabytes} |");
            }

            var (cold, warm) = (RatiosOf(large, small), RatiosOf(largeWarm, smallWarm));
            missed += (Slice.MedianOf(cold) > Most ? 1 : 0) + (Slice.MedianOf(warm) > Most ? 1 : 0);
            var line = string.Create(
                CultureInfo.InvariantCulture, $"| {name} | {Slice.MedianOf(large):0} | {Told(cold)} | {Slice.MedianOf(largeWarm):0} | {Told(warm)} | {record.Warm.Megabytes} |");
            text.AppendLine(line);
            Console.WriteLine(line);
        }

        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Promised: at most {Most} × the cost of 37,500, cold and warm; {missed} of these do not hold.");
        Console.Write(text);
        if (options.Report is { } path)
        {
            await File.AppendAllTextAsync(path, text.ToString());
        }

        return missed == 0 ? 0 : 1;
    }

    private static List<double> RatiosOf(List<double> large, List<double> small) => [.. large.Zip(small, (one, other) => one / other)];

    private static string Told(List<double> ratios) =>
        string.Create(CultureInfo.InvariantCulture, $"{Slice.MedianOf(ratios):0.00} ({ratios.Min():0.00} to {ratios.Max():0.00})");

    // Round by round, what a look-up costs one and then the other.
    private static async Task<(List<double> Small, List<double> Large)> CompareAsync(Record small, Record large, Func<Record, Server> server, Options options)
    {
        await Wrk.RunAsync(server(small).Address, small.List, WarmUp);
        await Wrk.RunAsync(server(large).Address, large.List, WarmUp);
        var (ofSmall, ofLarge) = (new List<double>(), new List<double>());
        for (var round = 0; round < options.Rounds; round++)
        {
            ofSmall.Add(await CostAsync(small, server(small), options));
            ofLarge.Add(await CostAsync(large, server(large), options));
        }

        return (ofSmall, ofLarge);
    }

    // Microseconds of processor time for one look-up.
    private static async Task<double> CostAsync(Record record, Server server, Options options)
    {
        var before = server.Used + record.Bench.DatabaseUsed();
        var (requests, _) = await Wrk.RunAsync(server.Address, record.List, options.Seconds);
        return (server.Used + record.Bench.DatabaseUsed() - before).TotalMicroseconds / requests;
    }

    /// <summary>A record of some size, a service that keeps nothing of it, and one that keeps all.</summary>
    private sealed record Record(Bench Bench, Server Cold, Server Warm, string List) : IAsyncDisposable
    {
        public static async Task<Record> StartAsync(int places, int periods)
        {
            var bench = await Bench.StartAsync(filled: true);
            await GrowAsync(bench, places, periods);
            var random = new Random(7);
            string[] substances = ["psilocybin", "lsd", "ketamine"];
            var list = Path.Combine(bench.Folder, "growth.txt");
            await File.WriteAllLinesAsync(list, Enumerable.Range(0, 6_000).Select(_ =>
                $"/v1/status/US-CO-grown-{random.Next(places) + 1}/{substances[random.Next(3)]}?on={new DateOnly(1950, 1, 1).AddDays(random.Next(25_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"));
            return new Record(
                bench,
                await bench.ServeAsync(("Caching:AnswerMegabytes", "0"), ("Caching:StackMegabytes", "0")),
                await bench.ServeAsync(("Caching:AnswerMegabytes", "256"), ("Caching:StackMegabytes", "512")),
                list);
        }

        public async ValueTask DisposeAsync()
        {
            await Cold.DisposeAsync();
            await Warm.DisposeAsync();
            await Bench.DisposeAsync();
        }
    }

    // Rows of the next revision that no publication judged: the bench is about reading.
    internal static async Task GrowAsync(Bench bench, int places, int periods)
    {
        await using var database = NpgsqlDataSource.Create(bench.Connection + ";Command Timeout=1800");
        await using var command = database.CreateCommand(await File.ReadAllTextAsync(Path.Combine(Bench.Root, "tests", "LegalStatusApi.Benchmarks", "Load", "Grow.sql")));
        command.Parameters.AddWithValue("Places", places);
        command.Parameters.AddWithValue("Periods", periods);
        await command.ExecuteNonQueryAsync();
        // What the server would do by itself in the next minutes, while look-ups are measured.
        await using var vacuum = database.CreateCommand("vacuum (analyze)");
        await vacuum.ExecuteNonQueryAsync();
    }
}
