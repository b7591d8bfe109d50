using System.Runtime.CompilerServices;

namespace LegalStatusApi.Dataset.Writing;

/// <summary>
/// The text that was written of a file's rows, remembered for as long as the first of them is: where the very same rows come in the
/// same order, it is the text again.
/// </summary>
internal static class WrittenTexts
{
    private static readonly ConditionalWeakTable<Row, Known> Texts = new();

    public static string Of(List<Row> rows, Func<string> write)
    {
        if (Texts.TryGetValue(rows[0], out var known) && AreTheSame(known.Rows, rows))
        {
            return known.Text;
        }

        var text = write();
        Texts.AddOrUpdate(rows[0], new Known(rows, text));
        return text;
    }

    private static bool AreTheSame(List<Row> some, List<Row> others)
    {
        if (some.Count != others.Count)
        {
            return false;
        }

        for (var i = 0; i < some.Count; i++)
        {
            if (!ReferenceEquals(some[i], others[i]))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Known(List<Row> Rows, string Text);
}
