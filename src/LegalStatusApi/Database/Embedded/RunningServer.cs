using System.Runtime.Versioning;

namespace LegalStatusApi.Database.Embedded;

/// <summary>A started server and the lock on its folder, which are given up in that order.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class RunningServer(
    DataFolder folder, ServerControl control, ServerAddress address, FileStream folderLock, bool takenOver)
{
    public string Folder { get; } = folder.Path;
    public string ConnectionString { get; } = address.ConnectionStringTo(ServerAddress.Database);
    public bool TakenOver => takenOver;

    public async Task StopAsync()
    {
        try
        {
            await control.StopAsync(CancellationToken.None);
            ServerAddress.Clear(folder);
        }
        finally
        {
            await folderLock.DisposeAsync();
        }
    }
}
