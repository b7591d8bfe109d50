namespace LegalStatusApi.Domain;

/// <summary>The words of a search: what was found, in which of its texts, and how.</summary>
public static class SearchTerms
{
    public const string Jurisdiction = "jurisdiction";
    public const string Substance = "substance";
    public const string Source = "source";

    public const string Code = "code";
    public const string Key = "key";
    public const string Identifier = "identifier";
    public const string Name = "name";

    public const string Exact = "exact";
    public const string Prefix = "prefix";
    public const string Word = "word";
    public const string Part = "part";
    public const string Similar = "similar";

    public static readonly TermList Kinds = new("searchKind", "What a search finds.",
        [
            new(Jurisdiction, "A place."), new(Substance, "A substance, or a form of one."), new(Source, "A law, order, judgment, page or article."),
        ]);

    public static readonly TermList Texts = new("searchedText", "Which text of a thing a search compared.",
        [
            new(Name, "Its name in English."), new("alias", "Another name, synonym or name in another language."),
            new(Code, "The code of a place."), new(Key, "The slug of a substance or form, or the key of a source."),
            new(Identifier, "What another register calls it: CAS, UNII, ATC and the like."),
            new("title", "The title of a source."), new("citation", "The official citation of a source."),
        ]);

    /// <summary>In the order in which a search shows them.</summary>
    public static readonly TermList Ways = new("match", "How a text fits what was asked, without regard to case, accents and punctuation.",
        [
            new(Exact, "It is the same."), new(Prefix, "It begins with what was asked."),
            new(Word, "What was asked begins at a later word of it."), new(Part, "It is a part of what was asked."),
            new(Similar, "It is spelt alike; the similarity says how much, from 0 to 1."),
        ]);
}
