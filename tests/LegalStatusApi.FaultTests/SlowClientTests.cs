using System.Diagnostics;
using System.Net.Sockets;
using LegalStatusApi.FaultTests.Support;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.FaultTests;

/// <summary>Clients that send or take a byte now and then, to keep others out.</summary>
[Collection(FaultyService.Collection)]
public sealed class SlowClientTests(FaultyService service)
{
    private const int Attackers = 200;

    [Theory, Fault(30)]
    [InlineData("slow headers", "GET /v1/vocabulary HTTP/1.1\r\nHost: localhost\r\nX: ")]
    [InlineData("slow body", "POST /v1/claims/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{")]
    public async Task Two_hundred_slow_clients_keep_nobody_out_and_are_sent_away(string how, string beginning)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();
        var attackers = Enumerable.Range(0, Attackers).Select(_ => AttackAsync(beginning, stopping.Token)).ToList();
        await using var readers = new Readers(service.Address, clients: 2);
        var gone = await Task.WhenAll(attackers).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await readers.StopAsync();

        var times = readers.Replies.Select(reply => reply.Milliseconds).Order().ToList();
        Figures.Saw($"{how}: {Attackers} attackers gone after {gone.Max():0.0} s; others meanwhile {readers.Statuses}, 99 % within {times[times.Count * 99 / 100]:0} ms");
        Assert.All(readers.Replies, reply => Assert.Equal(200, reply.Status));
        Assert.InRange(times[times.Count * 99 / 100], 0, 2000);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 45);
    }

    [Theory, Fault(30)]
    [InlineData("slow reading of answers", "/v1/vocabulary")]
    [InlineData("slow reading of exports", "/v1/export.ndjson")]
    public async Task Two_hundred_clients_that_do_not_take_what_they_ask_for_keep_nobody_out_and_are_sent_away(string how, string path)
    {
        var watch = Stopwatch.StartNew();
        var attackers = Enumerable.Range(0, Attackers).Select(_ => TakeNothingAsync(path, TestContext.Current.CancellationToken)).ToList();
        await using var readers = new Readers(service.Address, clients: 2);
        var gone = await Task.WhenAll(attackers).WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
        await readers.StopAsync();

        var times = readers.Replies.Select(reply => reply.Milliseconds).Order().ToList();
        Figures.Saw($"{how}: {Attackers} attackers gone after {gone.Max():0.0} s; others meanwhile {readers.Statuses}, 99 % within {times[times.Count * 99 / 100]:0} ms");
        Assert.All(readers.Replies, reply => Assert.Equal(200, reply.Status));
        Assert.InRange(times[times.Count * 99 / 100], 0, 2000);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 90);
        Assert.InRange(await service.AnswersAgainAsync(), 0, 5);
    }

    // Asks for far more than any buffer on the way holds, a byte of which it takes a second; seconds until the service closed the connection.
    private async Task<double> TakeNothingAsync(string path, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 2048, NoDelay = true };
        try
        {
            await socket.ConnectAsync(service.Address.Host, service.Address.Port, cancellation);
            var ask = Wire.Bytes(string.Concat(Enumerable.Repeat($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n", 1000)));
            // The service stops taking requests while their answers are not taken.
            var asked = socket.SendAsync(ask, cancellation).AsTask();
            var taken = new byte[1];
            while (true)
            {
                await Task.Delay(1000, cancellation);
                if (await socket.ReceiveAsync(taken, cancellation) == 0 || asked.IsFaulted)
                {
                    break;
                }
            }
        }
        catch (SocketException)
        {
            // Closed under the next byte.
        }

        return watch.Elapsed.TotalSeconds;
    }

    // Seconds until the service closed the connection.
    private async Task<double> AttackAsync(string beginning, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        using var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync(service.Address.Host, service.Address.Port, cancellation);
            var stream = client.GetStream();
            await stream.WriteAsync(Wire.Bytes(beginning), cancellation);
            var closed = ReadToEndAsync(stream, cancellation);
            while (!closed.IsCompleted)
            {
                await stream.WriteAsync("a"u8.ToArray(), cancellation);
                await Task.WhenAny(closed, Task.Delay(1000, cancellation));
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException)
        {
            // Closed under the next byte.
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static async Task ReadToEndAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var buffer = new byte[1024];
        while (await stream.ReadAsync(buffer, cancellation) > 0)
        {
            // What it says before it closes is of no interest.
        }
    }
}
