using System.Globalization;

namespace LegalStatusApi.Benchmarks.Load;

/// <param name="Rounds">How often each slice is measured; the median counts.</param>
/// <param name="Seconds">How many seconds in each round.</param>
/// <param name="Report">Where the tables are written; null = they are printed alone.</param>
/// <param name="Only">Slices whose name has this in it, with what they are compared with; null = all.</param>
internal sealed record Options(int Rounds, int Seconds, string? Report, string? Only)
{
    /// <summary>Null, and said why, where the words are no options.</summary>
    public static Options? Of(string[] words)
    {
        var options = new Options(5, 3, null, null);
        foreach (var pair in words.Chunk(2))
        {
            if (pair is not [var name, var value])
            {
                return Refuse($"{pair[0]} is followed by nothing.");
            }

            var number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
            switch (name)
            {
                case "--rounds":
                    options = options with { Rounds = number };
                    break;
                case "--seconds":
                    options = options with { Seconds = number };
                    break;
                case "--report":
                    options = options with { Report = value };
                    break;
                case "--only":
                    options = options with { Only = value };
                    break;
                default:
                    return Refuse($"What is {name}?");
            }
        }

        return options.Rounds > 0 && options.Seconds > 0 && (long)options.Rounds * options.Seconds <= Questions.WarmUp ? options
            : Refuse($"At least a round of a second, and at most {Questions.WarmUp} seconds in all rounds together: there are lists of questions for no more.");
    }

    public static int Usage()
    {
        Console.Error.WriteLine("load|growth|export|domain [--rounds 5] [--seconds 3] [--report docs/benchmarks.md] [--only brotli]\ncluster [test]");
        return 2;
    }

    private static Options? Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return null;
    }
}
