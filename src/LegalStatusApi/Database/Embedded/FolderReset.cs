using System.Runtime.Versioning;

namespace LegalStatusApi.Database.Embedded;

/// <summary>Throws a folder's data away, with the same care not to touch what is not ours.</summary>
[UnsupportedOSPlatform("windows")]
internal static class FolderReset
{
    public static async Task RunAsync(DataFolder folder, string? binaryDirectory, CancellationToken cancellation)
    {
        if (folder.State() is not (FolderState.Complete or FolderState.HalfMade))
            throw new EmbeddedPostgresException(
                $"The folder {folder.Path} holds no database of this service, so nothing was deleted. "
                + "Check Database:DataDirectory.");
        await using var folderLock = FolderLock.Take(folder.LockFile);
        if (await LeftoverServer.FindAsync(folder, cancellation) is not null)
        {
            var binaries = await ServerBinaries.FindAsync(binaryDirectory, folder, cancellation);
            var account = await ServerAccount.ChooseAsync(folder, cancellation);
            await new ServerControl(folder, binaries, account).StopAsync(cancellation);
        }

        ServerAddress.Clear(folder);
        folder.Delete();
    }
}
