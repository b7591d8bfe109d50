namespace LegalStatusApi.Database.Embedded;

/// <summary>What a program said last, short enough to stand in a message.</summary>
internal static class Quotation
{
    private const int Lines = 4;
    private const int LongestLine = 300;

    public static string LastLines(string text)
    {
        var last = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .TakeLast(Lines)
            .Select(line => line.Length > LongestLine ? line[..LongestLine] : line);
        return $"\"{string.Join(" / ", last)}\".";
    }
}
