using System.Text.Json.Serialization;
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

    public Revision Revision { get; }

    public Substance? SubstanceOf(string slug) => _substances.GetValueOrDefault(slug);

    public Place? PlaceOf(string code) => _places.GetValueOrDefault(code)?.Place;

    /// <summary>The stack of a place, as much of it as was fetched; null where the place or the substance is not on record.</summary>
    public Stack? StackOf(string jurisdiction, string slug)
    {
        if (!_places.ContainsKey(jurisdiction) || !_substances.TryGetValue(slug, out var substance))
        {
            return null;
        }

        return Level.StackOf([.. CodesFrom(jurisdiction).Where(_places.ContainsKey).Select(code => new Level(Revision, substance, _places[code], LawAt(code, slug)))]);
    }

    // A place and all that lie above it, each once, the nearest first.
    private List<string> CodesFrom(string jurisdiction)
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
}

/// <summary>What a stack is asked for of: a place, a substance, and the day of interest (null = every day).</summary>
internal readonly record struct Pair(string Jurisdiction, string Substance, DateOnly? On);

/// <summary>All that a revision says of one place and one substance, but for what places above it say.</summary>
/// <param name="Days">Days of which it is all that is said; null = all days.</param>
internal sealed record Level(Revision Revision, Substance Substance, PlaceOfLaw Place, LawOfPlace Law, [property: JsonIgnore] SomeDays? Days = null)
{
    /// <summary>The stack of a place, from its levels: its own first, then all above it.</summary>
    public static Stack StackOf(IReadOnlyList<Level> levels) => new(
        levels[0].Revision,
        levels[0].Place.Place.Code,
        levels[0].Substance,
        [.. levels.Select(level => level.Place.Place)],
        [.. levels.SelectMany(level => level.Place.Links)],
        [.. levels.SelectMany(level => level.Law.Classifications)],
        [.. InOrder(levels.SelectMany(level => level.Law.Leads))],
        [.. levels.SelectMany(level => level.Law.Pending)
            .OrderBy(each => each.Said.ExpectedOn?.First ?? DateOnly.MaxValue).ThenBy(each => each.Said.ExpectedOn?.Last ?? DateOnly.MaxValue)
            .ThenBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Said)],
        [.. InOrder(levels.SelectMany(level => level.Place.Participations))],
        levels[0].Days);

    /// <summary>The level of a pair and, for all days, those above it, the nearest first; null where one of them is not found.</summary>
    public static async ValueTask<List<Level>?> WalkUpAsync(Pair pair, Func<Pair, ValueTask<Level?>> find)
    {
        List<Pair> above = [pair];
        List<Level> levels = [];
        for (var i = 0; i < above.Count; i++)
        {
            if (await find(above[i]) is not { } level)
            {
                return null;
            }

            levels.Add(level);
            foreach (var link in level.Place.Links)
            {
                if (!above.Exists(each => each.Jurisdiction == link.Parent))
                {
                    above.Add(new Pair(link.Parent, pair.Substance, null));
                }
            }
        }

        return levels;
    }

    private static IEnumerable<T> InOrder<T>(IEnumerable<Keyed<T>> said) => said.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Said);
}

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
