using System.Collections;

namespace LegalStatusApi.Domain;

/// <summary>The levels of law above a place on a day, and of each whether its law is law there.</summary>
/// <remarks>
/// Breadth first, so that the most local level comes first and a place reached by two paths comes once, by the shorter;
/// the world comes last, however short the path to it is. Law that applies by any path applies.
/// </remarks>
internal sealed class LevelsOnDay : IEnumerable<(Place Place, bool Applies)>
{
    private readonly List<(Place Place, bool Applies)> _levels;

    public LevelsOnDay(Stack stack, DateOnly day)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var place in stack.Places)
        {
            places.TryAdd(place.Code, place);
        }

        var holding = stack.Links.Where(link => link.HoldsOn(day)).ToList();
        var applying = Reach(stack.Jurisdiction, holding, link => link.Applies && RankOf(places[link.Parent]) == 0);
        _levels = [.. Reach(stack.Jurisdiction, holding, _ => true)
            .Select(code => (Place: places[code], Applies: applying.Contains(code, StringComparer.Ordinal)))
            .OrderBy(level => RankOf(level.Place))];
    }

    public IEnumerator<(Place Place, bool Applies)> GetEnumerator() => _levels.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static List<string> Reach(string jurisdiction, List<ParentLink> links, Func<ParentLink, bool> isFollowed)
    {
        var codes = new List<string> { jurisdiction };
        for (var i = 0; i < codes.Count; i++)
        {
            foreach (var link in links)
            {
                if (link.Jurisdiction == codes[i] && isFollowed(link) && !codes.Contains(link.Parent, StringComparer.Ordinal))
                {
                    codes.Add(link.Parent);
                }
            }
        }

        return codes;
    }

    // The world and unions of states are context: they head nobody else's answer, whatever a link says.
    private static int RankOf(Place place) => place.Type switch
    {
        "international" => 2,
        "supranational" => 1,
        _ => 0,
    };
}
