using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset;

/// <summary>Rewrites a data set in its canonical form, so that two people who say the same write the same.</summary>
public static class Format
{
    /// <exception cref="InvalidDataException">The text has mistakes; all are named, and nothing is written.</exception>
    public static void Rewrite(string folder)
    {
        var text = SeedReader.Read(folder);
        if (text.Mistakes.Count > 0)
        {
            throw new InvalidDataException(string.Join('\n', text.Mistakes));
        }

        var before = SeedFolder.Read(folder, []);
        foreach (var (file, content) in SeedWriter.Write(text.Rows))
        {
            if (before[file] != content)
            {
                File.WriteAllText(Path.Combine(folder, file), content);
            }
        }
    }
}
