using System.Globalization;
using System.Text;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Caching;

/// <summary>
/// The text of an answer in which the day asked for is left out: between two days on which the law may change, answers differ in nothing else.
/// </summary>
public sealed class DayText
{
    // No record and no question can name this day (PartialDate.Latest), so wherever it stands, the day asked for does.
    private static readonly DateOnly Nowhere = new(9786, 5, 4);
    private static readonly byte[] NowhereInDigits = InDigits(Nowhere);
    private static readonly byte[] NowhereInWords = InWords(Nowhere);
    private readonly byte[][] _parts;
    private readonly Then[] _after;
    private readonly int _length;

    private DayText(List<byte[]> parts, List<Then> after, long ownBytes)
    {
        (_parts, _after) = ([.. parts], [.. after]);
        _length = _parts.Sum(part => part.Length);
        Bytes = ownBytes + (_parts.Length * (sizeof(Then) + sizeof(long))) + 96;
    }

    // What stands after a part.
    private enum Then : byte
    {
        Nothing,
        Digits,
        Words,
    }

    /// <summary>About how many bytes it takes, without what it shares with others.</summary>
    public long Bytes { get; }

    /// <summary>
    /// The text of an answer without its day; null where the day stands in it otherwise than as it is printed, so that the text of one day
    /// does not tell that of another.
    /// </summary>
    /// <param name="days">How the text of a day is written.</param>
    /// <param name="text">The text of the day asked for.</param>
    /// <param name="shared">Where its parts are kept.</param>
    public static DayText? Of(SameDays days, ReadOnlySpan<byte> text, SharedParts shared)
    {
        var cut = Cut(days.Write(Nowhere), days.Seams, shared);
        return cut.On(days.On).AsSpan().SequenceEqual(text) ? cut : null;
    }

    /// <summary>How many bytes the text of a day has.</summary>
    public int LengthOn(DateOnly day)
    {
        var words = Wording.InWords(day).Length;
        var length = _length;
        foreach (var then in _after)
        {
            length += then is Then.Digits ? NowhereInDigits.Length : then is Then.Words ? words : 0;
        }

        return length;
    }

    /// <summary>Writes the text for a day.</summary>
    /// <param name="text">As many bytes as <see cref="LengthOn"/> says.</param>
    public void Fill(DateOnly day, Span<byte> text)
    {
        Span<byte> digits = stackalloc byte[NowhereInDigits.Length];
        day.TryFormat(digits, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var words = Wording.InWords(day);
        for (var i = 0; i < _parts.Length; i++)
        {
            _parts[i].CopyTo(text);
            text = text[_parts[i].Length..];
            if (_after[i] is Then.Digits)
            {
                digits.CopyTo(text);
                text = text[digits.Length..];
            }
            else if (_after[i] is Then.Words)
            {
                text = text[Encoding.ASCII.GetBytes(words, text)..];
            }
        }
    }

    /// <summary>The text for a day, in memory that is lent until it is disposed of.</summary>
    public LentText Lend(DateOnly day)
    {
        var length = LengthOn(day);
        var text = new LentText(length);
        Fill(day, text.GetSpan(length));
        text.Advance(length);
        return text;
    }

    /// <summary>The text for a day.</summary>
    public byte[] On(DateOnly day)
    {
        var text = new byte[LengthOn(day)];
        Fill(day, text);
        return text;
    }

    private static DayText Cut(ReadOnlySpan<byte> text, IReadOnlyList<byte[]> seams, SharedParts shared)
    {
        List<byte[]> parts = [];
        List<Then> after = [];
        var ownBytes = 0L;
        while (!text.IsEmpty)
        {
            var (end, then) = (text.Length, Then.Nothing);
            Nearer(text.IndexOf(NowhereInDigits), Then.Digits);
            Nearer(text.IndexOf(NowhereInWords), Then.Words);
            foreach (var seam in seams)
            {
                // It begins a part.
                Nearer(text[1..].IndexOf(seam) is var at && at < 0 ? -1 : at + 1, Then.Nothing);
            }

            parts.Add(shared.Share(text[..end], ref ownBytes));
            after.Add(then);
            text = text[(end + (then is Then.Digits ? NowhereInDigits : then is Then.Words ? NowhereInWords : []).Length)..];

            void Nearer(int at, Then what) => (end, then) = at >= 0 && at < end ? (at, what) : (end, then);
        }

        return new DayText(parts, after, ownBytes);
    }

    private static byte[] InDigits(DateOnly day) => Encoding.ASCII.GetBytes(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static byte[] InWords(DateOnly day) => Encoding.ASCII.GetBytes(Wording.InWords(day));
}
