using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LegalStatusApi.Domain;

/// <summary>How old a check of a record may be: an ISO 8601 duration of years, months, weeks and days, such as <c>P90D</c>.</summary>
public sealed partial record Age(string Text, int Years, int Months, int Days)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out Age? age)
    {
        var match = Duration().Match(text);
        age = match.Success
            ? new Age(text, PartOf(match, "years"), PartOf(match, "months"), (PartOf(match, "weeks") * 7) + PartOf(match, "days"))
            : null;
        return age is not null;
    }

    /// <summary>What was checked before this day is too old on <paramref name="today"/>.</summary>
    public DateOnly OldestOn(DateOnly today) => today.AddYears(-Years).AddMonths(-Months).AddDays(-Days);

    private static int PartOf(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        "^P(?=[0-9])((?<years>[0-9]{1,2})Y)?((?<months>[0-9]{1,3})M)?((?<weeks>[0-9]{1,3})W)?((?<days>[0-9]{1,4})D)?\\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Duration();
}
