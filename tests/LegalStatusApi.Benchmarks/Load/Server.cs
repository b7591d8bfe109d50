using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LegalStatusApi.Benchmarks.Load;

/// <summary>A server that the bench starts, waits for, and ends.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly ProcessStartInfo _start;
    private readonly string _probe;
    private Process _process = null!;
    private bool _hasEnded;

    private Server(ProcessStartInfo start, Uri address, string probe) => (_start, Address, _probe) = (start, address, probe);

    public Uri Address { get; }

    /// <summary>How long it took from its start to its first answer.</summary>
    public TimeSpan Ready { get; private set; }

    /// <summary>Memory that it holds, in MiB.</summary>
    public long Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / (1024 * 1024);
        }
    }

    /// <summary>Processor time that it has used.</summary>
    public TimeSpan Used
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public bool HasEnded => _hasEnded;

    /// <summary>Ends it as a fault would.</summary>
    public async Task KillAsync()
    {
        _hasEnded = true;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    /// <param name="words">Program and arguments; {url} and {port} become its address.</param>
    /// <param name="probe">A path that is answered when it is ready.</param>
    public static async Task<Server> StartAsync(IEnumerable<string> words, string probe, params (string Name, string Value)[] environment)
    {
        var port = FreePort();
        var url = $"http://127.0.0.1:{port}";
        var all = words.Select(word => word.Replace("{url}", url, StringComparison.Ordinal).Replace("{port}", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)).ToList();
        var start = new ProcessStartInfo(all[0], all.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var server = new Server(start, new Uri(url), probe);
        await server.LaunchAsync();
        return server;
    }

    /// <summary>Ends it, and starts it again at the same address.</summary>
    public async Task RestartAsync()
    {
        await DisposeAsync();
        await LaunchAsync();
    }

    private async Task LaunchAsync()
    {
        var began = Stopwatch.GetTimestamp();
        (_process, _hasEnded) = (Process.Start(_start)!, false);
        var log = new List<string?>();
        _process.OutputDataReceived += (_, line) => log.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => log.Add(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(_probe);
                if (answer.IsSuccessStatusCode)
                {
                    Ready = Stopwatch.GetElapsedTime(began);
                    return;
                }
            }
            catch (HttpRequestException) when (!_process.HasExited && Stopwatch.GetElapsedTime(began) < Patience)
            {
                // Not yet.
            }

            if (_process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException($"{_start.FileName} {string.Join(' ', _start.ArgumentList)} did not answer: {string.Join('\n', log)}");
            }

            await Task.Delay(5);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_hasEnded)
        {
            return;
        }

        _hasEnded = true;
        if (!_process.HasExited)
        {
            using var end = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await end.WaitForExitAsync();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
