using LegalStatusApi.Dataset;

namespace LegalStatusApi.Commands;

/// <summary><c>export</c>: writes what a revision says as the text that would be imported.</summary>
public static class Export
{
    public static Task<int> RunAsync(string[] args, string folder, long? revision, CancellationToken cancellation) =>
        Session.RunAsync(args, async (workplace, _, _) =>
        {
            var rows = await CurrentText.ReadAsync(workplace.Reader, revision, cancellation);
            if (rows.Count == 0)
            {
                throw new CommandException(revision is null ? "Nothing is published yet." : $"There is no revision {revision}.");
            }

            var files = SeedWriter.Write(rows);
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
