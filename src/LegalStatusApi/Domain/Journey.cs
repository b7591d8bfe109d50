namespace LegalStatusApi.Domain;

/// <summary>The law at both ends of a journey, on one day.</summary>
public sealed record Journey(StatusAnswer From, StatusAnswer To)
{
    /// <summary>The levels whose law binds at both ends, such as the country of two states: most local first.</summary>
    public IReadOnlyList<Layer> Shared =>
        [.. From.Layers.Where(layer => layer.Applies && To.Layers.Any(other => other.Applies && other.Place.Code == layer.Place.Code))];

    /// <summary>What the levels of law that bind at one end say of an activity, most local first.</summary>
    public static IReadOnlyList<(Layer Layer, Classification Record)> Of(StatusAnswer end, string activity) =>
        [.. end.Layers.Where(layer => layer.Applies && layer.Said is { } record && record.Activities.ContainsKey(activity))
            .Select(layer => (layer, layer.Said!))];

    /// <summary>The strictest of them; unknown where nothing is on record but leads, which nobody should act on.</summary>
    public static string Strictest(IEnumerable<(Layer Layer, Classification Record)> said, string activity)
    {
        var words = said.Where(each => !each.Record.IsLead).Select(each => each.Record.Activities[activity]).ToList();
        return words.Count == 0
            ? StatusTerm.Unknown
            // The more local of two that are not ranked against each other stays.
            : words.Aggregate((strictest, next) => Strictness.CompareActivity(next, strictest) < 0 ? next : strictest);
    }
}
