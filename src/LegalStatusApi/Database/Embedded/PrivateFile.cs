using System.Runtime.Versioning;

namespace LegalStatusApi.Database.Embedded;

/// <summary>Files that only their owner may open, from the moment they exist.</summary>
[UnsupportedOSPlatform("windows")]
internal static class PrivateFile
{
    public static FileStream Create(string path) => Open(path, FileMode.Create, FileAccess.Write);

    /// <summary>Open to this process alone, until it closes the file or ends.</summary>
    public static FileStream OpenAlone(string path) => Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite);

    private static FileStream Open(string path, FileMode mode, FileAccess access) => new(path, new FileStreamOptions
    {
        Mode = mode,
        Access = access,
        Share = FileShare.None,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    });
}
