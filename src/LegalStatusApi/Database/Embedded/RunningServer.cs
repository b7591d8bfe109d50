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

    /// <summary>Starts the server again where it is no longer there. False where it runs.</summary>
    public async Task<bool> ReviveAsync(CancellationToken cancellation)
    {
        if (await LeftoverServer.FindAsync(folder, cancellation) is not null)
        {
            return false;
        }

        await control.StartAsync(cancellation);
        return true;
    }

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
