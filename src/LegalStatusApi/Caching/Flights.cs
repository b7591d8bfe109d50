using System.Collections.Concurrent;

namespace LegalStatusApi.Caching;

/// <summary>One piece of work for all who ask for the same at the same time.</summary>
/// <param name="longest">How long the work may take; nobody who waits can end it, since others wait too.</param>
public sealed class Flights<TKey, TValue>(TimeSpan longest)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TValue>>> _under = new();

    /// <summary>What the work brings, which the first who asks begins.</summary>
    public async Task<TValue> RunAsync(TKey key, Func<CancellationToken, Task<TValue>> work, CancellationToken cancellation)
    {
        var flight = _under.GetOrAdd(key, _ => new Lazy<Task<TValue>>(() => EndAsync(key, work)));
        return await flight.Value.WaitAsync(cancellation);
    }

    private async Task<TValue> EndAsync(TKey key, Func<CancellationToken, Task<TValue>> work)
    {
        using var ending = new CancellationTokenSource(longest);
        try
        {
            return await work(ending.Token);
        }
        finally
        {
            _under.TryRemove(key, out _);
        }
    }
}
