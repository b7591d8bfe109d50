using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset.Rules;

/// <summary>Slugs of substances and forms are well formed and unique.</summary>
internal static class SubstanceRules
{
    public static void Check(Draft draft)
    {
        foreach (var (row, at) in draft.Substances)
        {
            Slug.Check(at, "slug", row.Slug);
        }

        foreach (var (row, at) in draft.Forms)
        {
            Slug.Check(at, "slug", row.Slug);
        }

        Duplicates.Refuse("slug", draft.Substances.Select(each => (each.Row.Slug, each.At)));
        foreach (var forms in draft.Forms.GroupBy(each => each.Row.Substance, StringComparer.Ordinal))
        {
            Duplicates.Refuse("slug", forms.Select(each => (each.Row.Slug, each.At)));
        }

        RefuseSharedKeys(draft);
    }

    // psilocybin-x-1 must not be a key both of a substance 'psilocybin-x' and of the form 'x' of psilocybin.
    private static void RefuseSharedKeys(Draft draft)
    {
        var substances = draft.Substances.Select(each => each.Row.Slug).ToHashSet(StringComparer.Ordinal);
        var shared = draft.Forms.Where(each => substances.Contains($"{each.Row.Substance}-{each.Row.Slug}"));
        foreach (var (row, at) in shared)
        {
            at.Say("slug", $"'{row.Substance}-{row.Slug}' is a substance already: their keys would be the same.");
        }
    }
}
