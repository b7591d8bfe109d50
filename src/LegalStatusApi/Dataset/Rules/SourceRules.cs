using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset.Rules;

/// <summary>Sources have keys of their own, a place that exists, and versions counted from 1.</summary>
internal static class SourceRules
{
    public static void Check(Draft draft)
    {
        foreach (var (row, at) in draft.Sources)
        {
            Slug.Check(at, "key", row.Key);
        }

        Duplicates.Refuse("key", draft.Sources.Select(each => (each.Row.Key, each.At)));
        foreach (var file in draft.Sources.GroupBy(each => each.At.File, StringComparer.Ordinal))
        {
            var (row, at) = file.First();
            if (row.Jurisdiction is { } code && !draft.CodesOfFiles.Contains(code))
            {
                draft.Mistakes.Add(new Mistake(at.File, 1, "jurisdiction",
                    $"There is no jurisdiction '{code}'.{NearMiss.Of(code, draft.CodesOfFiles)}"));
            }
        }

        foreach (var versions in draft.Versions.GroupBy(each => (each.At.File, each.Row.Source)))
        {
            CheckNumbers(versions);
        }
    }

    private static void CheckNumbers(IEnumerable<Written<SourceVersionRow>> versions)
    {
        var expected = 0;
        foreach (var (row, at) in versions)
        {
            expected++;
            if (row.Version != expected && at.AreSound("version"))
            {
                at.Say("version", $"Versions are counted 1, 2, 3 …: this one would be {expected}, not {row.Version}.");
            }
        }
    }
}
