namespace LegalStatusApi.Dataset.Reading;

/// <summary>
/// Files that were read without a mistake, by their name and whole text: an edit changes one of hundreds, and the others need not
/// be read anew. What is known says nothing of the rules between files, which judge all rows each time.
/// </summary>
internal static class KnownFiles
{
    // About three data sets' worth; the older half goes when it is full.
    private const int MostLetters = 4_000_000;
    private const int LongestText = 500_000;
    private static readonly Lock Gate = new();
    private static Dictionary<(string File, string Text), Draft> _young = [];
    private static Dictionary<(string File, string Text), Draft> _old = [];
    private static int _letters;

    /// <summary>What was read of exactly this text; null where it is not known.</summary>
    public static Draft? Find(string file, string text)
    {
        lock (Gate)
        {
            if (_young.TryGetValue((file, text), out var known))
            {
                return known;
            }

            if (_old.TryGetValue((file, text), out known))
            {
                Remember(file, text, known);
            }

            return known;
        }
    }

    /// <summary>Keeps what was read, which nobody may change from now on; what holds a mistake is not kept.</summary>
    public static void Keep(string file, string text, Draft read)
    {
        if (read.Mistakes.Count > 0 || text.Length > LongestText)
        {
            return;
        }

        lock (Gate)
        {
            Remember(file, text, read);
        }
    }

    private static void Remember(string file, string text, Draft read)
    {
        if (_letters > MostLetters)
        {
            (_old, _young, _letters) = (_young, [], 0);
        }

        if (_young.TryAdd((file, text), read))
        {
            _letters += text.Length;
        }
    }
}
