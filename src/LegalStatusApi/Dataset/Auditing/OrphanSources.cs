using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset.Auditing;

/// <summary>Sources that nothing rests on: forgotten, or left over when a record was bettered.</summary>
internal static class OrphanSources
{
    public static void Find(Draft draft, List<Mistake> gaps)
    {
        var used = draft.Records.SelectMany(record => record.Citations).Select(citation => citation.Row.Source)
            .Concat(draft.Participations.SelectMany(each => new[] { each.Row.Source, each.Row.Treaty }))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (row, at) in draft.Sources.Where(each => !used.Contains(each.Row.Key)))
        {
            at.For(gaps).Say("key", $"Nothing cites '{row.Key}'.");
        }

        var versions = draft.Versions.Select(each => each.Row.Source).ToHashSet(StringComparer.Ordinal);
        foreach (var (row, at) in draft.Sources.Where(each => !versions.Contains(each.Row.Key)))
        {
            at.For(gaps).Say("versions", $"'{row.Key}' has no version.");
        }
    }
}
