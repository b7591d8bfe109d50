namespace LegalStatusApi.Tests.Dataset;

/// <summary>The sample on disk, for as long as a test runs.</summary>
internal sealed class SampleFolder : IDisposable
{
    public SampleFolder()
    {
        foreach (var (file, text) in Sample.Whole.Files)
        {
            var path = System.IO.Path.Combine(Path, file);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("seed").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
