namespace LegalStatusApi.Domain;

/// <summary>What a question in words may mean: a place and a substance (or form) that it names.</summary>
/// <param name="Place">The text that names the place.</param>
/// <param name="Substance">The text that names the substance or form.</param>
/// <param name="Ignored">The words that name neither, but for those that only join the others or ask for the law (in, of, legal).</param>
public sealed record Reading(NameMatch Place, NameMatch Substance, IReadOnlyList<string> Ignored)
{
    private const int Most = 5;
    private const int MostWords = 16;
    private const double LeastSpelling = 0.75;
    private const int ShortestBeginning = 3;

    // Codes of places that are English words too: in a question they are words, unless somebody writes them as codes.
    private static readonly HashSet<string> Words =
        new(["am", "as", "at", "be", "by", "do", "in", "is", "it", "me", "my", "no", "so", "to"], StringComparer.Ordinal);

    // What joins the words of a question, or asks for the law itself, and so leaves nothing out of the answer.
    private static readonly HashSet<string> Joining = new(
        ["a", "an", "and", "are", "at", "does", "for", "how", "in", "is", "law", "laws", "legal", "legality", "of", "on", "status", "the", "to", "what", "with"], StringComparer.Ordinal);

    // Where in the question a text stands, and how sure that is.
    private sealed record Span(int First, int Length, int Sureness, NameMatch Match)
    {
        public int End => First + Length;

        public bool Overlaps(Span other) => First < other.End && other.First < End;

        public bool LiesWithin(Span other) => other.Length > Length && other.First <= First && End <= other.End;
    }

    /// <param name="typed">The question as it was typed.</param>
    /// <param name="asked">The same as it is compared.</param>
    /// <param name="things">Every text that may stand in it.</param>
    /// <returns>The surest first; nothing where it does not name both a place and a substance.</returns>
    public static IReadOnlyList<Reading> Of(string typed, string asked, IReadOnlyList<NamedThing> things)
    {
        var words = asked.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > MostWords)
        {
            return [];
        }

        var places = Surest(things.Where(thing => thing.Kind == SearchTerms.Jurisdiction), typed, words, IsAbove);
        var substances = Surest(things.Where(thing => thing.Kind == SearchTerms.Substance), typed, words, IsSubstanceOf);
        return [.. (from place in places.Meant
                    from substance in substances.Meant
                    where !place.Overlaps(substance)
                    orderby place.Sureness + substance.Sureness descending, place.Match.Similarity + substance.Match.Similarity descending,
                        place.First, place.Match.Of.Leads, substance.First
                    select new Reading(place.Match, substance.Match, Rest(words, [place, substance, .. places.Wider, .. substances.Wider])))
            .Take(Most)];
    }

    /// <summary>Words by which nothing is called, spelt so or nearly so or begun, and that do not only join the others.</summary>
    public static IReadOnlyList<string> NotUnderstood(string typed, string asked, IReadOnlyList<NamedThing> things)
    {
        var words = asked.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > MostWords ? [] : [.. Rest(words, [.. things.SelectMany(thing => SpansOf(thing, typed, words))])
            .Where(word => word.Length < ShortestBeginning || !things.Any(thing => $" {thing.Plain}".Contains($" {word}", StringComparison.Ordinal)))
            .Distinct(StringComparer.Ordinal)];
    }

    // Of what is named, the longest, and of what is equally long the surest. What only says more widely what another says
    // more narrowly (Denver, Colorado) is understood with it.
    private static (IReadOnlyList<Span> Meant, IReadOnlyList<Span> Wider) Surest(
        IEnumerable<NamedThing> things, string typed, string[] words, Func<NamedThing, NamedThing, bool> isWider)
    {
        var spans = things.SelectMany(thing => SpansOf(thing, typed, words)).ToList();
        var longest = spans.Where(span => !spans.Exists(other => span.LiesWithin(other) && other.Sureness >= span.Sureness)).ToList();
        var surest = longest.Where(span => span.Sureness == longest.Max(other => other.Sureness))
            .OrderByDescending(span => span.Match.Similarity).ThenBy(span => span.First)
            .DistinctBy(span => span.Match.Of.Thing).ToList();
        var wider = surest.ToLookup(span => surest.Exists(other => !span.Overlaps(other) && isWider(span.Match.Of, other.Match.Of)));
        return ([.. wider[false]], [.. wider[true]]);
    }

    private static IEnumerable<Span> SpansOf(NamedThing thing, string typed, string[] words)
    {
        var length = thing.Plain.Count(letter => letter == ' ') + 1;
        for (var first = 0; first + length <= words.Length; first++)
        {
            var window = string.Join(' ', words[first..(first + length)]);
            if (window == thing.Plain)
            {
                if (SurenessOf(thing, typed) is var sureness and > 0)
                {
                    yield return new Span(first, length, sureness, new NameMatch(thing, SearchTerms.Exact, 1));
                }
            }
            else if (thing.MayBeMisspelt && NameMatch.Spelling(window, thing.Plain) is var alike and >= LeastSpelling)
            {
                yield return new Span(first, length, 1, new NameMatch(thing, SearchTerms.Similar, Math.Round(alike, 2)));
            }
        }
    }

    private static int SurenessOf(NamedThing thing, string typed) =>
        thing.Sort != SearchTerms.Code || typed.Contains(thing.Said, StringComparison.Ordinal) ? 3 : Words.Contains(thing.Plain) ? 0 : 2;

    private static List<string> Rest(string[] words, IReadOnlyList<Span> spans) =>
        [.. words.Where((_, index) => !spans.Any(span => span.First <= index && index < span.End)).Where(word => !Joining.Contains(word))];

    private static bool IsAbove(NamedThing upper, NamedThing lower) => lower.Leads.StartsWith($"{upper.Leads}-", StringComparison.Ordinal);

    private static bool IsSubstanceOf(NamedThing substance, NamedThing form) =>
        substance.Leads == form.Leads && substance.Form is null && form.Form is not null;
}
