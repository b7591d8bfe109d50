using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Statuses;

/// <summary>What one revision says of some places and all places above them.</summary>
public sealed class LevelsOfLaw
{
    private readonly Dictionary<string, Substance> _substances;
    private readonly Dictionary<string, PlaceOfLaw> _places;
    private readonly Dictionary<(string Jurisdiction, string Substance), LawOfPlace> _law;

    internal LevelsOfLaw(
        Revision revision,
        Dictionary<string, Substance> substances,
        Dictionary<string, PlaceOfLaw> places,
        Dictionary<(string Jurisdiction, string Substance), LawOfPlace> law) =>
        (Revision, _substances, _places, _law) = (revision, substances, places, law);

    /// <summary>Levels that are known one by one.</summary>
    internal LevelsOfLaw(Revision revision, IEnumerable<Level> levels)
        : this(revision, new(StringComparer.Ordinal), new(StringComparer.Ordinal), []) => Add(levels);

    public Revision Revision { get; }

    public Substance? SubstanceOf(string slug) => _substances.GetValueOrDefault(slug);

    public Place? PlaceOf(string code) => _places.GetValueOrDefault(code)?.Place;

    /// <summary>What is known of one place and one substance, as one thing.</summary>
    internal Level LevelOf(string code, string slug) => new(Revision, _substances[slug], _places[code], LawAt(code, slug));

    /// <summary>What is known from before, of the same revision.</summary>
    internal void Add(IEnumerable<Level> levels)
    {
        foreach (var level in levels)
        {
            var (code, slug) = (level.Place.Place.Code, level.Substance.Slug);
            _substances.TryAdd(slug, level.Substance);
            _places.TryAdd(code, level.Place);
            _law.TryAdd((code, slug), level.Law);
        }
    }

    /// <summary>The stack of a place, as much of it as was fetched; null where the place or the substance is not on record.</summary>
    public Stack? StackOf(string jurisdiction, string slug)
    {
        if (!_places.ContainsKey(jurisdiction) || !_substances.TryGetValue(slug, out var substance))
        {
            return null;
        }

        var levels = CodesFrom(jurisdiction).Where(_places.ContainsKey).ToList();
        var places = levels.ConvertAll(code => _places[code]);
        var law = levels.ConvertAll(code => LawAt(code, slug));
        return new Stack(
            Revision,
            jurisdiction,
            substance,
            [.. places.Select(place => place.Place)],
            [.. places.SelectMany(place => place.Links)],
            [.. law.SelectMany(said => said.Classifications)],
            [.. InOrder(law.SelectMany(said => said.Leads), lead => lead.Key)],
            [.. law.SelectMany(said => said.Pending)
                .OrderBy(each => each.Said.ExpectedOn?.First ?? DateOnly.MaxValue).ThenBy(each => each.Said.ExpectedOn?.Last ?? DateOnly.MaxValue)
                .ThenBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Said)],
            [.. InOrder(places.SelectMany(place => place.Participations), part => part.Key)]);
    }

    /// <summary>A place and all that lie above it, each once, the nearest first.</summary>
    internal List<string> CodesFrom(string jurisdiction)
    {
        var codes = new List<string> { jurisdiction };
        for (var i = 0; i < codes.Count; i++)
        {
            foreach (var link in _places.GetValueOrDefault(codes[i])?.Links ?? [])
            {
                if (!codes.Contains(link.Parent, StringComparer.Ordinal))
                {
                    codes.Add(link.Parent);
                }
            }
        }

        return codes;
    }

    private LawOfPlace LawAt(string code, string slug) => _law.GetValueOrDefault((code, slug), LawOfPlace.None);

    private static IEnumerable<T> InOrder<T>(IEnumerable<Keyed<T>> said, Func<Keyed<T>, string> key) => said.OrderBy(key, StringComparer.Ordinal).Select(each => each.Said);
}

/// <summary>All that a revision says of one place and one substance, but for what places above it say.</summary>
internal sealed record Level(Revision Revision, Substance Substance, PlaceOfLaw Place, LawOfPlace Law);

/// <summary>What a revision says of a place as such: which others lie above it, and what treaties it is party to.</summary>
/// <param name="Links">In the order of their ids.</param>
internal sealed record PlaceOfLaw(Place Place, IReadOnlyList<ParentLink> Links, IReadOnlyList<Keyed<Participation>> Participations);

/// <summary>What a revision says of a substance in one place itself.</summary>
/// <param name="Classifications">The earliest first.</param>
internal sealed record LawOfPlace(IReadOnlyList<Classification> Classifications, IReadOnlyList<Keyed<Lead>> Leads, IReadOnlyList<Keyed<PendingLaw>> Pending)
{
    public static LawOfPlace None { get; } = new([], [], []);
}

/// <summary>Something that is said, with what it is ordered by among its like of several levels.</summary>
internal readonly record struct Keyed<T>(string Key, T Said);
