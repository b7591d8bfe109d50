using System.Globalization;
using System.Text;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Pending;

/// <summary>
/// Writes a calendar as RFC 5545 has it. A later file supersedes an earlier one: an event keeps its UID on every host and for ever, its
/// SEQUENCE rises with the revision that told it, and what is resolved or no longer said is CANCELLED rather than gone.
/// </summary>
public sealed class Calendar
{
    private const int LongestLine = 75;
    private const string Notice = "Information, not legal or medical advice.";
    private readonly StringBuilder _text = new();

    private Calendar()
    {
    }

    /// <param name="on">The day on which it is asked for.</param>
    /// <param name="absolute">Makes an address of this service whole.</param>
    public static string Write(string name, IEnumerable<Coming> coming, DateOnly on, Func<string, string> absolute)
    {
        var calendar = new Calendar();
        calendar.Line("BEGIN:VCALENDAR");
        calendar.Line("VERSION:2.0");
        calendar.Line("PRODID:-//Legal Status API//Pending law//EN");
        calendar.Line("CALSCALE:GREGORIAN");
        calendar.Line("METHOD:PUBLISH");
        calendar.Line($"X-WR-CALNAME:{Escape(name)}");
        calendar.Line($"NAME:{Escape(name)}");
        calendar.Line($"DESCRIPTION:{Escape($"What may still change the law: none of it is law in force. {Notice}")}");
        calendar.Line("REFRESH-INTERVAL;VALUE=DURATION:P1D");
        calendar.Line("X-PUBLISHED-TTL:P1D");
        // Without any expected day there is nothing to put into a calendar; the list has it.
        foreach (var each in coming.Where(each => each.ExpectedOn is not null))
        {
            calendar.Event(each, each.ExpectedOn!.Value, on, absolute);
        }

        calendar.Line("END:VCALENDAR");
        return calendar._text.ToString();
    }

    private void Event(Coming coming, PartialDate expected, DateOnly on, Func<string, string> absolute)
    {
        var isCancelled = coming.State != ComingTerms.Open;
        var told = coming.RecordedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Line("BEGIN:VEVENT");
        Line($"UID:{coming.StableName}@legal-status-api");
        Line($"DTSTAMP:{told}");
        Line($"LAST-MODIFIED:{told}");
        Line($"SEQUENCE:{coming.RecordedIn.ToString(CultureInfo.InvariantCulture)}");
        Line($"STATUS:{(isCancelled ? "CANCELLED" : "TENTATIVE")}");
        // The end is the first day after it, so a month or a year is the whole of its days.
        Line($"DTSTART;VALUE=DATE:{Day(expected.First)}");
        Line($"DTEND;VALUE=DATE:{Day(expected.Last.AddDays(1))}");
        Line($"SUMMARY:{Escape($"{(isCancelled ? "Cancelled: " : "")}{coming.Name}{(expected.Day is null ? $" (some day in {expected})" : "")}")}");
        Line($"DESCRIPTION:{Escape(string.Join('\n', new[] { coming.SayOn(on), coming.Summary ?? coming.Record?.Summary, Notice }.OfType<string>()))}");
        Line($"CATEGORIES:{Escape(coming.Kind)}");
        Line("CLASS:PUBLIC");
        Line("TRANSP:TRANSPARENT");
        var address = absolute(coming.Record is null
            ? $"{ListPending.Path}?jurisdiction={coming.Place.Code}&substance={coming.Substance}&state=all"
            : $"/v1/classifications/{coming.Id}{(coming.State == ComingTerms.Withdrawn ? "/versions" : "")}");
        if (Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            Line($"URL:{url.AbsoluteUri}");
        }

        Line("END:VEVENT");
    }

    /// <summary>A content line, folded: no line is longer than 75 octets, and no letter is cut.</summary>
    private void Line(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    // Control characters have no way to be written; a line break has.
    private static string Escape(string text) => string.Concat(text.ReplaceLineEndings("\n").Select(letter => letter switch
    {
        '\\' or ';' or ',' => $"\\{letter}",
        '\n' => "\\n",
        _ when char.IsControl(letter) => " ",
        _ => letter.ToString(),
    }));
}
