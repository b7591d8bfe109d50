using System.Buffers;

namespace LegalStatusApi.Http;

/// <summary>A text while it is written and sent, in memory that goes back afterwards: made anew for each, the runtime would be busy collecting it.</summary>
public sealed class LentText(int length) : IBufferWriter<byte>, IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(length);
    private int _length;

    /// <summary>What was written, until this is disposed of.</summary>
    public ReadOnlyMemory<byte> Text => _buffer.AsMemory(0, _length);

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var wanted = Math.Max(sizeHint, 1);
        if (_buffer.Length - _length < wanted)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + wanted));
            Text.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        (_buffer, _length) = ([], 0);
    }
}
