namespace LegalStatusApi.Benchmarks.Load;

/// <summary>One kind of request to one server, and how many of them it answered in a second, round by round.</summary>
/// <param name="ListOf">The list of requests of a time: the seconds of all rounds are counted through.</param>
internal sealed record Slice(string Name, Server Server, Func<int, string> ListOf)
{
    // Round by round.
    private readonly List<(long Requests, TimeSpan Time, TimeSpan Used)> _rounds = [];

    /// <summary>Requests a second, round by round.</summary>
    public IReadOnlyList<double> Rates => [.. _rounds.Select(round => round.Requests / round.Time.TotalSeconds)];

    /// <summary>Microseconds of processor time that one request cost the server, and the database, round by round.</summary>
    public IReadOnlyList<double> Costs => [.. _rounds.Select(round => round.Used.TotalMicroseconds / round.Requests)];

    /// <summary>How many ask at the same time.</summary>
    public int Connections { get; init; } = 16;

    /// <summary>What it is compared with.</summary>
    public Slice? Beside { get; init; }

    /// <summary>A slice of ours that is to be so many times as fast.</summary>
    public Slice? Under { get; init; }

    /// <summary>The ratio that is promised.</summary>
    public double? Wanted { get; init; }

    public double Median => MedianOf(Rates);

    /// <summary>Compared within each round, since a machine is quicker in one than in another; the median of the rounds.</summary>
    public double? Ratio => Ratios.Count > 0 ? MedianOf(Ratios) : null;

    /// <summary>Round by round; none where it is compared with nothing.</summary>
    public IReadOnlyList<double> Ratios => Beside is { } beside ? [.. Rates.Zip(beside.Rates, (rate, other) => rate / other)]
        : Under is { } under ? [.. Rates.Zip(under.Rates, (rate, ours) => ours / rate)] : [];

    /// <summary>Adds a second of a round.</summary>
    /// <param name="asked">How many requests were answered, and in what time.</param>
    /// <param name="used">Processor time that they cost.</param>
    public void Count(int round, (long Requests, TimeSpan Time) asked, TimeSpan used)
    {
        if (round == _rounds.Count)
        {
            _rounds.Add((0, TimeSpan.Zero, TimeSpan.Zero));
        }

        var before = _rounds[round];
        _rounds[round] = (before.Requests + asked.Requests, before.Time + asked.Time, before.Used + used);
    }

    public static double MedianOf(IEnumerable<double> figures)
    {
        var ordered = figures.Order().ToList();
        return ordered.Count % 2 == 1 ? ordered[ordered.Count / 2] : (ordered[(ordered.Count / 2) - 1] + ordered[ordered.Count / 2]) / 2;
    }
}

/// <summary>The lists of requests, as wrk reads them.</summary>
internal sealed class Lists(Questions questions, IReadOnlyList<string> asked, IReadOnlyList<string> tags, IReadOnlyList<string> pages, IReadOnlyList<string> graph)
{
    private readonly string _asked = questions.Write("asked", asked);
    private readonly string _known = questions.Write("known", tags);
    private readonly string _brotli = questions.Write("brotli", asked.Select(question => $"{question}\tAccept-Encoding:br"));
    private readonly string _pages = questions.Write("pages", pages);
    private readonly string _stacks = questions.Write("stacks", questions.Stacks);
    private readonly string _static = questions.Write("static", ["/answer.json"]);
    private readonly string _pairs = questions.Write("pairs", questions.Chunks());
    private readonly string _graph = questions.Write("graph", graph);
    private readonly string _others = questions.Write("others", Enumerable.Range(2, questions.Revisions - 1).SelectMany(revision => questions.Stacks.Select(stack => $"{stack}?on=2024-01-01&revision={revision}")));
    private readonly string _otherPairs = questions.Write("other-pairs", Enumerable.Range(2, questions.Revisions - 1).SelectMany(revision => questions.Chunks().Select(pairs => $"{pairs}&revision={revision}")));

    public string Asked(int time) => _asked;

    public string Known(int time) => _known;

    public string Brotli(int time) => _brotli;

    public string Pages(int time) => _pages;

    public string Stacks(int time) => _stacks;

    public string Static(int time) => _static;

    public string Pairs(int time) => _pairs;

    /// <summary>Pairs on other days each time.</summary>
    public string PairsNeverAsked(int time) => questions.Write($"pairs-never-{time}", questions.ChunksOnOtherDays());

    /// <summary>Stacks as one revision after another says them: those of the next second follow on those of this one, so that none is in memory.</summary>
    public string Others(int time) => questions.From("others", _others, time, 8_500);

    /// <summary>The same of pairs.</summary>
    public string OtherPairs(int time) => questions.From("other-pairs", _otherPairs, time, 100);

    public string Graph(int time) => _graph;

    /// <summary>Other days each time, more than can be asked in it.</summary>
    public string NeverAsked(int time, int count) => questions.Write($"never-{time}", questions.Draw(count));
}
