using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace LegalStatusApi.Domain;

/// <summary>ISO 3166-1 alpha-2, ISO 3166-2, or those and a slug (<c>US-CO-denver</c>); also UN and EU.</summary>
public static partial class JurisdictionCode
{
    /// <summary>The one spelling of a code: upper case, the slug in lower case. False if it cannot be a code.</summary>
    public static bool TryCanonicalize([NotNullWhen(true)] string? text, [NotNullWhen(true)] out string? code)
    {
        code = null;
        if (text is null || text.Length > 60 || !Shape().IsMatch(text))
        {
            return false;
        }

        var parts = text.Split('-', 3);
        code = parts.Length switch
        {
            1 => parts[0].ToUpperInvariant(),
            2 when parts[1].Length <= 3 => $"{parts[0].ToUpperInvariant()}-{parts[1].ToUpperInvariant()}",
            2 => $"{parts[0].ToUpperInvariant()}-{parts[1].ToLowerInvariant()}",
            _ when parts[1].Length <= 3 =>
                $"{parts[0].ToUpperInvariant()}-{parts[1].ToUpperInvariant()}-{parts[2].ToLowerInvariant()}",
            _ => $"{parts[0].ToUpperInvariant()}-{parts[1].ToLowerInvariant()}-{parts[2].ToLowerInvariant()}",
        };
        return true;
    }

    /// <summary>A county or municipality: its code ends in a slug.</summary>
    public static bool IsOfCountyOrCity(string code) => code.Any(char.IsAsciiLetterLower);

    /// <summary>Codes of places that most likely lie above a place: those that its own begins with, and the unions of states.</summary>
    public static IEnumerable<string> Above(string code)
    {
        for (var end = code.LastIndexOf('-'); end > 0; end = code.LastIndexOf('-', end - 1))
        {
            yield return code[..end];
        }

        yield return "EU";
        yield return "UN";
    }

    [GeneratedRegex(@"^[A-Za-z]{2}(-[A-Za-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}
