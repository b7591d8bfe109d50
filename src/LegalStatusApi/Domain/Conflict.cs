namespace LegalStatusApi.Domain;

/// <summary>A level above the headline's, whose law applies too, is stricter or freer.</summary>
/// <param name="Kind">A term of <see cref="ConflictTerm"/>.</param>
/// <param name="Level">The level above.</param>
/// <param name="Activities">The activities in which it differs; empty where only the statuses could be compared.</param>
/// <param name="Ours">The record that heads the answer.</param>
/// <param name="Theirs">The record of the level above.</param>
public sealed record Conflict(
    string Kind, Layer Level, IReadOnlyList<string> Activities, Classification Ours, Classification Theirs)
{
    public static IReadOnlyList<Conflict> Between(Headline headline, IReadOnlyList<Layer> layers)
    {
        if (headline is not { Record: { } ours, Layer: { } level })
        {
            return [];
        }

        return [.. layers
            .Where(layer => layer.Applies && layer != level && layer.Finding.Record is { MayBeRelied: true })
            .SelectMany(layer => Compare(ours, layer, layer.Finding.Record!))];
    }

    private static IEnumerable<Conflict> Compare(Classification ours, Layer level, Classification theirs)
    {
        var both = Vocabulary.Activity.Terms.Select(term => term.Value)
            .Where(activity => ours.Activities.ContainsKey(activity) && theirs.Activities.ContainsKey(activity))
            .Select(activity => (activity, order: Strictness.CompareActivity(theirs.Activities[activity], ours.Activities[activity])))
            .ToList();
        if (both.Count == 0)
        {
            var order = Strictness.RankOfStatus(theirs.Status) is { } a && Strictness.RankOfStatus(ours.Status) is { } b
                ? a.CompareTo(b)
                : 0;
            return order == 0 ? [] : [new Conflict(KindOf(order), level, [], ours, theirs)];
        }

        return both.Where(each => each.order != 0)
            .GroupBy(each => KindOf(each.order), each => each.activity, StringComparer.Ordinal)
            .OrderByDescending(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => new Conflict(kind.Key, level, [.. kind], ours, theirs));
    }

    private static string KindOf(int order) => order < 0 ? ConflictTerm.StricterAbove : ConflictTerm.FreerAbove;
}
