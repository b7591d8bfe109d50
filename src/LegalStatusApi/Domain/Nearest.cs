namespace LegalStatusApi.Domain;

/// <summary>What a mistyped word may have meant: the known words within a few edits, nearest first.</summary>
public static class Nearest
{
    public static IReadOnlyList<string> To(string typed, IEnumerable<string> known, int most = 3)
    {
        var reach = Math.Max(1, typed.Length / 3);
        return [.. known.Distinct(StringComparer.Ordinal)
            // Words differ at least by their lengths; without this a very long word would cost very much.
            .Where(word => Math.Abs(word.Length - typed.Length) <= reach)
            .Select(word => (word, distance: Distance(typed, word)))
            .Where(pair => pair.distance <= reach)
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.word, StringComparer.Ordinal)
            .Take(most)
            .Select(pair => pair.word)];
    }

    /// <summary>" Did you mean 'MX'?" with a leading blank, or nothing.</summary>
    public static string DidYouMean(string typed, IEnumerable<string> known) =>
        Ask(To(typed, known));

    public static string Ask(IReadOnlyList<string> suggestions) => suggestions.Count == 0
        ? ""
        : $" Did you mean {string.Join(" or ", suggestions.Select(word => $"'{word}'"))}?";

    /// <summary>Edits of one letter (Levenshtein); upper and lower case are the same letter.</summary>
    public static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[b.Length];
    }
}
