using System.Globalization;

namespace LegalStatusApi.Benchmarks.Load;

/// <param name="Rounds">How often each slice is measured; the median counts.</param>
/// <param name="Seconds">How long each time.</param>
/// <param name="Report">Where the tables are written; null = they are printed alone.</param>
/// <param name="Only">Slices whose name has this in it, with what they are compared with; null = all.</param>
internal sealed record Options(int Rounds, int Seconds, string? Report, string? Only)
{
    public static Options Of(string[] words)
    {
        var options = new Options(7, 3, null, null);
        for (var i = 0; i + 1 < words.Length; i += 2)
        {
            options = words[i] switch
            {
                "--rounds" => options with { Rounds = int.Parse(words[i + 1], CultureInfo.InvariantCulture) },
                "--seconds" => options with { Seconds = int.Parse(words[i + 1], CultureInfo.InvariantCulture) },
                "--report" => options with { Report = words[i + 1] },
                "--only" => options with { Only = words[i + 1] },
                _ => throw new ArgumentException($"What is {words[i]}?", nameof(words)),
            };
        }

        return options.Rounds is > 0 and <= Questions.WarmUp ? options
            : throw new ArgumentException($"From one round to {Questions.WarmUp}: there are lists for no more of them.", nameof(words));
    }

    public static int Usage()
    {
        Console.Error.WriteLine("load|growth [--rounds 7] [--seconds 3] [--report docs/benchmarks.md] [--only brotli]");
        return 2;
    }
}
