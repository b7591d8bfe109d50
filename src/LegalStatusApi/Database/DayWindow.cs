using System.Globalization;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Database;

/// <summary>Partial dates as PostgreSQL keeps them: the window of days that they may mean.</summary>
public static class DayWindow
{
    /// <summary>The inverse of window_of_days: what a day_window is, as it is written: [1971-01-01,1972-01-01).</summary>
    public static PartialDate Parse(string window)
    {
        var first = DateOnly.ParseExact(window.AsSpan(1, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var end = DateOnly.ParseExact(window.AsSpan(12, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var days = end.DayNumber - first.DayNumber;
        return new PartialDate(first.Year, days <= 31 ? first.Month : null, days == 1 ? first.Day : null);
    }
}
