using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LegalStatusApi.Benchmarks.Load;

/// <summary>How much memory a service holds while it writes out a whole record, small and large.</summary>
internal static class ExportRun
{
    private const double Most = 1.25;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly (string Name, int Places)[] Sizes = [("37,500 rows", 2_500), ("1,000,000 rows, wide", 66_667)];

    public static async Task<int> RunAsync(Options options)
    {
        var text = new StringBuilder("\n## Export\n\n")
            .AppendLine("`/v1/export.json` of the synthetic records, each by a service that was asked for nothing else: what is sent, and the most memory that it held until the end.").AppendLine()
            .AppendLine("| record | sent, MiB | time, s | memory at first, MiB | at most, MiB | of 37,500 |").AppendLine("|---|---:|---:|---:|---:|---:|");
        var (smallest, missed) = (0L, 0);
        foreach (var (name, places) in Sizes)
        {
            await using var bench = await Bench.StartAsync(filled: true);
            await GrowthRun.GrowAsync(bench, places, periods: 5);
            await using var server = await bench.ServeAsync();
            var (first, began) = (server.Megabytes, Stopwatch.GetTimestamp());
            var (bytes, most) = await ReadAsync(server);
            var time = Stopwatch.GetElapsedTime(began);
            smallest = smallest == 0 ? most : smallest;
            missed += most > Most * smallest ? 1 : 0;
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {bytes / (1024 * 1024)} | {time.TotalSeconds:0.0} | {first} | {most} | {(double)most / smallest:0.00} |");
        }

        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Promised: constant memory, taken as at most {Most} × that of 37,500; {missed} of these do not hold.");
        Console.Write(text);
        if (options.Report is { } path)
        {
            await File.AppendAllTextAsync(path, text.ToString());
        }

        return missed == 0 ? 0 : 1;
    }

    // How many bytes come, and the most mebibytes that the server holds meanwhile.
    private static async Task<(long Bytes, long Most)> ReadAsync(Server server)
    {
        using var client = new HttpClient { BaseAddress = server.Address, Timeout = Timeout.InfiniteTimeSpan };
        using var answer = await client.GetAsync("/v1/export.json", HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        var (buffer, bytes, most, looked) = (new byte[256 * 1024], 0L, server.Megabytes, Stopwatch.GetTimestamp());
        for (int read; (read = await body.ReadAsync(buffer)) > 0; bytes += read)
        {
            if (Stopwatch.GetElapsedTime(looked) > Pause)
            {
                (most, looked) = (Math.Max(most, server.Megabytes), Stopwatch.GetTimestamp());
            }
        }

        return (bytes, Math.Max(most, server.Megabytes));
    }
}
