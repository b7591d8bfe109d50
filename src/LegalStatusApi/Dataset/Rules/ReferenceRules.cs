using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset.Rules;

/// <summary>Every substance, form, source and version that is named exists.</summary>
internal static class ReferenceRules
{
    public static void Check(Draft draft)
    {
        if (draft.IsWhole(SeedFileName.OfSubstances))
        {
            CheckSubjects(draft);
        }

        if (!draft.IsWhole(SeedFileName.Sources))
        {
            return;
        }

        var sources = SourceIndex.Of(draft);
        foreach (var (row, at) in draft.Records.SelectMany(record => record.Citations))
        {
            sources.Require(at, row.Source, row.Version);
        }
    }

    private static void CheckSubjects(Draft draft)
    {
        var forms = draft.Forms.ToLookup(each => each.Row.Substance, each => each.Row.Slug, StringComparer.Ordinal);
        var substances = draft.Substances.Select(each => each.Row.Slug).ToHashSet(StringComparer.Ordinal);
        foreach (var record in draft.Records.Where(record => record.Substance.Length > 0))
        {
            if (!substances.Contains(record.Substance))
            {
                var near = NearMiss.Of(record.Substance, substances);
                record.At.Say("substance", $"There is no substance '{record.Substance}' in substances.yaml.{near}");
            }
            else if (record.Form is not null && !forms[record.Substance].Contains(record.Form, StringComparer.Ordinal))
            {
                var near = NearMiss.Of(record.Form, forms[record.Substance]);
                record.At.Say("form", $"{record.Substance} has no form '{record.Form}'.{near}");
            }
        }
    }
}
