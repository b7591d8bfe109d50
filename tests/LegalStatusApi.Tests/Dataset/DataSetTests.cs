using LegalStatusApi.Dataset;
using Xunit;

namespace LegalStatusApi.Tests.Dataset;

public class DataSetTests
{
    private static readonly string Folder = FindFolder();

    [Fact]
    public void The_data_set_has_no_mistakes() =>
        Assert.Equal("", string.Join('\n', SeedReader.Read(Folder).Mistakes));

    [Fact]
    public void The_data_set_is_written_in_canonical_form()
    {
        var rows = SeedReader.Read(Folder).Rows;
        Assert.NotEmpty(rows);
        Assert.All(SeedWriter.Write(rows), file =>
            Assert.Equal(file.Value, File.ReadAllText(Path.Combine(Folder, file.Key))));
        RoundTrip.Holds(rows);
    }

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LegalStatusApi.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("LegalStatusApi.sln");
        }

        return Path.Combine(folder.FullName, "sql", "seed");
    }
}
