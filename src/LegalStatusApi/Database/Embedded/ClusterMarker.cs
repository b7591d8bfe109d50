using System.Runtime.Versioning;
using System.Text.Json;

namespace LegalStatusApi.Database.Embedded;

/// <summary>
/// The file that says "this folder is ours" and whether the cluster in it was made to its end. It is complete only
/// after initdb is, so that a folder whose making was cut short can be told from one that holds data.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ClusterMarker(string path)
{
    internal sealed record Content(bool Complete, string? OwnerPassword = null, string Service = ServiceName);

    private const string ServiceName = "legal-status-api";

    public string Path => path;
    public string Unfinished => path + ".new";

    /// <summary>What the marker says; null where there is none, or one that we did not write.</summary>
    public Content? Read()
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(File.ReadAllText(path), JsonSerializerOptions.Web);
            return content?.Service == ServiceName ? content : null;
        }
        catch (Exception problem) when (problem is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Write(Content content)
    {
        using (var file = PrivateFile.Create(Unfinished))
        {
            JsonSerializer.Serialize(file, content, JsonSerializerOptions.Web);
            file.Flush(flushToDisk: true);
        }

        File.Move(Unfinished, path, overwrite: true);
    }
}
