using LegalStatusApi.Domain;

namespace LegalStatusApi.Dataset.Reading;

/// <summary>sources/CODE.yaml and sources/general.yaml.</summary>
internal static class SourcesFile
{
    public static void Read(Fields root, string? code, Draft draft)
    {
        var written = root.OptionalText("jurisdiction");
        if (written != code && root.AreSound("jurisdiction"))
        {
            root.Say("jurisdiction", code is null
                ? "The general sources belong to no jurisdiction: leave it out."
                : $"The file is named {code}.yaml, so it says 'jurisdiction: {code}'.");
        }

        var sources = root.Each("sources");
        if (!root.Names.Contains("sources", StringComparer.Ordinal))
        {
            root.Say("sources", "'sources' is missing.");
        }

        root.RefuseOthers();
        foreach (var source in sources)
        {
            ReadSource(source, code, draft);
        }
    }

    private static void ReadSource(Fields at, string? code, Draft draft)
    {
        var key = at.Text("key");
        draft.Sources.Add(new(new SourceRow(key, code, at.Word("type", Vocabulary.SourceType), at.Text("title"),
            at.OptionalText("citation")), at));
        var versions = at.Each("versions");
        if (versions.Count == 0 && at.AreSound("versions"))
        {
            at.Say("versions", "A source has at least one version.");
        }

        foreach (var version in versions)
        {
            draft.Versions.Add(new(new SourceVersionRow(
                key,
                version.Integer("version"),
                version.OptionalText("url"),
                version.OptionalText("archiveUrl"),
                version.OptionalText("language"),
                version.OptionalText("publisher"),
                version.Date("publishedOn"),
                version.Day("retrievedOn"),
                version.OptionalText("sha256"),
                version.Flag("read")), version));
            version.RefuseOthers();
        }

        at.RefuseOthers();
    }
}
