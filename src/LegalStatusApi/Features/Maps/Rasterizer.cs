using System.Security.Cryptography;
using System.Text;
using LegalStatusApi.Http;
using Microsoft.Extensions.Caching.Memory;
using NetVips;

namespace LegalStatusApi.Features.Maps;

/// <summary>
/// Makes a PNG of an SVG by libvips. Few at the same time, on one thread each, and what was drawn last is kept: whoever asks for the same
/// meanwhile waits for it, no longer than a request may take.
/// </summary>
public sealed class Rasterizer : IDisposable
{
    private const long MostBytesKept = 8 * 1024 * 1024;

    private readonly SemaphoreSlim _free = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly MemoryCache _drawn = new(new MemoryCacheOptions { SizeLimit = MostBytesKept });
    private readonly Lazy<string?> _missing;

    public Rasterizer(ILogger<Rasterizer> logger) => _missing = new Lazy<string?>(() =>
    {
        var missing = WhatIsMissing();
        if (missing is not null)
        {
            logger.LogWarning("Maps are not drawn as PNG: {Missing}.", missing);
        }

        return missing;
    });

    /// <summary>What this machine lacks to draw at all, within a sentence; null where nothing.</summary>
    public string? Missing => _missing.Value;

    public async Task<byte[]> DrawAsync(byte[] svg, CancellationToken cancellation)
    {
        var key = Convert.ToHexString(SHA256.HashData(svg));
        if (_drawn.TryGetValue(key, out byte[]? known))
        {
            return known!;
        }

        await _free.WaitAsync(cancellation);
        try
        {
            if (!_drawn.TryGetValue(key, out known))
            {
                known = await Task.Run(() => Draw(svg), cancellation);
                _drawn.Set(key, known, new MemoryCacheEntryOptions { Size = known.Length });
            }

            return known!;
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        _free.Dispose();
        _drawn.Dispose();
    }

    private static byte[] Draw(byte[] svg)
    {
        using var image = Image.SvgloadBuffer(svg);
        using var opaque = image.Flatten(background: [255, 255, 255]);
        return opaque.PngsaveBuffer(compression: 6, keep: Enums.ForeignKeep.None);
    }

    // Without a font every letter is the same empty box, and nothing would say what the colours mean.
    private static byte[] Letter(char letter) => Draw(Encoding.UTF8.GetBytes(
        $"<svg xmlns='{MapPicture.Svg}' width='40' height='40'><text y='34' font-size='40' font-family='sans-serif'>{letter}</text></svg>"));

    private static string? WhatIsMissing()
    {
        try
        {
            if (!ModuleInitializer.VipsInitialized)
            {
                return "the library libvips is not installed";
            }

            // Each drawing is another; what libvips would keep of it is never asked for again.
            Cache.Max = 0;
            NetVips.NetVips.Concurrency = 1;
            return Letter('M').SequenceEqual(Letter('i')) ? "no font is installed" : null;
        }
        catch (Exception missing) when (missing is VipsException or DllNotFoundException or EntryPointNotFoundException or BadImageFormatException or TypeInitializationException)
        {
            return "the library libvips cannot be used";
        }
    }
}
