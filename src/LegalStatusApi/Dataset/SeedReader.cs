using LegalStatusApi.Dataset.Auditing;
using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset;

/// <summary>
/// Reads the data set from its YAML (sql/seed/README.md) and names every mistake of every file at once.
/// </summary>
public static class SeedReader
{
    public static SeedText Read(string folder) => ReadDraft(folder).Text;

    /// <summary>The same, with what it was made of: for those who ask more of a text than that it can be published.</summary>
    internal static (SeedText Text, Draft Draft) ReadDraft(string folder)
    {
        var mistakes = new List<Mistake>();
        return Read(SeedFolder.Read(folder, mistakes), mistakes);
    }

    /// <summary>
    /// Reads files that are not on disk: relative name to text. A proposal that brings only some files is laid over
    /// what <see cref="SeedWriter"/> writes of the current revision, so that its references can be checked.
    /// </summary>
    /// <param name="inAnyOrder">A program that puts in one record need not know where it stands among the others.</param>
    public static SeedText Read(IReadOnlyDictionary<string, string> files, bool inAnyOrder = false) => Read(files, [], inAnyOrder).Text;

    private static (SeedText Text, Draft Draft) Read(
        IReadOnlyDictionary<string, string> files, List<Mistake> mistakes, bool inAnyOrder = false)
    {
        var draft = new Draft(mistakes);
        foreach (var file in mistakes.Select(mistake => mistake.File))
        {
            draft.CannotRead(file);
        }

        foreach (var (file, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            draft.Add(KnownFiles.Find(file, text) ?? ReadFile(file, text));
        }

        if (!mistakes.Exists(mistake => mistake.File == SeedFolder.Itself))
        {
            SayWhatIsMissing(files, draft);
        }

        SeedRules.Check(draft, inAnyOrder);
        var said = mistakes.Count == 0
            ? new SeedText([.. draft.Rows()], [])
            : new SeedText([], [.. mistakes.Distinct().OrderBy(mistake => mistake.File, StringComparer.Ordinal)
                .ThenBy(mistake => mistake.Line)]);
        return (said, draft);
    }

    private static Draft ReadFile(string file, string text)
    {
        var draft = new Draft([]);
        ReadFile(file, text, draft);
        KnownFiles.Keep(file, text, draft);
        return draft;
    }

    private static void ReadFile(string file, string text, Draft draft)
    {
        var name = SeedFileName.Parse(file);
        if (name is null)
        {
            draft.Mistakes.Add(new Mistake(file, 0, "",
                "No such file belongs here: substances.yaml, jurisdictions/CODE.yaml, sources/CODE.yaml, "
                + "sources/general.yaml, coverage.yaml or dataset.yaml."));
            return;
        }

        if (YamlTree.Read(file, text, draft.Mistakes) is not { } map)
        {
            draft.CannotRead(file);
            return;
        }

        var root = new Fields(file, map, draft.Mistakes);
        switch (name.Kind)
        {
            case SeedFileName.Place:
                PlaceFile.Read(root, name.Stem, draft);
                break;
            case SeedFileName.Sources:
                SourcesFile.Read(root, name.Stem == SeedFileName.General ? null : name.Stem, draft);
                break;
            case SeedFileName.Coverage:
                draft.Coverage = CoverageList.Read(root);
                break;
            case SeedFileName.Dataset:
                ExportedFrom.Read(root);
                break;
            default:
                SubstancesFile.Read(root, draft);
                break;
        }
    }

    private static void SayWhatIsMissing(IReadOnlyDictionary<string, string> files, Draft draft)
    {
        void Expect(string name, bool there)
        {
            if (!there)
            {
                draft.Mistakes.Add(new Mistake(name, 0, "", "It is missing."));
                draft.CannotRead(name);
            }
        }

        Expect("substances.yaml", files.ContainsKey("substances.yaml"));
        Expect("jurisdictions", files.Keys.Any(file => file.StartsWith("jurisdictions/", StringComparison.Ordinal)));
        Expect("sources", files.Keys.Any(file => file.StartsWith("sources/", StringComparison.Ordinal)));
    }
}
