using System.Collections;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Search;

/// <summary>What a search found, and what it understood.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Compared">The same as it was compared: in lower case, without accents, one blank for any punctuation.</param>
/// <param name="Understood">Where the question names a place and a substance: what to ask then, the surest first. An offer, no answer.</param>
/// <param name="NotUnderstood">Where the question does not name a place and a substance: its words by which nothing on record is called, but for mere joining words. Absent where there are none.</param>
/// <param name="Items">What was found: exact codes and identifiers, exact names, beginnings, and what is alike.</param>
/// <param name="Tried">Where nothing was found: what was tried.</param>
/// <param name="Suggestions">Where nothing was found: the nearest, if anything is near.</param>
/// <param name="Revision">The revision of the record that was searched.</param>
public sealed record SearchResponse(
    string Query,
    string Compared,
    IReadOnlyList<SearchReading>? Understood,
    IReadOnlyList<string>? NotUnderstood,
    IReadOnlyList<SearchItem> Items,
    SearchTried? Tried,
    IReadOnlyList<SearchItem>? Suggestions,
    long Revision) : IRows
{
    Type IRows.RowType => typeof(SearchItem);

    IEnumerable IRows.Rows => Items;
}

/// <summary>What was tried in vain.</summary>
/// <param name="Kinds">What was looked for.</param>
/// <param name="Texts">Which of their texts were compared.</param>
/// <param name="Ways">How a text could have fitted.</param>
/// <param name="LeastSimilarity">How much a text had to be alike.</param>
public sealed record SearchTried(IReadOnlyList<string> Kinds, IReadOnlyList<string> Texts, IReadOnlyList<string> Ways, double LeastSimilarity)
{
    public static SearchTried Of(string? kind) => new(
        [.. SearchTerms.Kinds.Terms.Select(term => term.Value).Where(each => kind is null || each == kind)],
        [.. SearchTerms.Texts.Terms.Select(term => term.Value)],
        [.. SearchTerms.Ways.Terms.Select(term => term.Value)],
        NameMatch.LeastSimilarity);
}

/// <summary>A place, substance, form or source that was found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is called; of a source its title.</param>
/// <param name="Jurisdiction">Code of the place.</param>
/// <param name="Substance">Slug of the substance.</param>
/// <param name="Form">Slug of the form, where it is one.</param>
/// <param name="Source">Key of the source.</param>
/// <param name="Address">Where it is shown.</param>
/// <param name="Language">Of a source: the language of its latest text, in which its title mostly is.</param>
/// <param name="Match">By which of its texts it was found, and how.</param>
public sealed record SearchItem(
    string Kind, string Name, string? Jurisdiction, string? Substance, string? Form, string? Source, string Address, string? Language, SearchMatch Match)
{
    public static SearchItem Of(NameMatch match)
    {
        var thing = match.Of;
        string? If(string kind) => thing.Kind == kind ? thing.Leads : null;
        return new SearchItem(
            thing.Kind, thing.Name, If(SearchTerms.Jurisdiction), If(SearchTerms.Substance), thing.Form, If(SearchTerms.Source),
            $"/v1/{thing.Kind}s/{thing.Leads}", thing.Language, SearchMatch.Of(match));
    }
}

/// <summary>A text that fits what was asked.</summary>
/// <param name="Text">The text.</param>
/// <param name="Sort">Which text of the thing it is.</param>
/// <param name="Register">Of an identifier: which register gives it.</param>
/// <param name="How">How it fits.</param>
/// <param name="Similarity">How much it is alike, from 0 to 1; absent where it fits by more than that.</param>
public sealed record SearchMatch(string Text, string Sort, string? Register, string How, double? Similarity)
{
    public static SearchMatch Of(NameMatch match)
    {
        var how = match.How ?? SearchTerms.Similar;
        return new SearchMatch(match.Of.Said, match.Of.Sort, match.Of.Register, how, how == SearchTerms.Similar ? match.Similarity : null);
    }
}

/// <summary>What a question may mean that names a place and a substance.</summary>
/// <param name="Place">The place.</param>
/// <param name="Substance">The substance or form.</param>
/// <param name="Ignored">Words of the question that name neither, are no mere joining words such as in or of, and that the address below does not ask about.</param>
/// <param name="Ask">The address to ask how that place classifies that substance or form, by the latest revision.</param>
public sealed record SearchReading(SearchItem Place, SearchItem Substance, IReadOnlyList<string> Ignored, string Ask)
{
    public static SearchReading Of(Reading reading)
    {
        var path = $"/v1/status/{reading.Place.Of.Leads}/{reading.Substance.Of.Leads}";
        return new SearchReading(SearchItem.Of(reading.Place), SearchItem.Of(reading.Substance), reading.Ignored,
            reading.Substance.Of.Form is { } form ? $"{path}?form={form}" : path);
    }
}
