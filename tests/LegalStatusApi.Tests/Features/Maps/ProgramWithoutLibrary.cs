namespace LegalStatusApi.Tests.Features.Maps;

/// <summary>The program as it is on a machine where libvips cannot be loaded: its files, but for that library, which is an empty one.</summary>
public sealed class ProgramWithoutLibrary : IDisposable
{
    // What the host looks up from where the program really is.
    private static readonly string[] Copied = ["legal-status", "legal-status.dll", "legal-status.deps.json", "legal-status.runtimeconfig.json"];

    public ProgramWithoutLibrary()
    {
        Path = Directory.CreateTempSubdirectory("legal-status-").FullName;
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
        {
            var name = System.IO.Path.GetRelativePath(AppContext.BaseDirectory, file);
            var target = System.IO.Path.Combine(Path, name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            if (Copied.Contains(name, StringComparer.Ordinal))
            {
                File.Copy(file, target);
            }
            else if (name.StartsWith("runtimes", StringComparison.Ordinal) && System.IO.Path.GetFileName(name).StartsWith("libvips", StringComparison.Ordinal))
            {
                File.WriteAllBytes(target, []);
            }
            else
            {
                File.CreateSymbolicLink(target, file);
            }
        }
    }

    public string Path { get; }

    public string Executable => System.IO.Path.Combine(Path, Copied[0]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
