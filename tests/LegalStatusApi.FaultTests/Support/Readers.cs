using System.Collections.Concurrent;

namespace LegalStatusApi.FaultTests.Support;

/// <summary>Clients that ask one after another until they are stopped, and what they were answered.</summary>
public sealed class Readers : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _clients;
    private readonly HttpClient _client;
    private readonly bool _keepsTexts;

    /// <param name="keepsTexts">What was answered with 200 is wanted too: minutes of it take more memory than there is.</param>
    public Readers(Uri address, int clients, string path = "/v1/status/DE/lsd?on=2020-01-01", bool keepsAlive = true, bool keepsTexts = false)
    {
        _keepsTexts = keepsTexts;
        _client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        _client.DefaultRequestHeaders.ConnectionClose = !keepsAlive;
        _clients = [.. Enumerable.Range(0, clients).Select(_ => Task.Run(() => AskAsync(path)))];
    }

    public ConcurrentQueue<Reply> Replies { get; } = [];

    /// <summary>Returns when so many more were answered.</summary>
    public async Task AnsweredAsync(int more, Func<Reply, bool>? such = null)
    {
        var wanted = Count(such) + more;
        while (Count(such) < wanted)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    public int Count(Func<Reply, bool>? such = null) => such is null ? Replies.Count : Replies.Count(such);

    /// <summary>Such as <c>1200 × 200, 31 × 503</c>.</summary>
    public string Statuses => string.Join(", ", Replies.GroupBy(reply => reply.Status).OrderBy(group => group.Key).Select(group => $"{group.Count()} × {group.Key}"));

    public double Slowest(int status) => Replies.Where(reply => reply.Status == status).Select(reply => reply.Milliseconds).DefaultIfEmpty().Max();

    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_clients);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _client.Dispose();
        _stopping.Dispose();
    }

    private async Task AskAsync(string path)
    {
        while (!_stopping.IsCancellationRequested)
        {
            var reply = await Reply.GetAsync(_client, path);
            Replies.Enqueue(reply.Status == 200 && !_keepsTexts ? reply with { Text = "" } : reply);
        }
    }
}
