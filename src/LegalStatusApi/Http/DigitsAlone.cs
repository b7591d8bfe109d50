using System.Text;

namespace LegalStatusApi.Http;

/// <summary>
/// Content-Length is digits alone. The web server also reads <c>+0</c> as 0, where whoever stands before it may see another number, and so
/// another end of the request: with anything but a digit it is no number here, and refused.
/// </summary>
public sealed class DigitsAlone : Encoding
{
    public static readonly Encoding Encoding = new DigitsAlone();

    // The web server has room for 20; what is longer is no number either.
    private const int Longest = 20;

    private DigitsAlone()
    {
    }

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        GetChars(bytes.AsSpan(byteIndex, byteCount), chars.AsSpan(charIndex));

    public override int GetChars(ReadOnlySpan<byte> bytes, Span<char> chars)
    {
        var length = Math.Min(bytes.Length, chars.Length);
        for (var i = 0; i < length; i++)
        {
            chars[i] = char.IsAsciiDigit((char)bytes[i]) ? (char)bytes[i] : 'x';
        }

        return length;
    }

    public override int GetCharCount(byte[] bytes, int index, int count) => Math.Min(count, Longest);

    public override int GetMaxCharCount(int byteCount) => Math.Min(byteCount, Longest);

    public override int GetByteCount(char[] chars, int index, int count) => count;

    public override int GetMaxByteCount(int charCount) => charCount;

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        ASCII.GetBytes(chars, charIndex, charCount, bytes, byteIndex);
}
