using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LegalStatusApi.FaultTests.Support;

/// <summary>What becomes of what is sent through the proxy.</summary>
public enum Passage
{
    /// <summary>It arrives.</summary>
    Open,

    /// <summary>It arrives late.</summary>
    Late,

    /// <summary>Nothing arrives and nothing is refused: connections stay, and stay silent.</summary>
    Silent,

    /// <summary>The database is told to commit, does so, and its word for that is lost with the connection.</summary>
    LosesCommitted,
}

/// <summary>Stands between the service and its database, and delays, swallows or cuts.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    // As a statement, which READ COMMITTED is not.
    private static readonly byte[] Commit = Encoding.ASCII.GetBytes("COMMIT\0");
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _accepting;
    private volatile TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Passage _passage;

    public TcpProxy(int target)
    {
        Target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The port of the database.</summary>
    public int Target { get; set; }

    /// <summary>The port that the service connects to.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How late, both ways together.</summary>
    public TimeSpan Lateness { get; set; }

    /// <summary>How often the word for a commit was lost.</summary>
    public int Lost { get; private set; }

    public Passage Passage
    {
        get => _passage;
        set
        {
            _passage = value;
            if (value != Passage.Silent)
            {
                Interlocked.Exchange(ref _opened, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ConnectAsync(await _listener.AcceptTcpClientAsync(_ending.Token)));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ConnectAsync(TcpClient client)
    {
        using var server = new TcpClient { NoDelay = true };
        using var done = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token);
        using (client)
        {
            client.NoDelay = true;
            try
            {
                await WaitUntilOpenAsync(done.Token);
                await server.ConnectAsync(IPAddress.Loopback, Target, done.Token);
                var cut = new StrongBox();
                var (there, back) = (CopyAsync(client, server, cut, isToServer: true, done.Token), CopyAsync(server, client, cut, isToServer: false, done.Token));
                await Task.WhenAny(there, back);
                await done.CancelAsync();
                client.Client.LingerState = new LingerOption(true, 0);
                await Task.WhenAll(there, back);
            }
            catch (Exception gone) when (gone is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
            {
                // One of the two is gone, so the other goes too.
            }
        }
    }

    private sealed class StrongBox
    {
        public bool IsCut { get; set; }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, StrongBox cut, bool isToServer, CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        int length;
        while ((length = await from.GetStream().ReadAsync(buffer, cancellation)) > 0)
        {
            await WaitUntilOpenAsync(cancellation);
            if (Passage == Passage.Late)
            {
                await Task.Delay(Lateness / 2, cancellation);
            }

            if (!isToServer && cut.IsCut)
            {
                // The database has said that it committed; nobody hears it.
                Lost++;
                return;
            }

            cut.IsCut |= isToServer && Passage == Passage.LosesCommitted && buffer.AsSpan(0, length).IndexOf(Commit) >= 0;
            await to.GetStream().WriteAsync(buffer.AsMemory(0, length), cancellation);
        }
    }

    private Task WaitUntilOpenAsync(CancellationToken cancellation)
    {
        var opened = _opened.Task;
        return Passage == Passage.Silent ? opened.WaitAsync(cancellation) : Task.CompletedTask;
    }
}
