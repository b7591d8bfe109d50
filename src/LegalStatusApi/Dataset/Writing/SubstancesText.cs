using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset.Writing;

/// <summary>The text of substances.yaml.</summary>
internal static class SubstancesText
{
    public static string Of(RowsToWrite rows) =>
        YamlPage.Of(page => page.Each("substances", rows.Substances, substance => Substance(page, substance, rows)));

    private static void Substance(YamlPage page, SubstanceRow substance, RowsToWrite rows)
    {
        page.Text("slug", substance.Slug);
        page.Text("name", substance.Name);
        page.Text("inn", substance.Inn);
        page.Texts("synonyms", substance.Synonyms);
        Identifiers(page, substance.Identifiers);
        page.Each("forms", rows.Forms[substance.Slug], form =>
        {
            page.Text("slug", form.Slug);
            page.Text("name", form.Name);
            page.Texts("synonyms", form.Synonyms);
            page.Value("fallsBack", form.FallsBack);
            Identifiers(page, form.Identifiers);
        });
    }

    private static void Identifiers(YamlPage page, IReadOnlyDictionary<string, IReadOnlyList<string>>? identifiers) =>
        page.Mapping("identifiers", identifiers is { Count: > 0 }, () =>
        {
            foreach (var register in SubstancesFile.Registers)
            {
                page.Texts(register, identifiers!.GetValueOrDefault(register));
            }
        });
}
