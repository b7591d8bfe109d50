namespace LegalStatusApi.Dataset.Reading;

/// <summary>The word that was probably meant.</summary>
internal static class NearMiss
{
    private const int Farthest = 4;

    /// <summary>" Did you mean 'x'?", or nothing where no word is near.</summary>
    public static string Of(string word, IEnumerable<string> words)
    {
        var plain = Plain(word);
        var reach = word.Length < 4 ? 1 : Math.Clamp(word.Length / 3, 2, Farthest);
        var nearest = words
            .Where(candidate => Math.Abs(candidate.Length - word.Length) <= reach)
            .Select(candidate => (candidate, distance: Distance(plain, Plain(candidate))))
            .Where(pair => pair.distance <= reach)
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
        return nearest is null ? "" : $" Did you mean '{nearest}'?";
    }

    private static string Plain(string word) => word.ToLowerInvariant().Replace('_', '-').Replace(' ', '-');

    // Levenshtein, row by row.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
