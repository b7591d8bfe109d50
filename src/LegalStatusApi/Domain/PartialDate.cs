using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LegalStatusApi.Domain;

/// <summary>A date as precisely as a source gives it: <c>1971</c>, <c>2019-05</c> or <c>2019-05-07</c> (ISO 8601).</summary>
/// <remarks>It stands for the window of the days it may mean. Years 1800 to 2199.</remarks>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null)
{
    public static readonly DateOnly Earliest = new(1800, 1, 1);
    public static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>The earliest day it may mean.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The latest day it may mean.</summary>
    public DateOnly Last => Day is not null
        ? First
        : new DateOnly(Year, Month ?? 12, DateTime.DaysInMonth(Year, Month ?? 12));

    public string Precision => Day is not null ? "day" : Month is not null ? "month" : "year";

    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    public static PartialDate Parse(string text) => TryParse(text, out var date)
        ? date
        : throw new FormatException($"'{text}' is not a date such as 1971, 2019-05 or 2019-05-07 between 1800 and 2199.");

    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        date = default;
        var format = text?.Length switch { 4 => "yyyy", 7 => "yyyy-MM", 10 => "yyyy-MM-dd", _ => null };
        if (format is null || text!.Any(c => c is not ((>= '0' and <= '9') or '-')) ||
            !DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ||
            first < Earliest || first > Latest)
        {
            return false;
        }

        date = new(first.Year, format.Length > 4 ? first.Month : null, format.Length > 7 ? first.Day : null);
        return true;
    }

    public override string ToString() => Day is not null ? $"{Year:D4}-{Month:D2}-{Day:D2}"
        : Month is not null ? $"{Year:D4}-{Month:D2}"
        : $"{Year:D4}";
}
