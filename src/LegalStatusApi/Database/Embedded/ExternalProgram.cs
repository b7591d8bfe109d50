using System.ComponentModel;
using System.Diagnostics;

namespace LegalStatusApi.Database.Embedded;

/// <summary>Runs one program to its end and keeps what it said.</summary>
internal static class ExternalProgram
{
    internal sealed record Outcome(int ExitCode, string Output, string Errors)
    {
        public bool Succeeded => ExitCode == 0;
    }

    private const int NoSuchProgram = 127;

    /// <param name="commandLine">The program and its arguments, each passed on as it is: no shell reads them.</param>
    /// <param name="cancellation">Ends the wait, and the program with all it started.</param>
    public static async Task<Outcome> RunAsync(IReadOnlyList<string> commandLine, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var process = new Process { StartInfo = Describe(commandLine) };
        try
        {
            process.Start();
        }
        catch (Win32Exception problem)
        {
            return new Outcome(NoSuchProgram, "", problem.Message);
        }

        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
            return new Outcome(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static ProcessStartInfo Describe(IReadOnlyList<string> commandLine)
    {
        var start = new ProcessStartInfo(commandLine[0], commandLine.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The current folder may be closed to the server's account, which the programs then complain about.
            WorkingDirectory = "/",
        };

        // PGDATA, PGPORT and their like, set for another server, would steer ours.
        var theirs = start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList();
        foreach (var name in theirs)
            start.Environment.Remove(name);
        // Messages are quoted and some output is read: both are to be in one language.
        start.Environment["LC_ALL"] = "C";
        return start;
    }
}
