using System.Text;
using Npgsql;

namespace LegalStatusApi.Tests.Support;

/// <summary>What /v1/export.ndjson gives, in a file for as long as a test runs.</summary>
public sealed class ExportedHistory : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"legal-status-history-{Guid.NewGuid():N}.ndjson");

    private ExportedHistory(byte[] bytes)
    {
        Bytes = bytes;
        File.WriteAllBytes(_path, bytes);
    }

    public byte[] Bytes { get; private set; }

    public string FilePath => _path;

    public string[] Lines => Encoding.UTF8.GetString(Bytes).TrimEnd('\n').Split('\n');

    public static async Task<ExportedHistory> OfAsync(NpgsqlDataSource database, long? revision = null)
    {
        await using var api = await TestApi.StartAsync(database);
        return new ExportedHistory(await api.Client.GetByteArrayAsync(
            revision is null ? "/v1/export.ndjson" : $"/v1/export.ndjson?revision={revision}", TestContext.Current.CancellationToken));
    }

    /// <summary>The same in a file of its own.</summary>
    public ExportedHistory Copy() => new(Bytes);

    /// <summary>The number, from 1, of the first line that has all of these texts.</summary>
    public int LineOf(params string[] texts) =>
        Array.FindIndex(Lines, line => Array.TrueForAll(texts, text => line.Contains(text, StringComparison.Ordinal))) + 1;

    /// <summary>Writes other lines into the file.</summary>
    public void Rewrite(IEnumerable<string> lines)
    {
        Bytes = Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
        File.WriteAllBytes(_path, Bytes);
    }

    public void Change(int line, string from, string to)
    {
        var lines = Lines;
        Assert.Contains(from, lines[line - 1]);
        lines[line - 1] = lines[line - 1].Replace(from, to, StringComparison.Ordinal);
        Rewrite(lines);
    }

    public Stream Open() => new MemoryStream(Bytes);

    public void Dispose() => File.Delete(_path);
}
