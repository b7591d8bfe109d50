using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LegalStatusApi.Benchmarks.Load;

/// <summary>A load by wrk: connections, each asking again as soon as it was answered, along a list of requests.</summary>
internal static partial class Wrk
{
    // Each line: path, and headers as name:value, separated by tabs.
    private const string Script = """
        local requests = {}
        init = function(args)
          for line in io.lines(args[1]) do
            local parts = {}
            for part in string.gmatch(line, "[^\t]+") do parts[#parts + 1] = part end
            local headers = {}
            for i = 2, #parts do
              local name, value = string.match(parts[i], "^([^:]+):(.*)$")
              headers[name] = value
            end
            local body = headers["body"]
            headers["body"] = nil
            requests[#requests + 1] = wrk.format(body and "POST" or "GET", parts[1], headers, body)
          end
        end
        local at = 0
        request = function() at = at % #requests + 1; return requests[at] end
        done = function(summary, latency, rates)
          local e = summary.errors
          io.write(string.format("RESULT %d %d %d\n", summary.requests, summary.duration, e.connect + e.read + e.write + e.status + e.timeout))
        end
        """;

    /// <summary>How many requests were answered, and in what time: it stops some hundredths of a second late.</summary>
    public static async Task<(long Requests, TimeSpan Time)> RunAsync(Uri server, string list, int seconds, int connections = 16)
    {
        var script = Path.Combine(Path.GetDirectoryName(list)!, "load.lua");
        await File.WriteAllTextAsync(script, Script);
        var text = await RunAsync("wrk", "-t1", $"-c{connections}", $"-d{seconds}s", "-s", script, server.ToString(), "--", list);
        var (requests, microseconds, errors) = ResultLine().Match(text) is { Success: true } found
            ? (long.Parse(found.Groups["requests"].Value, CultureInfo.InvariantCulture), long.Parse(found.Groups["time"].Value, CultureInfo.InvariantCulture),
                long.Parse(found.Groups["errors"].Value, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"wrk said: {text}");
        return errors == 0 ? (requests, TimeSpan.FromMicroseconds(microseconds)) : throw new InvalidOperationException($"{errors} of {requests} requests failed: {list}");
    }

    /// <summary>The 99th percentile in milliseconds at a steady number of requests a second, by hey.</summary>
    public static async Task<double> P99Async(Uri address, int perSecond, int seconds)
    {
        const int Workers = 25;
        var text = await RunAsync(
            "hey", "-z", $"{seconds}s", "-c", $"{Workers}", "-q", (perSecond / Workers).ToString(CultureInfo.InvariantCulture), address.ToString());
        return P99Line().Match(text) is { Success: true } found
            ? double.Parse(found.Groups["seconds"].Value, CultureInfo.InvariantCulture) * 1000
            : throw new InvalidOperationException($"hey said: {text}");
    }

    private static async Task<string> RunAsync(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text;
    }

    [GeneratedRegex("RESULT (?<requests>[0-9]+) (?<time>[0-9]+) (?<errors>[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ResultLine();

    [GeneratedRegex("99%+ in (?<seconds>[0-9.]+) secs", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex P99Line();
}
