using System.Globalization;
using System.Text.Json.Nodes;

namespace LegalStatusApi.Benchmarks.Load;

/// <summary>What is asked: every place on record with every substance, on days drawn at random from a fixed seed.</summary>
internal sealed class Questions
{
    private static readonly string[] Substances = ["psilocybin", "lsd", "ketamine"];
    private readonly Random _random = new(20261122);
    private readonly HashSet<string> _compared = new(StringComparer.Ordinal);
    private readonly string _folder;

    private Questions(string folder, IReadOnlyList<string> places, int revisions)
    {
        (_folder, Revisions) = (folder, revisions);
        Places = places;
        Stacks = [.. places.SelectMany(place => Substances.Select(substance => $"/v1/status/{place}/{substance}"))];
        _random.Shuffle(Stacks);
    }

    public IReadOnlyList<string> Places { get; }

    public string[] Stacks { get; }

    /// <summary>How many revisions there are, each of which says something of every stack.</summary>
    public int Revisions { get; }

    public static async Task<Questions> OfAsync(Server service, string folder, int revisions)
    {
        using var client = new HttpClient { BaseAddress = service.Address };
        var places = new List<string>();
        for (var next = "/v1/jurisdictions?limit=200"; next is not null;)
        {
            var page = JsonNode.Parse(await client.GetStringAsync(next))!;
            places.AddRange(page["items"]!.AsArray().Select(item => (string)item!["code"]!));
            next = (string?)page["next"];
        }

        return new Questions(folder, places, revisions);
    }

    /// <summary>Different questions, each about one of the stacks on a day of the last century and this one.</summary>
    public List<string> Draw(int count)
    {
        var drawn = new HashSet<string>(StringComparer.Ordinal);
        while (drawn.Count < count)
        {
            var day = new DateOnly(1900, 1, 1).AddDays(_random.Next(46_000));
            drawn.Add($"{Stacks[_random.Next(Stacks.Length)]}?on={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        }

        return [.. drawn];
    }

    /// <summary>All places with all substances, 66 places at once, on one day.</summary>
    public IEnumerable<string> Chunks() => ChunksOn("2024-01-01");

    /// <summary>The same on days that no other comparison names, two thousand of them.</summary>
    public IEnumerable<string> ChunksOnOtherDays() => Enumerable.Range(0, 2_000)
        .SelectMany(_ => ChunksOn(new DateOnly(1900, 1, 1).AddDays(_random.Next(46_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
        .Where(_compared.Add);

    /// <summary>Whoever is asked from now on was asked nothing yet: days may come again.</summary>
    public void Forget() => _compared.Clear();

    private IEnumerable<string> ChunksOn(string day) => Places.Chunk(66).Where(part => part.Length == 66)
        .Select(part => $"/v1/status?jurisdiction={string.Join(',', part)}&substance={string.Join(',', Substances)}&on={day}");

    /// <summary>The second that stands for those before all that are measured; there are lists for no more of them.</summary>
    public const int WarmUp = 28;

    /// <summary>A list that begins where that of the second before may have left off; after its end it begins anew.</summary>
    /// <param name="most">More lines than are asked in a second.</param>
    public string From(string name, string list, int time, int most)
    {
        var lines = File.ReadAllLines(list);
        var skipped = (int)((long)most * time % lines.Length);
        return Write($"{name}-{time}", lines.Skip(skipped).Concat(lines.Take(skipped)));
    }

    /// <summary>A list for wrk.</summary>
    public string Write(string name, IEnumerable<string> lines)
    {
        var path = Path.Combine(_folder, $"{name}.txt");
        File.WriteAllLines(path, lines);
        return path;
    }
}
