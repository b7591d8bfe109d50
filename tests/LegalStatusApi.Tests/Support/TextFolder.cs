namespace LegalStatusApi.Tests.Support;

/// <summary>A copy of the data set's text that a test may change, and a folder beside it for what it writes.</summary>
public sealed class TextFolder : IDisposable
{
    private readonly string _own = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"legal-status-text-{Guid.NewGuid():N}");

    private TextFolder()
    {
    }

    public string Path => System.IO.Path.Combine(_own, "seed");

    public string Beside => System.IO.Path.Combine(_own, "beside");

    /// <summary>A few places only, so that reading and publishing take no time.</summary>
    public static TextFolder Small()
    {
        var folder = new TextFolder();
        folder.Write("substances.yaml", """
            substances:
              - slug: lsd
                name: LSD

            """);
        folder.Write("jurisdictions/DE.yaml", """
            code: DE
            type: country
            name: Germany
            classifications:
              - key: lsd-1
                substance: lsd
                from: 1967-02-25
                status: prohibited
                schedule: Anlage I
                medicalAccess: none
                summary: A summary.
                verification: secondary
                verifiedOn: 2026-11-01
                reviewDue: 2027-05-01
                citations:
                  - source: de-btmg
                    version: 1
                    role: reports

            """);
        folder.Write("sources/DE.yaml", """
            jurisdiction: DE
            sources:
              - key: de-btmg
                type: statute
                title: Betäubungsmittelgesetz
                versions:
                  - version: 1
                    url: https://www.gesetze-im-internet.de/btmg_1981/
                    retrievedOn: 2026-11-01
                    read: true

            """);
        return folder;
    }

    public void Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Change(string name, string from, string to)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(Path, name));
        Assert.Contains(from, text);
        Write(name, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Relative name and text of every YAML file of a folder.</summary>
    public static SortedDictionary<string, string> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .ToDictionary(path => System.IO.Path.GetRelativePath(folder, path), File.ReadAllText, StringComparer.Ordinal), StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(_own, recursive: true);
}
