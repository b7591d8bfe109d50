using System.Runtime.CompilerServices;
using LegalStatusApi.Http;
using Microsoft.Extensions.Caching.Memory;

namespace LegalStatusApi.Caching;

/// <summary>
/// Texts that stand in longer answers, such as one place's in a comparison: each is kept for the days on which it says the same, once it was
/// asked for again. What they are of is told apart by identity, so that none outlives what it was made from.
/// </summary>
public sealed class TextsOfDays
{
    // Rough, of the entry itself, with what is told beside the text.
    private const int BytesBeside = 512;
    private readonly MemoryCache _kept;
    private readonly SharedParts _parts;
    private readonly AskedBefore _asked;

    /// <param name="day">Today (UTC): what lies ahead is worded otherwise, so that texts of one day are none of the next.</param>
    /// <param name="kept">Where they are kept.</param>
    /// <param name="parts">Where their parts are kept.</param>
    /// <param name="asked">What was asked for before.</param>
    public TextsOfDays(DateOnly day, MemoryCache kept, SharedParts parts, AskedBefore asked) => (Today, _kept, _parts, _asked) = (day, kept, parts, asked);

    /// <summary>The day (UTC) on which they are told.</summary>
    public DateOnly Today { get; }

    /// <summary>The text of a day; null where none is kept that tells it.</summary>
    public TextOfDays<T>? Find<T>(object of, string? form, DateOnly day) =>
        _kept.TryGetValue(new Key(of, form), out TextOfDays<T>[]? known) ? On(known!, day) : null;

    /// <summary>Keeps the text of some days, where it was asked for before.</summary>
    /// <param name="of">What it is a text of.</param>
    /// <param name="form">In which form; null = the only one.</param>
    /// <param name="days">The days, and how their text is written.</param>
    /// <param name="text">The text of the day asked for.</param>
    /// <param name="beside">What is told with it, the same on all of these days.</param>
    /// <param name="bytesOf">About how many bytes take what they are texts of, which lives as long as they.</param>
    public void Offer<T>(object of, string? form, SameDays days, ReadOnlySpan<byte> text, T beside, long bytesOf)
    {
        var key = new Key(of, form);
        if (!_asked.Note(key.GetHashCode()) || DayText.Of(days, text, _parts) is not { } cut)
        {
            return;
        }

        var (first, last) = days.Find();
        // Of two that are added at once one may be lost, and is made again.
        var others = _kept.TryGetValue(key, out TextOfDays<T>[]? known) ? known!.Where(other => other.First != first) : [];
        TextOfDays<T>[] all = [.. others, new TextOfDays<T>(first, last, cut, beside)];
        _kept.Set(key, all, new MemoryCacheEntryOptions { Size = bytesOf + all.Sum(each => BytesBeside + each.Text.Bytes), AbsoluteExpirationRelativeToNow = KeptAnswers.Longest });
    }

    private static TextOfDays<T>? On<T>(TextOfDays<T>[] known, DateOnly day)
    {
        foreach (var each in known)
        {
            if (each.First <= day && day <= each.Last)
            {
                return each;
            }
        }

        return null;
    }

    private sealed class Key(object of, string? form) : IEquatable<Key>
    {
        private readonly object _of = of;
        private readonly string? _form = form;

        public bool Equals(Key? other) => other is not null && ReferenceEquals(_of, other._of) && _form == other._form;

        public override bool Equals(object? obj) => Equals(obj as Key);

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(_of), _form);
    }
}

/// <summary>A text for the days on which it is the same but for the day, and what is told with it.</summary>
public sealed record TextOfDays<T>(DateOnly First, DateOnly Last, DayText Text, T Beside);
