using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace LegalStatusApi.Dataset.Writing;

/// <summary>
/// How a text is written. The emitter quotes what its signs demand; here is what only its meaning demands.
/// </summary>
internal static partial class ScalarForm
{
    /// <param name="room">Columns left on the line.</param>
    public static ScalarStyle Of(string text, int room)
    {
        if (text.Any(IsUnprintable))
        {
            return ScalarStyle.DoubleQuoted;
        }

        if (IsAnotherKind().IsMatch(text))
        {
            return ScalarStyle.SingleQuoted;
        }

        // A folded line must not end in a blank: an editor would take it away.
        return text.Length > room && text.Contains(' ') && !text.Contains("  ", StringComparison.Ordinal)
            ? ScalarStyle.Folded
            : ScalarStyle.Plain;
    }

    private static bool IsUnprintable(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';

    // Null, booleans, numbers, times and merge keys of YAML 1.1 and 1.2, so that any reader takes them for text: NO is
    // Norway.
    [GeneratedRegex("""
        ^(
            ~ | null | true | false | yes | no | on | off | y | n | << | =
          | [-+]? \.(inf | nan)
          | [-+]? (0b[01_]+ | 0x[0-9a-f_]+ | 0o[0-7_]+)
          | [-+]? ([0-9][0-9_]* (\.[0-9_]*)? | \.[0-9_]+) (e[-+]?[0-9]+)?
          | [-+]? [0-9][0-9_]* (:[0-5]?[0-9])+ (\.[0-9_]*)?
          | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2} ([Tt\ \t].*)?
        )\z
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsAnotherKind();
}
