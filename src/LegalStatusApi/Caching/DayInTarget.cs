using System.Globalization;

namespace LegalStatusApi.Caching;

/// <summary>A question that names its day, and the same question without it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Digits">The day as it was written, yyyy-MM-dd.</param>
/// <param name="Question">The way in which it is asked, and the target without the day.</param>
internal readonly record struct DayInTarget(DateOnly Day, string Digits, string Question)
{
    private const string Name = "on=";
    private const int Length = 10;

    /// <summary>Null where a target names none, or not as the one plain parameter: then the long way tells what it means.</summary>
    /// <param name="target">Path and query, as they were sent.</param>
    /// <param name="way">The way in which it is asked (<see cref="Ways"/>).</param>
    public static DayInTarget? Of(string target, string way)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var name = query < 0 ? -1 : target.IndexOf(Name, query, StringComparison.Ordinal);
        var at = name + Name.Length;
        if (name < 0 || target[name - 1] is not ('?' or '&') || target.Length < at + Length || (target.Length > at + Length && target[at + Length] != '&')
            || !DateOnly.TryParseExact(target.AsSpan(at, Length), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }

        return new DayInTarget(day, target.Substring(at, Length), string.Concat(way, target.AsSpan(0, at), target.AsSpan(at + Length)));
    }
}
