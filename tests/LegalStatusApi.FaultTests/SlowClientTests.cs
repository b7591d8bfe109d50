using System.Diagnostics;
using System.Net.Sockets;
using LegalStatusApi.FaultTests.Support;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.FaultTests;

/// <summary>Clients that send or take a byte now and then, to keep others out.</summary>
[Collection(FaultyService.OfClients)]
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

    [Fact, Fault(30)]
    public async Task Two_hundred_clients_that_do_not_take_their_answers_keep_nobody_out_and_are_sent_away()
    {
        // To make so many answers at once keeps two processors busy for longer than the short deadline of the other tests.
        await using var served = await FaultyService.StartAsync(service.Database, ("Deadlines__Answer", "10"));
        var watch = Stopwatch.StartNew();
        var attackers = Enumerable.Range(0, Attackers).Select(_ => TakeNothingAsync(served.Client.BaseAddress!, "/v1/vocabulary", TestContext.Current.CancellationToken)).ToList();
        await using var readers = new Readers(served.Client.BaseAddress!, clients: 2);
        var gone = await Task.WhenAll(attackers).WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
        await readers.StopAsync();

        var times = readers.Replies.Select(reply => reply.Milliseconds).Order().ToList();
        Figures.Saw($"slow reading: {Attackers} attackers gone after {gone.Max():0.0} s; others meanwhile {readers.Statuses}, 99 % within {times[times.Count * 99 / 100]:0} ms");
        Assert.All(readers.Replies, reply => Assert.Equal(200, reply.Status));
        Assert.InRange(times[times.Count * 99 / 100], 0, 4000);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 90);
    }

    [Fact, Fault(30)]
    public async Task Exports_that_nobody_takes_leave_others_their_connections_to_the_database()
    {
        await using var served = await FaultyService.StartAsync(service.Database, ("Deadlines__Answer", "10"));
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var attackers = Enumerable.Range(0, 32).Select(_ => TakeNothingAsync(served.Client.BaseAddress!, "/v1/export.ndjson", stopping.Token)).ToList();
        await using var readers = new Readers(served.Client.BaseAddress!, clients: 2);
        await readers.AnsweredAsync(300);
        await readers.StopAsync();
        await stopping.CancelAsync();
        await Task.WhenAll(attackers).ContinueWith(_ => { }, TaskScheduler.Default);

        Figures.Saw($"32 clients that take no export, before a pool of {FaultyService.Pool}: others meanwhile {readers.Statuses}");
        Assert.All(readers.Replies, reply => Assert.Equal(200, reply.Status));
    }

    // Asks for far more than any buffer on the way holds, a byte of which it takes a second; seconds until the service closed the connection.
    private static async Task<double> TakeNothingAsync(Uri address, string path, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 2048, NoDelay = true };
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, cancellation);
            var ask = Wire.Bytes(string.Concat(Enumerable.Repeat($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n", 1000)));
            // The service stops taking requests while their answers are not taken.
            var asked = socket.SendAsync(ask, cancellation).AsTask();
            var taken = new byte[1];
            while (true)
            {
                await Task.Delay(1000, cancellation);
                // What had arrived before could be taken for long after the service closed the connection.
                var fault = (int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)!;
                if (await socket.ReceiveAsync(taken, cancellation) == 0 || asked.IsFaulted || fault != 0)
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
