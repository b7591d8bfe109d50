using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LegalStatusApi.Domain;
using Microsoft.AspNetCore.Mvc;

namespace LegalStatusApi.Http;

/// <summary>
/// Turns the strings of a request into domain values and keeps every mistake, so that one answer names them all.
/// It begins with the parameters that the endpoint does not know or that were given twice.
/// </summary>
public sealed partial class Check
{
    private static readonly ConcurrentDictionary<MethodInfo, string[]> KnownParameters = new();
    private readonly List<ParameterError> _errors = [];

    private Check()
    {
    }

    public bool Failed => _errors.Count > 0;

    /// <summary>The same of a page, whose forms send fields that were left empty: those are as if they were not sent.</summary>
    public static Check OfForm(HttpContext http) => Of(http, emptyIsAbsent: true);

    public static Check Of(HttpContext http) => Of(http, emptyIsAbsent: false);

    private static Check Of(HttpContext http, bool emptyIsAbsent)
    {
        var check = new Check();
        var known = KnownOf(http.GetEndpoint());
        foreach (var (name, values) in http.Request.Query)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                check.Refuse(Shown(name), known.Length == 0
                    ? "Unknown parameter: this address takes none."
                    : $"Unknown parameter.{Nearest.DidYouMean(name, known)} Known here: {string.Join(", ", known)}.");
            }
            else if (values.Count > 1)
            {
                check.Refuse(name, "Given more than once.");
            }
            else if (string.IsNullOrEmpty(values[0]))
            {
                if (emptyIsAbsent)
                {
                    continue;
                }

                check.Refuse(name, "Empty: give a value or leave it out.");
            }
            else
            {
                check.RefuseWhatIsNoText(name, values[0]!);
            }
        }

        check.RefuseUnknownFormat(http);
        foreach (var (name, value) in http.Request.RouteValues)
        {
            check.RefuseWhatIsNoText(name, value as string ?? "");
        }

        return check;
    }

    /// <summary>Does an endpoint take this parameter?</summary>
    public static bool Takes(Endpoint? endpoint, string parameter) => KnownOf(endpoint).Contains(parameter, StringComparer.Ordinal);

    /// <summary>What was refused first is what has to be mended first, so a parameter is named once.</summary>
    public void Refuse(string parameter, string detail)
    {
        if (!_errors.Exists(error => error.Parameter == parameter))
        {
            _errors.Add(new ParameterError(parameter, detail));
        }
    }

    private static string[] KnownOf(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<MethodInfo>() is { } handler
        ? [.. KnownParameters.GetOrAdd(handler, QueryParametersOf), .. Formats.Of(endpoint.Metadata).Count > 1 ? [Formats.Parameter] : Array.Empty<string>()]
        : [];

    private void RefuseUnknownFormat(HttpContext http)
    {
        var offered = Formats.Of(http.GetEndpoint()?.Metadata ?? []).Select(format => format.Name).ToList();
        if (http.Request.Query[Formats.Parameter] is [{ Length: > 0 } name] && !offered.Contains(name, StringComparer.Ordinal))
        {
            Refuse(Formats.Parameter, $"'{Shown(name)}' is no form of this answer.{Nearest.DidYouMean(name, offered)} Known: {string.Join(", ", offered)}.");
        }
    }

    // What no name or date holds must not reach the database: PostgreSQL refuses NUL while it binds, and a session whose
    // statement is being prepared just then is out of step with its client afterwards.
    private void RefuseWhatIsNoText(string parameter, string text)
    {
        if (text.Any(char.IsControl) || text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar))
        {
            Refuse(parameter, $"'{Shown(text)}' holds control characters or is not UTF-8.");
        }
    }

    /// <summary>A problem that names every mistake.</summary>
    public Problem Problem() => Problems.InvalidParameters.With(
        string.Join(" ", _errors.Select(error => $"{error.Parameter}: {error.Detail}")), _errors);

    /// <summary>A day as yyyy-MM-dd, 1800 to 2199.</summary>
    public DateOnly? Day(string parameter, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (PartialDate.TryParse(text, out var date) && date.Day is not null)
        {
            return date.First;
        }

        Refuse(parameter, $"'{Shown(text)}' is not a day: write yyyy-MM-dd, from 1800-01-01 to 2199-12-31.");
        return null;
    }

    /// <summary>An age as an ISO 8601 duration of years, months, weeks and days.</summary>
    public Age? Age(string parameter, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (Domain.Age.TryParse(text, out var age))
        {
            return age;
        }

        Refuse(parameter, $"'{Shown(text)}' is no age: write P90D, P6M or P1Y (years, months, weeks, days; at most P99Y).");
        return null;
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public long? Number(string parameter, string? text, long least, long most)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(parameter, most == long.MaxValue
            ? $"'{Shown(text)}' is not a whole number from {least} on."
            : $"'{Shown(text)}' is not a whole number from {least} to {most}.");
        return null;
    }

    /// <summary>An instant as RFC 3339 has it, with its offset, not after <paramref name="now"/>.</summary>
    public DateTimeOffset? Instant(string parameter, string? text, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        string[] formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFK"];
        var isInstant = DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10);
        if (!isInstant)
        {
            Refuse(parameter, $"'{Shown(text)}' is not an instant: write 2026-01-31T12:00:00Z, in a URL with '+' as %2B.");
            return null;
        }

        if (instant > now)
        {
            Refuse(parameter, "Lies in the future.");
            return null;
        }

        return instant;
    }

    /// <summary>A word of the vocabulary.</summary>
    public string? Term(string parameter, string? text, TermList list)
    {
        if (string.IsNullOrEmpty(text) || list.Has(text))
        {
            return string.IsNullOrEmpty(text) ? null : text;
        }

        var known = list.Terms.Select(term => term.Value).ToList();
        Refuse(parameter, $"'{Shown(text)}' is no {list.Name}.{Nearest.DidYouMean(text, known)} Known: {string.Join(", ", known)}.");
        return null;
    }

    /// <summary>true or false.</summary>
    public bool? YesOrNo(string parameter, string? text)
    {
        switch (text)
        {
            case null or "":
                return null;
            case "true" or "false":
                return text == "true";
            default:
                Refuse(parameter, $"'{Shown(text)}' is neither true nor false.");
                return null;
        }
    }

    /// <summary>A slug: lower-case words of letters and digits, joined by hyphens.</summary>
    public string? Slug(string parameter, string? text)
    {
        if (string.IsNullOrEmpty(text) || SlugShape().IsMatch(text))
        {
            return string.IsNullOrEmpty(text) ? null : text;
        }

        Refuse(parameter, $"'{Shown(text)}' is no slug: write lower-case letters, digits and hyphens.");
        return null;
    }

    /// <summary>The one spelling of a jurisdiction code; a refusal if it cannot be a code.</summary>
    public string? Code(string parameter, string? text)
    {
        if (string.IsNullOrEmpty(text) || JurisdictionCode.TryCanonicalize(text, out var code) is false)
        {
            if (!string.IsNullOrEmpty(text))
            {
                Refuse(parameter, $"'{Shown(text)}' cannot be a jurisdiction code: write DE, US-CO or US-CO-denver.");
            }

            return null;
        }

        return code;
    }

    // What a client sent is quoted, shortly and without control characters.
    public static string Shown(string text) =>
        new([.. text.Take(60).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '\uFFFD' : letter)]);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex SlugShape();

    private static string[] QueryParametersOf(MethodInfo handler) =>
        [.. handler.GetParameters()
            .SelectMany(parameter => parameter.IsDefined(typeof(AsParametersAttribute))
                ? parameter.ParameterType.GetConstructors().Single().GetParameters()
                : [parameter])
            .Where(parameter => parameter.IsDefined(typeof(FromQueryAttribute)))
            .Select(parameter => parameter.GetCustomAttribute<FromQueryAttribute>()!.Name ?? JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!))];
}
