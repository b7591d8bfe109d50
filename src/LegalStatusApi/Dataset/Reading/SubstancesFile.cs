namespace LegalStatusApi.Dataset.Reading;

/// <summary>substances.yaml: substances and forms, in the order in which every list shows them.</summary>
internal static class SubstancesFile
{
    /// <summary>The registers whose identifiers are kept, in the order of writing.</summary>
    public static readonly IReadOnlyList<string> Registers = 
        ["cas", "unii", "pubchemCid", "inchiKey", "atc", "dea", "un"];

    public static void Read(Fields root, Draft draft)
    {
        var substances = root.Each("substances");
        root.RefuseOthers();
        if (!root.Names.Contains("substances", StringComparer.Ordinal))
        {
            root.Say("substances", "'substances' is missing.");
        }

        foreach (var substance in substances)
        {
            ReadSubstance(substance, draft);
        }
    }

    private static void ReadSubstance(Fields at, Draft draft)
    {
        var slug = at.Text("slug");
        var substance = new SubstanceRow(slug, draft.Substances.Count + 1, at.Text("name"), at.OptionalText("inn"),
            at.Texts("synonyms"), Identifiers(at));
        draft.Substances.Add(new(substance, at));

        var ordinal = 0;
        foreach (var form in at.Each("forms"))
        {
            var row = new FormRow(slug, form.Text("slug"), ++ordinal, form.Text("name"), form.Texts("synonyms"),
                form.Flag("fallsBack"), Identifiers(form));
            draft.Forms.Add(new(row, form));
            form.RefuseOthers();
        }

        at.RefuseOthers();
    }

    private static Dictionary<string, IReadOnlyList<string>>? Identifiers(Fields at)
    {
        if (at.Mapping("identifiers") is not { } registers)
        {
            return null;
        }

        var identifiers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var register in Registers)
        {
            if (registers.Texts(register) is { } values)
            {
                identifiers[register] = values;
            }
        }

        registers.RefuseOthers();
        return identifiers;
    }
}
