using System.Runtime.Versioning;

namespace LegalStatusApi.Database.Embedded;

/// <summary>
/// One service at a time on a folder. The lock is the kernel's (flock), so it ends with the process however that dies;
/// the runtime opens files close-on-exec, so the server, which may outlive the service, does not inherit it.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static class FolderLock
{
    public static FileStream Take(string lockFile)
    {
        try
        {
            return PrivateFile.OpenAlone(lockFile);
        }
        catch (IOException problem) when (problem is not (FileNotFoundException or DirectoryNotFoundException))
        {
            var folder = Path.GetDirectoryName(lockFile);
            throw new FolderInUseException(
                $"Another running service uses the database folder {folder}. Stop that service, "
                + "or give this one a folder of its own in Database:DataDirectory.", problem);
        }
    }
}
