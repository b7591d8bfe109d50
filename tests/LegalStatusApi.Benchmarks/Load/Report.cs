using System.Globalization;
using System.Text;

namespace LegalStatusApi.Benchmarks.Load;

/// <summary>The tables of a run: what was promised, what was measured, and whether it holds.</summary>
internal sealed class Report(
    Options options, IReadOnlyList<Slice> slices, IReadOnlyList<(double Ours, double Bare)> latencies, int medianBytes, int pageBytes, long megabytes, StartUp start)
{
    private const double MostOfP99 = 3;
    // 250 MB, in MiB.
    private const long MostMegabytes = 238;
    private readonly (double Ours, double Bare) _p99 = (Slice.MedianOf(latencies.Select(each => each.Ours)), Slice.MedianOf(latencies.Select(each => each.Bare)));
    private static readonly TimeSpan FirstStart = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan NextStart = TimeSpan.FromSeconds(2);

    /// <summary>How many promises do not hold.</summary>
    public int Missed => slices.Count(slice => slice.Ratio < slice.Wanted) + (_p99.Ours > MostOfP99 * _p99.Bare ? 1 : 0)
        + (start.First > FirstStart ? 1 : 0) + (start.Again > NextStart ? 1 : 0) + (start.Megabytes > MostMegabytes ? 1 : 0);

    public string Write()
    {
        var text = new StringBuilder();
        text.AppendLine("# Benchmarks").AppendLine()
            .AppendLine("Written by `make bench`; only ratios within one run mean anything.").AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"- {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {options.Rounds} rounds, in each of which every slice has {options.Seconds} times a second, in turn with the others; medians; ratios within each round, their median and, in brackets, the lowest and the highest; wrk with 16 connections, with 2 for comparisons.")
            .AppendLine("- The service and bare Kestrel are started anew for each round, and asked everything three times before it, since two starts of one program are not equally quick; the others are started once.")
            .AppendLine(CultureInfo.InvariantCulture, $"- {Bench.Machine()}.")
            .AppendLine(CultureInfo.InvariantCulture, $"- 20,000 different questions about every place and substance; an answer has {medianBytes} bytes, a page {pageBytes} (medians).")
            .AppendLine("- The rate limiter is on, with a ceiling that nobody meets. Answers were compared first: from memory and from the database they are the same.")
            .AppendLine("- One comparison of 200 pairs (198: 66 places) is promised to cost at most eight cold look-ups, where its stacks are in memory, whatever its day; what it costs where every one of them has to be read first is told beside it.")
            .AppendLine("- Bare Kestrel sends the same bytes and the same headers, prepared. Another stack: the questions go from revision to revision, so that none of them is in memory.")
            .AppendLine("- µs: processor time of the server and of the database for one request, where the server is one process.").AppendLine()
            .AppendLine("| slice | requests/s | µs | ratio | to | promised | holds |").AppendLine("|---|---:|---:|---:|---|---:|---|");
        foreach (var slice in slices)
        {
            var to = slice.Beside?.Name ?? (slice.Under is { } under ? $"{under.Name}, over this" : "");
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {slice.Name} | {slice.Median:0} | {Cost(slice)} | {Number(slice.Ratio)}{Spread(slice)} | {to} | {(slice.Wanted is { } wanted ? "≥ " + Number(wanted) : "")} | {Verdict(slice)} |");
        }

        return text.AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"At 5,000 look-ups a second the 99th percentile is {_p99.Ours:0.00} ms, of bare Kestrel {_p99.Bare:0.00} ms: {_p99.Ours / _p99.Bare:0.0} × (promised: at most 3 ×).")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"Ready after {start.First.TotalSeconds:0.0} s with a new folder and the first import (promised: 15 s), after {start.Again.TotalSeconds:0.0} s on an existing folder (2 s).")
            .AppendLine(CultureInfo.InvariantCulture, $"Memory: {start.Megabytes} MiB after every stack was asked for once (promised: 250 MB); {megabytes} MiB after a round, at most, with room for 256 MiB of answers.")
            .ToString();
    }

    private static string Verdict(Slice slice) => slice.Wanted is null ? "" : slice.Ratio >= slice.Wanted ? "yes" : "**no**";

    // nginx works in processes that it starts itself.
    private static string Cost(Slice slice) => Slice.MedianOf(slice.Costs) is >= 1 and var cost ? cost.ToString("0.0", CultureInfo.InvariantCulture) : "";

    private static string Spread(Slice slice) => slice.Ratios.Count == 0 ? "" : $" ({Number(slice.Ratios.Min())} to {Number(slice.Ratios.Max())})";

    private static string Number(double? figure) => figure?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";
}
