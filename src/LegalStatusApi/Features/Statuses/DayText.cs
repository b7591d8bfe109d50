using System.Buffers;
using System.Globalization;
using System.Text;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Statuses;

/// <summary>
/// The text of an answer in which the day asked for is left out: between two days on which the law may change, answers differ in nothing else.
/// </summary>
internal sealed class DayText
{
    // No record and no question can name this day (PartialDate.Latest), so wherever it stands, the day asked for does.
    private static readonly DateOnly Nowhere = new(9786, 5, 4);
    private static readonly byte[] NowhereInDigits = InDigits(Nowhere);
    private static readonly byte[] NowhereInWords = InWords(Nowhere);
    private readonly byte[][] _parts;
    private readonly bool[] _isInWords;
    private readonly int _length;

    private DayText(List<byte[]> parts, List<bool> isInWords)
    {
        (_parts, _isInWords) = ([.. parts], [.. isInWords]);
        _length = _parts.Sum(part => part.Length);
    }

    /// <summary>About how many bytes it takes.</summary>
    public int Bytes => _length + (64 * _parts.Length);

    /// <summary>
    /// The text that <paramref name="write"/> makes of an answer, without its day; null where the day stands in it otherwise than as it is
    /// printed, so that the text of one day does not tell that of another.
    /// </summary>
    /// <param name="write">The text of the answer for a day.</param>
    /// <param name="day">A day that the answer is for.</param>
    /// <param name="text">The text of that day.</param>
    public static DayText? Of(Func<DateOnly, byte[]> write, DateOnly day, byte[] text)
    {
        var cut = Cut(write(Nowhere));
        return cut.On(day).AsSpan().SequenceEqual(text) ? cut : null;
    }

    /// <summary>The text for a day.</summary>
    public byte[] On(DateOnly day)
    {
        var (digits, words) = (InDigits(day), InWords(day));
        var text = new byte[LengthWith(digits, words)];
        var at = 0;
        for (var i = 0; i < _parts.Length; i++)
        {
            Put(_parts[i]);
            if (i < _isInWords.Length)
            {
                Put(_isInWords[i] ? words : digits);
            }
        }

        return text;

        void Put(byte[] bytes)
        {
            bytes.CopyTo(text, at);
            at += bytes.Length;
        }
    }

    /// <summary>The text for a day as an answer keeps it: the day alone is its own.</summary>
    public IAnswerText TextOn(DateOnly day) => new OfDay(this, InDigits(day), InWords(day));

    private int LengthWith(byte[] digits, byte[] words) => _length + _isInWords.Sum(isInWords => (isInWords ? words : digits).Length);

    private static DayText Cut(ReadOnlySpan<byte> text)
    {
        List<byte[]> parts = [];
        List<bool> isInWords = [];
        while (true)
        {
            var (digits, words) = (text.IndexOf(NowhereInDigits), text.IndexOf(NowhereInWords));
            if (digits < 0 && words < 0)
            {
                parts.Add(text.ToArray());
                return new DayText(parts, isInWords);
            }

            var isWords = digits < 0 || (words >= 0 && words < digits);
            var at = isWords ? words : digits;
            parts.Add(text[..at].ToArray());
            isInWords.Add(isWords);
            text = text[(at + (isWords ? NowhereInWords : NowhereInDigits).Length)..];
        }
    }

    private static byte[] InDigits(DateOnly day) => Encoding.ASCII.GetBytes(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static byte[] InWords(DateOnly day) => Encoding.ASCII.GetBytes(Wording.InWords(day));

    private sealed class OfDay(DayText text, byte[] digits, byte[] words) : IAnswerText
    {
        public int Length { get; } = text.LengthWith(digits, words);

        public void WriteTo(IBufferWriter<byte> writer)
        {
            for (var i = 0; i < text._parts.Length; i++)
            {
                writer.Write(text._parts[i]);
                if (i < text._isInWords.Length)
                {
                    writer.Write(text._isInWords[i] ? words : digits);
                }
            }
        }
    }
}
