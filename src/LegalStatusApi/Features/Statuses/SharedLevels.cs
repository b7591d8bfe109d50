using System.Globalization;
using System.Text.Json;
using LegalStatusApi.Caching;

namespace LegalStatusApi.Features.Statuses;

/// <summary>Levels of law in a cache that instances share: read once from the database for all of them.</summary>
public sealed class SharedLevels(SharedCache cache, ILogger<SharedLevels> logger)
{
    // Each build reads and writes levels of its own: two versions side by side need not agree on a level's shape.
    private static readonly string Build = typeof(SharedLevels).Module.ModuleVersionId.ToString("N");

    /// <summary>The level that an instance of this build left; null where there is none that can be believed.</summary>
    internal async Task<Level?> FindAsync(StackKey key, CancellationToken cancellation)
    {
        if (await cache.FindAsync(NameOf(key), cancellation) is not { } bytes)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(bytes, LevelJson.Read.Level);
        }
        catch (JsonException)
        {
            logger.LogWarning("A shared level was no level, and was dropped");
            return null;
        }
    }

    /// <summary>Leaves it for the others, whenever that is done.</summary>
    internal void Keep(StackKey key, Level level) => cache.Keep(NameOf(key), JsonSerializer.SerializeToUtf8Bytes(level, LevelJson.Read.Level));

    private static string NameOf(StackKey key) => string.Create(
        CultureInfo.InvariantCulture, $"level:{Build}:{key.State.Hash}:{key.State.Redactions}:{key.Revision}:{key.Jurisdiction}:{key.Substance}");
}
