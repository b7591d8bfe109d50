namespace LegalStatusApi.Domain;

/// <summary>A text by which a thing can be found.</summary>
/// <param name="Kind">Place, substance or source.</param>
/// <param name="Leads">Code of the place, slug of the substance, key of the source.</param>
/// <param name="Form">Slug of the form, where it is one.</param>
/// <param name="Name">What the thing is called.</param>
/// <param name="Sort">Which of its texts this is.</param>
/// <param name="Register">Of an identifier: which register gives it.</param>
/// <param name="Said">The text.</param>
/// <param name="Plain">The text as it is compared: lower case, no accents, one blank for any punctuation.</param>
/// <param name="Likeness">How much the trigrams of what was asked and of the text, or of some words of it, have in common.</param>
public sealed record NamedThing(
    string Kind, string Leads, string? Form, string Name, string Sort, string? Register, string Said, string Plain, double Likeness)
{
    /// <summary>Of a source: the language of its latest text.</summary>
    public string? Language { get; init; }

    /// <summary>A letter more or less makes another code or number, but only a misspelt name. Keys of sources are all alike.</summary>
    public bool MayBeMisspelt => Sort is not (SearchTerms.Code or SearchTerms.Identifier) && (Sort != SearchTerms.Key || Kind != SearchTerms.Source);

    public (string Kind, string Leads, string? Form) Thing => (Kind, Leads, Form);
}

/// <summary>How a text fits what was asked.</summary>
/// <param name="Of">The text.</param>
/// <param name="How">One of the ways; null where it fits too little to be more than a suggestion.</param>
/// <param name="Similarity">From 0 to 1.</param>
public sealed record NameMatch(NamedThing Of, string? How, double Similarity)
{
    /// <summary>What is less alike is at best a suggestion.</summary>
    public const double LeastSimilarity = 0.5;

    private const double LeastSuggested = 0.3;
    private const double LeastByEdits = 0.7;
    private const int ShortestMisspelt = 4;
    private const int ShortestPart = 3;

    /// <param name="asked">What was asked, as it is compared.</param>
    /// <returns>Null where the text does not fit at all.</returns>
    public static NameMatch? Find(string asked, NamedThing thing)
    {
        var how = HowExactly(asked, thing);
        if (how is not null)
        {
            return new NameMatch(thing, how, 1);
        }

        var similarity = !thing.MayBeMisspelt ? 0 : Math.Round(Math.Max(thing.Likeness, Spelling(asked, thing.Plain)), 2);
        return similarity < LeastSuggested ? null : new NameMatch(thing, similarity < LeastSimilarity ? null : SearchTerms.Similar, similarity);
    }

    /// <summary>The hits, each thing once by the text that fits best, in their order; then what may have been meant instead.</summary>
    /// <param name="asked">What was asked, as it is compared.</param>
    /// <param name="things">What may fit.</param>
    /// <param name="readings">What parts of the question may mean: codes and misspelt names too.</param>
    public static (IReadOnlyList<NameMatch> Hits, IReadOnlyList<NameMatch> Suggestions) Among(
        string asked, IEnumerable<NamedThing> things, IEnumerable<Reading> readings)
    {
        var parts = readings.SelectMany(reading => new[] { reading.Place, reading.Substance })
            .Select(match => match.How == SearchTerms.Exact ? match with { How = SearchTerms.Part } : match);
        var best = things.Select(thing => Find(asked, thing)).OfType<NameMatch>().Concat(parts)
            .OrderBy(match => match.Rank)
            .ThenByDescending(match => match.Similarity)
            // Of beginnings the shortest is the nearest, of parts the longest.
            .ThenBy(match => match.How == SearchTerms.Part ? -match.Of.Plain.Length : match.Of.Plain.Length)
            .ThenBy(match => SearchTerms.Kinds.RankOf(match.Of.Kind))
            .ThenBy(match => match.Of.Leads, StringComparer.Ordinal)
            .ThenBy(match => match.Of.Form, StringComparer.Ordinal)
            .ThenBy(match => SearchTerms.Texts.RankOf(match.Of.Sort))
            .ThenBy(match => match.Of.Said, StringComparer.Ordinal)
            .DistinctBy(match => match.Of.Thing)
            .ToLookup(match => match.How is not null);
        return ([.. best[true]], [.. best[false]]);
    }

    /// <summary>How few letters have to be changed, from 0 to 1. Trigrams know little of two letters that changed their places.</summary>
    public static double Spelling(string asked, string text)
    {
        if (Math.Min(asked.Length, text.Length) < ShortestMisspelt)
        {
            return 0;
        }

        var longest = Math.Max(asked.Length, text.Length);
        var alike = Math.Abs(asked.Length - text.Length) > longest * (1 - LeastByEdits) ? 0 : 1 - ((double)Nearest.Distance(asked, text) / longest);
        return alike < LeastByEdits ? 0 : alike;
    }

    // A code or identifier that fits exactly comes before a name that does.
    private int Rank => How switch
    {
        null => int.MaxValue,
        SearchTerms.Exact => Of.Sort is SearchTerms.Code or SearchTerms.Key or SearchTerms.Identifier ? 0 : 1,
        _ => 1 + SearchTerms.Ways.RankOf(How),
    };

    private static string? HowExactly(string asked, NamedThing thing) =>
        thing.Plain == asked ? SearchTerms.Exact
        : thing.Plain.StartsWith(asked, StringComparison.Ordinal) ? SearchTerms.Prefix
        : thing.Sort != SearchTerms.Identifier && thing.Plain.Contains($" {asked}", StringComparison.Ordinal) ? SearchTerms.Word
        : thing is { Kind: not SearchTerms.Source, Sort: not SearchTerms.Code, Plain.Length: >= ShortestPart } && $" {asked} ".Contains($" {thing.Plain} ", StringComparison.Ordinal)
            ? SearchTerms.Part
            : null;
}
