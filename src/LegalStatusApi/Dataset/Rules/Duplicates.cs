using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset.Rules;

/// <summary>Names that may be given only once.</summary>
internal static class Duplicates
{
    /// <summary>Names the second and every further one, and where the first stands.</summary>
    public static void Refuse(string field, IEnumerable<(string Name, Fields At)> named)
    {
        var first = new Dictionary<string, Fields>(StringComparer.Ordinal);
        foreach (var (name, at) in named.Where(each => each.Name.Length > 0))
        {
            if (!first.TryAdd(name, at))
            {
                at.Say(field, $"'{name}' is there already: {Place(first[name], field)}.");
            }
        }
    }

    public static string Place(Fields at, string field) => $"{at.File}, line {at.LineOf(field)}";
}
