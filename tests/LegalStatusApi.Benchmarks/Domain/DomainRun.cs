using System.Globalization;
using System.Text;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using LegalStatusApi.Benchmarks.Load;

namespace LegalStatusApi.Benchmarks.Domain;

/// <summary>What picking, layering and rendering cost by themselves, by BenchmarkDotNet.</summary>
internal static class DomainRun
{
    public static int Run(Options options)
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(BenchmarkDotNet.Diagnosers.MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(Path.Combine(Bench.Root, "artifacts", "benchmarks"));
        var summary = BenchmarkRunner.Run<DomainBenchmarks>(config);
        if (summary.HasCriticalValidationErrors || summary.Reports.Length == 0 || summary.Reports.Any(report => !report.Success))
        {
            Console.Error.WriteLine("BenchmarkDotNet did not finish.");
            return 1;
        }

        var text = TableOf(summary);
        Console.Write(text);
        if (options.Report is { } path)
        {
            File.AppendAllText(path, text);
        }

        return 0;
    }

    private static string TableOf(Summary summary)
    {
        var text = new StringBuilder("\n## Domain\n\nBy BenchmarkDotNet, for one of the 1,300 stacks of the data set in turn.\n\n| step | µs | ± | allocated, KiB |\n|---|---:|---:|---:|\n");
        foreach (var report in summary.Reports)
        {
            var (statistics, allocated) = (report.ResultStatistics!, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase));
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo} | {statistics.Mean / 1000:0.0} | {statistics.StandardError / 1000:0.0} | {allocated / 1024.0:0.0} |");
        }

        return text.ToString();
    }
}
