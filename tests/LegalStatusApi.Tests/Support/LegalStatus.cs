using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LegalStatusApi.Tests.Support;

/// <summary>The real program, run as a process of its own.</summary>
public static class LegalStatus
{
    public static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "legal-status");

    /// <param name="ExitCode">0 where all went well.</param>
    /// <param name="Said">What it wrote to standard output.</param>
    /// <param name="Errors">What it wrote to standard error, where its log goes too.</param>
    public sealed record Outcome(int ExitCode, string Said, string Errors)
    {
        public override string ToString() => $"exit {ExitCode}\n{Said}\n{Errors}";
    }

    /// <summary>A command that ends by itself.</summary>
    public static async Task<Outcome> RunAsync(IEnumerable<string> words, params (string Name, string Value)[] environment)
    {
        using var process = Start(words, environment);
        var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Outcome(process.ExitCode, await said, await errors);
    }

    public static Process Start(IEnumerable<string> words, params (string Name, string Value)[] environment) => Start(Executable, words, environment);

    /// <param name="program">Where the program lies.</param>
    public static Process Start(string program, IEnumerable<string> words, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, words) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("ASPNETCORE_URLS");
        // All tests come from one client.
        start.Environment["RateLimits__Enabled"] = "false";
        // A machine that is busy is no fault of an answer.
        start.Environment["Deadlines__Answer"] = TestApi.Patience;
        // What ends after a second gains nothing from measuring itself.
        start.Environment["DOTNET_TieredPGO"] = "0";
        // Nobody is sent elsewhere: what is told to end ends.
        start.Environment["Deadlines__Drain"] = "0";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>A port that nobody listens on at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
