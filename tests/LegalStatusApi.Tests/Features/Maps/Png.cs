using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace LegalStatusApi.Tests.Features.Maps;

/// <summary>A PNG of eight bits a channel without interlacing, decoded as its specification says.</summary>
public sealed class Png
{
    private const int Header = 8;
    private readonly byte[] _pixels;
    private readonly int _channels;

    public Png(byte[] file)
    {
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], file[..Header]);
        using var data = new MemoryStream();
        for (var at = Header; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var body = file.AsSpan(at + 8, length);
            switch (Encoding.ASCII.GetString(file, at + 4, 4))
            {
                case "IHDR":
                    (Width, Height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
                    Assert.Equal([8, 0, 0, 0], new[] { body[8], body[10], body[11], body[12] });
                    _channels = body[9] switch { 2 => 3, 6 => 4, var other => throw new InvalidDataException($"Colour type {other}") };
                    break;
                case "IDAT":
                    data.Write(body);
                    break;
            }

            at += length + 12;
        }

        data.Position = 0;
        using var lines = new ZLibStream(data, CompressionMode.Decompress);
        _pixels = Unfiltered(lines);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The colour of a pixel as <c>#rrggbb</c>.</summary>
    public string At(int x, int y)
    {
        var at = ((y * Width) + x) * _channels;
        return $"#{_pixels[at]:x2}{_pixels[at + 1]:x2}{_pixels[at + 2]:x2}";
    }

    /// <summary>How many pixels of a rectangle are nearly black.</summary>
    public int DarkIn(int left, int top, int width, int height) =>
        Enumerable.Range(top, height).Sum(y => Enumerable.Range(left, width).Count(x => _pixels.AsSpan(((y * Width) + x) * _channels, 3).IndexOfAnyExceptInRange((byte)0, (byte)90) < 0));

    private byte[] Unfiltered(Stream lines)
    {
        var length = Width * _channels;
        var pixels = new byte[length * Height];
        var above = new byte[length];
        for (var y = 0; y < Height; y++)
        {
            var filter = lines.ReadByte();
            var line = pixels.AsSpan(y * length, length);
            lines.ReadExactly(line);
            for (var i = 0; i < length; i++)
            {
                int left = i < _channels ? 0 : line[i - _channels], up = above[i], corner = i < _channels ? 0 : above[i - _channels];
                line[i] += (byte)(filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) });
            }

            line.CopyTo(above);
        }

        return pixels;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (fromLeft, fromUp, fromCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return fromLeft <= fromUp && fromLeft <= fromCorner ? left : fromUp <= fromCorner ? up : corner;
    }
}
