using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using Polly;
using Polly.CircuitBreaker;

namespace LegalStatusApi.Caching;

/// <summary>
/// A cache that instances share, as a help that may fail at any time: each call has a budget, after several failures it is let alone for a
/// while, and what comes back is believed only if it is, by its digest, what was left under that very name.
/// </summary>
public sealed class SharedCache : IDisposable
{
    /// <summary>How long a call may take; the database would have answered by then.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(50);

    /// <summary>After so many failures it is let alone.</summary>
    public const int MostFailures = 5;

    /// <summary>For so long.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private static readonly DistributedCacheEntryOptions Lifetime = new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(24) };
    private readonly IDistributedCache _cache;
    private readonly ILogger<SharedCache> _logger;
    private readonly ResiliencePipeline _calls;
    private readonly SemaphoreSlim _writing = new(8);

    public SharedCache(IDistributedCache cache, TimeProvider clock, ILogger<SharedCache> logger)
    {
        (_cache, _logger) = (cache, logger);
        _calls = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                // Whatever it is, the database answers in its place.
                ShouldHandle = new PredicateBuilder().Handle<Exception>(fault => fault is not OperationCanceledException),
                FailureRatio = 0.5,
                MinimumThroughput = MostFailures,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDuration = Pause,
                OnOpened = opened =>
                {
                    _logger.LogWarning("The shared cache is let alone for a while: {Fault}", opened.Outcome.Exception?.GetType().Name);
                    return ValueTask.CompletedTask;
                },
                OnClosed = _ =>
                {
                    _logger.LogInformation("The shared cache is used again");
                    return ValueTask.CompletedTask;
                },
            })
            .AddTimeout(Budget)
            .Build();
    }

    /// <summary>What was left under a name; null where nothing was, or where it cannot be had or believed.</summary>
    public async Task<byte[]?> FindAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var kept = await _calls.ExecuteAsync(async ending => await _cache.GetAsync(name, ending).WaitAsync(ending), cancellation);
            return kept is null ? null : Open(name, kept);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            Told(fault);
            return null;
        }
    }

    /// <summary>Leaves something under a name, in its own time; where too much waits already, it is not left.</summary>
    public void Keep(string name, byte[] said)
    {
        if (_writing.Wait(TimeSpan.Zero))
        {
            _ = KeepAsync(name, Sealed(name, said));
        }
    }

    public void Dispose() => _writing.Dispose();

    private async Task KeepAsync(string name, byte[] bytes)
    {
        try
        {
            await _calls.ExecuteAsync(async ending => await _cache.SetAsync(name, bytes, Lifetime, ending).WaitAsync(ending));
        }
        catch (Exception fault)
        {
            Told(fault);
        }
        finally
        {
            _writing.Release();
        }
    }

    // The circuit breaker says so once; each call that failed is no news.
    private void Told(Exception fault) => _logger.LogDebug("The shared cache did not answer: {Fault}", fault.GetType().Name);

    // A digest over name and content, and the content: half a value, another's value or one that was tampered with is none.
    private static byte[] Sealed(string name, byte[] said) => [.. DigestOf(name, said), .. said];

    private byte[]? Open(string name, byte[] kept)
    {
        if (kept.Length > SHA256.HashSizeInBytes
            && CryptographicOperations.FixedTimeEquals(kept.AsSpan(0, SHA256.HashSizeInBytes), DigestOf(name, kept.AsSpan(SHA256.HashSizeInBytes))))
        {
            return kept[SHA256.HashSizeInBytes..];
        }

        _logger.LogWarning("A value of the shared cache was not what was left there, and was dropped");
        return null;
    }

    private static byte[] DigestOf(string name, ReadOnlySpan<byte> said)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(Encoding.UTF8.GetBytes(name));
        digest.AppendData(said);
        return digest.GetHashAndReset();
    }
}
