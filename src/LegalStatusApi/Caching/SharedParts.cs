using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace LegalStatusApi.Caching;

/// <summary>
/// Parts that many texts have in common, each once: what a level of law says stands in the answers of every place below it, and of every
/// day on which it says so. Bounded by bytes: where there is no more room, a part is its text's own.
/// </summary>
public sealed class SharedParts(long mostBytes)
{
    // Rough, of the entry itself.
    private const int BytesBeside = 96;
    private readonly ConcurrentDictionary<byte[], byte[]> _parts = new(new ByContent());
    private long _bytes;

    /// <param name="ownBytes">How much of it is not shared.</param>
    public byte[] Share(ReadOnlySpan<byte> part, ref long ownBytes)
    {
        if (_parts.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(part, out var known))
        {
            return known;
        }

        var made = part.ToArray();
        if (Interlocked.Add(ref _bytes, made.Length + BytesBeside) <= mostBytes)
        {
            return _parts.GetOrAdd(made, made);
        }

        Interlocked.Add(ref _bytes, -made.Length - BytesBeside);
        ownBytes += made.Length;
        return made;
    }

    private sealed class ByContent : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }
    }
}
