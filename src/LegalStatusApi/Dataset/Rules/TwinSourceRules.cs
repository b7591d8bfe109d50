using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset.Rules;

/// <summary>
/// Each source is there once: two with one address, or with one official citation in one place, are the same.
/// </summary>
internal static class TwinSourceRules
{
    public static void Check(Draft draft)
    {
        var current = draft.Versions.GroupBy(each => (each.At.File, each.Row.Source))
            .Select(versions => versions.Last());
        Refuse("url", "address", current.Where(each => each.Row.Url is not null)
            .Select(each => (each.Row.Url!.TrimEnd('/'), each.Row.Source, each.At)));
        Refuse("citation", "official citation in one place", draft.Sources.Where(each => each.Row.Citation is not null)
            .Select(each => ($"{each.Row.Jurisdiction}\n{each.Row.Citation}", each.Row.Key, each.At)));
    }

    private static void Refuse(string field, string what, IEnumerable<(string Same, string Key, Fields At)> sources)
    {
        var first = new Dictionary<string, (string Key, Fields At)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (same, key, at) in sources)
        {
            if (!first.TryAdd(same, (key, at)) && first[same].Key != key)
            {
                at.Say(field, $"'{key}' and '{first[same].Key}' ({Duplicates.Place(first[same].At, field)}) "
                    + $"have the same {what}: make them one source.");
            }
        }
    }
}
