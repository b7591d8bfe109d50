using System.Globalization;
using System.Text;
using Npgsql;

namespace LegalStatusApi.Benchmarks.Load;

/// <summary>What a look-up costs when the record grows: the same questions on synthetic records of several sizes, wide (places) and deep (periods).</summary>
internal static class GrowthRun
{
    private const double Most = 1.25;

    private static readonly (string Name, int Places, int Periods)[] Sizes =
    [
        ("37,500 rows", 2_500, 5), ("1,000,000 rows, wide", 66_667, 5), ("1,000,000 rows, deep", 2_500, 133),
    ];

    public static async Task<int> RunAsync(Options options)
    {
        var text = new StringBuilder("\n## Growth\n\nProcessor time of service and database for one look-up, on synthetic records (`tests/LegalStatusApi.Benchmarks/Load/Grow.sql`).\n\n")
            .AppendLine("| record | cold, µs | of 37,500 | warm, µs | of 37,500 | memory, MiB |").AppendLine("|---|---:|---:|---:|---:|---:|");
        (double Cold, double Warm)? smallest = null;
        var missed = 0;
        foreach (var (name, places, periods) in Sizes)
        {
            await using var bench = await Bench.StartAsync(filled: true);
            await GrowAsync(bench, places, periods);
            var (cold, warm, memory) = await MeasureAsync(bench, places, options);
            smallest ??= (cold, warm);
            missed += (cold > Most * smallest.Value.Cold ? 1 : 0) + (warm > Most * smallest.Value.Warm ? 1 : 0);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {cold:0} | {cold / smallest.Value.Cold:0.00} | {warm:0} | {warm / smallest.Value.Warm:0.00} | {memory} |");
            Console.WriteLine($"{name}: cold {cold:0} µs, warm {warm:0} µs, {memory} MiB");
        }

        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Promised: at most {Most} × the cost of 37,500, cold and warm; {missed} of these do not hold.");
        Console.Write(text);
        if (options.Report is { } path)
        {
            await File.AppendAllTextAsync(path, text.ToString());
        }

        return missed == 0 ? 0 : 1;
    }

    // Rows of the next revision that no publication judged: the bench is about reading.
    private static async Task GrowAsync(Bench bench, int places, int periods)
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

    private static async Task<(double Cold, double Warm, long Megabytes)> MeasureAsync(Bench bench, int places, Options options)
    {
        var random = new Random(7);
        string[] substances = ["psilocybin", "lsd", "ketamine"];
        var list = Path.Combine(bench.Folder, "growth.txt");
        await File.WriteAllLinesAsync(list, Enumerable.Range(0, 6_000).Select(_ =>
            $"/v1/status/US-CO-grown-{random.Next(places) + 1}/{substances[random.Next(3)]}?on={new DateOnly(1950, 1, 1).AddDays(random.Next(25_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"));
        await using var cold = await bench.ServeAsync(("Caching:AnswerMegabytes", "0"), ("Caching:StackMegabytes", "0"));
        await using var warm = await bench.ServeAsync(("Caching:AnswerMegabytes", "256"), ("Caching:StackMegabytes", "512"));
        return (await CostAsync(cold, bench, list, options), await CostAsync(warm, bench, list, options), warm.Megabytes);
    }

    private static async Task<double> CostAsync(Server server, Bench bench, string list, Options options)
    {
        await Wrk.RunAsync(server.Address, list, 15);
        var costs = new List<double>();
        for (var round = 0; round < options.Rounds; round++)
        {
            var before = server.Used + bench.DatabaseUsed();
            var rate = await Wrk.RunAsync(server.Address, list, options.Seconds);
            costs.Add((server.Used + bench.DatabaseUsed() - before).TotalMicroseconds / (rate * options.Seconds));
        }

        return Slice.MedianOf(costs);
    }
}
