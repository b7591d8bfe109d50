using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Statuses;

/// <summary>What one revision says of some places and all places above them.</summary>
public sealed class LevelsOfLaw
{
    private readonly Dictionary<string, Substance> _substances;
    private readonly Dictionary<string, Place> _places;
    private readonly ILookup<string, ParentLink> _links;
    private readonly ILookup<(string Jurisdiction, string Substance), Classification> _records;
    private readonly ILookup<string, Lead> _leads;
    private readonly ILookup<string, PendingLaw> _pending;
    private readonly IReadOnlyList<Participation> _participations;

    internal LevelsOfLaw(
        Revision revision,
        IEnumerable<Substance> substances,
        IEnumerable<Place> places,
        IEnumerable<ParentLink> links,
        IEnumerable<Classification> records,
        ILookup<string, Lead> leads,
        ILookup<string, PendingLaw> pending,
        IReadOnlyList<Participation> participations)
    {
        Revision = revision;
        _substances = substances.ToDictionary(substance => substance.Slug, StringComparer.Ordinal);
        _places = places.ToDictionary(place => place.Code, StringComparer.Ordinal);
        _links = links.ToLookup(link => link.Jurisdiction, StringComparer.Ordinal);
        _records = records.ToLookup(record => (record.Jurisdiction, record.Substance));
        (_leads, _pending, _participations) = (leads, pending, participations);
    }

    public Revision Revision { get; }

    public Substance? SubstanceOf(string slug) => _substances.GetValueOrDefault(slug);

    public Place? PlaceOf(string code) => _places.GetValueOrDefault(code);

    /// <summary>The stack of a place, as much of it as was fetched; null where the place or the substance is not on record.</summary>
    public Stack? StackOf(string jurisdiction, string slug)
    {
        if (!_places.ContainsKey(jurisdiction) || !_substances.TryGetValue(slug, out var substance))
        {
            return null;
        }

        var codes = Reach(jurisdiction);
        return new Stack(
            Revision,
            jurisdiction,
            substance,
            [.. codes.Where(_places.ContainsKey).Select(code => _places[code])],
            [.. codes.SelectMany(code => _links[code])],
            [.. codes.SelectMany(code => _records[(code, slug)])],
            [.. _leads[slug].Where(lead => codes.Contains(lead.Jurisdiction, StringComparer.Ordinal))],
            [.. _pending[slug].Where(law => codes.Contains(law.Jurisdiction, StringComparer.Ordinal))],
            [.. _participations.Where(part => codes.Contains(part.Jurisdiction, StringComparer.Ordinal))]);
    }

    private List<string> Reach(string jurisdiction)
    {
        var codes = new List<string> { jurisdiction };
        for (var i = 0; i < codes.Count; i++)
        {
            codes.AddRange(_links[codes[i]].Select(link => link.Parent).Distinct(StringComparer.Ordinal)
                .Except(codes, StringComparer.Ordinal).ToList());
        }

        return codes;
    }
}
