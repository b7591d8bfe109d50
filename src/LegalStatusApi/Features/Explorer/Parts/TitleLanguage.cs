using System.Text.RegularExpressions;

namespace LegalStatusApi.Features.Explorer.Parts;

/// <summary>
/// In which language a title of a source is. The record knows the language of the text; the title is mostly in the same, and now and then an
/// English one. A title that does not look like the text's language is left unmarked: no mark is better than a wrong one.
/// </summary>
public static partial class TitleLanguage
{
    // The last letter of Latin Extended-B; Latin Extended Additional, which Vietnamese has, stands apart.
    private const char LastLatin = '\u024f';

    private static readonly HashSet<string> WrittenOtherwise = new(StringComparer.Ordinal)
    {
        "am", "ar", "be", "bg", "bn", "dv", "el", "fa", "he", "hi", "hy", "ja", "ka", "kk", "km", "ko", "ky", "lo", "mk", "mn", "my", "ne", "ps", "ru", "si", "ta", "tg", "th", "ti", "uk",
        "ur", "zh",
    };

    /// <param name="title">The title.</param>
    /// <param name="language">Language of the text (ISO 639); null where it is not known.</param>
    /// <returns>Null where it is English or cannot be told.</returns>
    public static string? Of(string title, string? language)
    {
        var main = language?.Split('-')[0];
        if (main is null or "en")
        {
            return null;
        }

        var letters = title.Where(char.IsLetter).ToList();
        var isOtherwise = letters.Count(letter => letter > LastLatin && letter is not (>= '\u1e00' and <= '\u1eff')) * 2 > letters.Count;
        return isOtherwise || (!WrittenOtherwise.Contains(main) && !English().IsMatch(title)) ? language : null;
    }

    [GeneratedRegex(@"\b(the|of|and|with|from|by|law|act|drugs?|treaties)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex English();
}
