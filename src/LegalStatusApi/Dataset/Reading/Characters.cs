using System.Globalization;

namespace LegalStatusApi.Dataset.Reading;

/// <summary>Characters that no text of the data set holds.</summary>
internal static class Characters
{
    /// <summary>
    /// Looks at a file before it is parsed, since YAML ends a text at NUL and forgives tabs. True where it must not be
    /// parsed at all.
    /// </summary>
    public static bool Refuse(string file, string text, List<Mistake> mistakes)
    {
        var line = 1;
        var found = false;
        var lastNamed = 0;
        foreach (var c in text)
        {
            if (c == '\n')
            {
                line++;
            }
            else if (c != '\r' && IsRefused(c) && lastNamed != line)
            {
                mistakes.Add(new Mistake(file, line, "", c == '\t'
                    ? "There is a tab: write blanks."
                    : $"There is a control character ({NameOf(c)}): leave it out."));
                lastNamed = line;
                found = true;
            }
        }

        return found;
    }

    /// <summary>What is wrong with a text as a value; null where nothing is.</summary>
    public static string? MistakeIn(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                return "A text is one paragraph: leave out the line break (or write '>-' instead of '|').";
            }

            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (IsRefused(text[i]) || char.IsSurrogate(text[i]))
            {
                return $"There is a control character ({NameOf(text[i])}): leave it out.";
            }
        }

        return text.Trim().Length == text.Length ? null : "There are blanks at its beginning or end: leave them out.";
    }

    /// <summary>
    /// Control characters, and those that turn the direction of what follows, which can make a text read other than it is
    /// stored. The marks of direction within Hebrew and Arabic texts turn nothing.
    /// </summary>
    public static bool IsRefused(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
        || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string NameOf(char c) => $"U+{(int)c:X4}";
}
