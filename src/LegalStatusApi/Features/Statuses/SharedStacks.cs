using System.Globalization;
using System.Text.Json;
using LegalStatusApi.Caching;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Statuses;

/// <summary>Stacks in a cache that instances share: read once from the database for all of them.</summary>
public sealed class SharedStacks(SharedCache cache, ILogger<SharedStacks> logger)
{
    // Each build reads and writes stacks of its own: two versions side by side need not agree on a stack's shape.
    private static readonly string Build = typeof(SharedStacks).Module.ModuleVersionId.ToString("N");

    /// <summary>The stack that an instance of this build left; null where there is none that can be believed.</summary>
    public async Task<Stack?> FindAsync(StackKey key, CancellationToken cancellation)
    {
        if (await cache.FindAsync(NameOf(key), cancellation) is not { } bytes)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Stack>(bytes, DomainJson.Options);
        }
        catch (JsonException)
        {
            logger.LogWarning("A shared stack was no stack, and was dropped");
            return null;
        }
    }

    /// <summary>Leaves it for the others, whenever that is done.</summary>
    public void Keep(StackKey key, Stack stack) => cache.Keep(NameOf(key), JsonSerializer.SerializeToUtf8Bytes(stack, DomainJson.Options));

    private static string NameOf(StackKey key) => string.Create(
        CultureInfo.InvariantCulture, $"stack:{Build}:{key.State.Hash}:{key.State.Redactions}:{key.Revision}:{key.Jurisdiction}:{key.Substance}");
}
