using System.Diagnostics;
using System.Globalization;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.FaultTests.Support;

/// <summary>nginx as `deploy/nginx.conf` sets it up, before instances of this machine.</summary>
public sealed class Front : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"legal-status-test-{Guid.NewGuid():N}");
    private readonly int _port = LegalStatus.FreePort();
    private Process? _process;

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}"));

    public static async Task<Front> StartAsync(params Uri[] instances)
    {
        Assert.SkipUnless(File.Exists("/usr/sbin/nginx"), "nginx is not installed.");
        var front = new Front();
        Directory.CreateDirectory(front._folder);
        var text = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "deploy", "nginx.conf"), TestContext.Current.CancellationToken);
        for (var number = 1; number <= 3; number++)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"server api{number}:8080 max_fails=1 fail_timeout=1s;");
            Assert.Contains(line, text, StringComparison.Ordinal);
            text = text.Replace(line, number <= instances.Length ? $"server {instances[number - 1].Authority};" : "", StringComparison.Ordinal);
        }

        text = text.Replace("listen 8080", string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{front._port}"), StringComparison.Ordinal)
            .Replace("/tmp/legal-status-nginx", $"{front._folder}/nginx", StringComparison.Ordinal)
            .Replace("worker_processes auto;", Environment.IsPrivilegedProcess ? "worker_processes 1; daemon off; user root;" : "worker_processes 1; daemon off;", StringComparison.Ordinal);
        var file = Path.Combine(front._folder, "nginx.conf");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        front._process = Process.Start(new ProcessStartInfo("/usr/sbin/nginx", ["-c", file, "-p", front._folder, "-e", Path.Combine(front._folder, "error.log")]) { UseShellExecute = false })!;
        using var client = new HttpClient { BaseAddress = front.Address };
        while ((await Reply.GetAsync(client, "/health/live")).Status != 200)
        {
            Assert.False(front._process.HasExited, "nginx ended early.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        return front;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            using var end = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await end.WaitForExitAsync(CancellationToken.None);
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
