using LegalStatusApi.Dataset;

namespace LegalStatusApi.Commands;

/// <summary><c>export</c>: writes what a revision says as the text that would be imported.</summary>
public static class Export
{
    public static Task<int> RunAsync(string[] args, string folder, long? revision, CancellationToken cancellation) =>
        Session.RunAsync(args, async (workplace, _, _) =>
        {
            var from = await CurrentText.FindAsync(workplace.Reader, revision, cancellation)
                ?? throw new CommandException(revision is null ? "Nothing is published yet." : $"There is no revision {revision}.");
            var files = new SortedDictionary<string, string>(StringComparer.Ordinal) { [ExportedFrom.FileName] = from.ToText() };
            foreach (var (name, text) in SeedWriter.Write(await CurrentText.ReadAsync(workplace.Reader, from.Revision, cancellation)))
            {
                files.Add(name, text);
            }

            foreach (var (name, text) in files)
            {
                var path = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, text, cancellation);
            }

            DeleteOthers(folder, files);
            await Console.Out.WriteLineAsync($"{files.Count} files written to {folder}");
            return 0;
        }, cancellation);

    // A file that an earlier export left would be read as part of this one.
    private static void DeleteOthers(string folder, IReadOnlyDictionary<string, string> files)
    {
        foreach (var kind in files.Keys.Select(Path.GetDirectoryName).OfType<string>().Where(kind => kind.Length > 0).Distinct(StringComparer.Ordinal))
        {
            foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, kind), "*.yaml").Where(path => !files.ContainsKey($"{kind}/{Path.GetFileName(path)}")))
            {
                File.Delete(path);
            }
        }
    }
}
