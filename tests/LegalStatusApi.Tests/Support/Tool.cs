using System.Diagnostics;
using System.Text;

namespace LegalStatusApi.Tests.Support;

/// <summary>A program that is not ours, such as node, run to its end.</summary>
public static class Tool
{
    /// <summary>What it wrote to standard output; it must have ended well.</summary>
    public static async Task<string> RunAsync(string folder, string program, params string[] words)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(program, words)
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', words)} ended with {process.ExitCode}\n{await said}\n{await errors}");
        return await said;
    }
}
