using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace LegalStatusApi.Benchmarks.Cluster;

/// <summary>Clients who read through the front without pause: each notes what failed, and whether it ever read an earlier revision than before.</summary>
internal sealed class Readers : IAsyncDisposable
{
    private static readonly string[] Paths = ["/v1/status/DE/lsd", "/v1/status/US-CO-denver/psilocybin?on=2024-01-01", "/v1/status/GB/ketamine?on=2015-06-01", "/v1/history/NL/psilocybin"];
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _reading;
    private long _reads;

    /// <param name="count">How many clients; each has an address of its own on this machine.</param>
    public Readers(Uri front, int count) => _reading = [.. Enumerable.Range(2, count).Select(number => ReadAsync(front, $"127.0.0.{number}"))];

    public ConcurrentBag<string> Faults { get; } = [];

    public long Reads => Interlocked.Read(ref _reads);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_reading);
        _end.Dispose();
    }

    private async Task ReadAsync(Uri front, string from)
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Parse(from), 0));
                await socket.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellation);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            },
        };
        using var client = new HttpClient(handler) { BaseAddress = front };
        var latest = 0L;
        for (var at = 0; !_end.IsCancellationRequested; at++)
        {
            var path = Paths[at % Paths.Length];
            try
            {
                using var answer = await client.GetAsync(path, CancellationToken.None);
                var text = await answer.Content.ReadAsStringAsync(CancellationToken.None);
                if (!answer.IsSuccessStatusCode)
                {
                    Faults.Add($"{path}: {(int)answer.StatusCode} {text}");
                    continue;
                }

                var revision = (long)JsonNode.Parse(text)!["revision"]!;
                if (revision < latest)
                {
                    Faults.Add($"{path}: revision {revision} after {latest}");
                }

                latest = Math.Max(latest, revision);
                Interlocked.Increment(ref _reads);
            }
            catch (HttpRequestException fault)
            {
                Faults.Add($"{path}: {fault.Message}");
            }
        }
    }
}
