using System.Diagnostics;
using System.Globalization;

namespace LegalStatusApi.Tests.Database.Embedded;

/// <summary>The service as a process of its own, with its database in a given folder.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "legal-status");

    // A run that a shell put into the background ignores SIGINT, and so would the service: as from a terminal, it heeds it.
    private const string Heeding = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])";

    private readonly Process _process;

    private RunningService(Process process) => _process = process;

    /// <summary>Returns when the service says that its database is ready.</summary>
    public static async Task<RunningService> StartAsync(string dataDirectory)
    {
        var start = new ProcessStartInfo("python3", ["-c", Heeding, Program]) { UseShellExecute = false, RedirectStandardError = true };
        start.Environment["Database__DataDirectory"] = dataDirectory;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        var service = new RunningService(Process.Start(start)!);
        var said = new List<string>();
        while (await service._process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains($"is ready in {dataDirectory}", StringComparison.Ordinal))
                return service;
            said.Add(line);
        }

        await service.DisposeAsync();
        throw new InvalidOperationException($"The service ended early: {string.Join('\n', said)}");
    }

    /// <summary>As the kernel does when memory runs out: the service has no time for anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
