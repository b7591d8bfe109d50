using LegalStatusApi.Dataset.Reading;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Dataset.Rules;

/// <summary>Parents exist, and the places form a tree without circles, whatever the day.</summary>
internal static class PlaceRules
{
    public static void Check(Draft draft)
    {
        foreach (var (row, at) in draft.Parents.Where(each => each.Row.Parent.Length > 0))
        {
            if (!draft.CodesOfFiles.Contains(row.Parent))
            {
                at.Say("code",
                    $"There is no jurisdiction '{row.Parent}'.{NearMiss.Of(row.Parent, draft.CodesOfFiles)}");
            }

            PeriodRules.CheckEnd(at, row.From, row.To);
        }

        foreach (var links in draft.Parents.GroupBy(each => (each.Row.Jurisdiction, each.Row.Parent)))
        {
            RefuseLinksAtOneTime([.. links]);
        }

        RefuseCircles(draft);
    }

    // A link without beginning has held as long as anyone asks, which a classification without beginning has not.
    private static void RefuseLinksAtOneTime(List<Written<ParentRow>> links)
    {
        for (var i = 1; i < links.Count; i++)
        {
            var twin = links.Take(i).FirstOrDefault(other =>
                PeriodOf(other.Row).CertainlyOverlaps(PeriodOf(links[i].Row)) || other.Row.From == links[i].Row.From);
            if (twin is not null)
            {
                links[i].At.Say("code",
                    $"'{links[i].Row.Parent}' is a parent at the same time already: line {twin.At.Line}.");
            }
        }
    }

    private static void RefuseCircles(Draft draft)
    {
        var parentsOf = draft.Parents
            .ToLookup(each => each.Row.Jurisdiction, each => each.Row.Parent, StringComparer.Ordinal);
        foreach (var (row, at) in draft.Parents)
        {
            if (PathFrom(row.Parent, row.Jurisdiction, parentsOf) is { } path)
            {
                at.Say("code", $"The parents go in a circle: {row.Jurisdiction} > {string.Join(" > ", path)}.");
            }
        }
    }

    // The way up from a place to the one sought; null where there is none. A loop, since a chain of parents that
    // someone
    // sends may be longer than the stack.
    private static List<string>? PathFrom(string from, string sought, ILookup<string, string> parentsOf)
    {
        var cameFrom = new Dictionary<string, string?>(StringComparer.Ordinal) { [from] = null };
        var next = new Queue<string>([from]);
        while (next.TryDequeue(out var place))
        {
            if (place == sought)
            {
                var path = new List<string>();
                for (string? step = place; step is not null; step = cameFrom[step])
                {
                    path.Insert(0, step);
                }

                return path;
            }

            foreach (var parent in parentsOf[place].Where(parent => cameFrom.TryAdd(parent, place)))
            {
                next.Enqueue(parent);
            }
        }

        return null;
    }

    private static Period PeriodOf(ParentRow row) => PeriodRules.Of(row.From ?? "1800-01-01", row.To, null);
}
