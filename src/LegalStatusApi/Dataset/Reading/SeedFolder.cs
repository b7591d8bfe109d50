using System.Text;

namespace LegalStatusApi.Dataset.Reading;

/// <summary>The files of a data set on disk, as text.</summary>
internal static class SeedFolder
{
    /// <summary>The name under which a mistake names the folder.</summary>
    public const string Itself = ".";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Dictionary<string, string> Read(string folder, List<Mistake> mistakes)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(folder))
        {
            mistakes.Add(new Mistake(Itself, 0, "", "The folder of the data set is missing."));
            return files;
        }

        // A file that is named .yml or lies elsewhere would be passed over in silence, so all are looked at.
        foreach (var path in Directory.EnumerateFiles(folder, "*.y*ml", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            try
            {
                files[name] = Utf8.GetString(File.ReadAllBytes(path));
            }
            catch (DecoderFallbackException)
            {
                mistakes.Add(new Mistake(name, 0, "", "The file is not UTF-8."));
            }
        }

        return files;
    }
}
