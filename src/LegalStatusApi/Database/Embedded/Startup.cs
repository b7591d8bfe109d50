using System.Diagnostics;
using System.Runtime.Versioning;
using Microsoft.Extensions.Logging;

namespace LegalStatusApi.Database.Embedded;

/// <summary>The way from a folder, whatever state it is in, to a server that answers.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class Startup(DataFolder folder, EmbeddedPostgresOptions options, ILogger logger)
{
    public async Task<RunningServer> RunAsync(CancellationToken cancellation)
    {
        // All that can be refused is refused before anything is written.
        var begin = Stopwatch.GetTimestamp();
        RequireOurs(folder);
        var binaries = await ServerBinaries.FindAsync(options.BinaryDirectory, folder, cancellation);
        var account = await ServerAccount.ChooseAsync(folder, cancellation);
        await PrepareFolderAsync(account, cancellation);

        var folderLock = FolderLock.Take(folder.LockFile);
        var control = new ServerControl(folder, binaries, account);
        try
        {
            RequireOurs(folder);
            var takenOver = await StopLeftoverAsync(control, cancellation);
            if (folder.State() != FolderState.Complete)
            {
                logger.Making(folder.Path);
                await new NewCluster(folder, binaries, account).MakeAsync(options.ForTests, cancellation);
            }

            var address = await ServerAddress.ChooseAsync(folder, account, options.OverLoopback, cancellation);
            ServerSettings.Write(folder, address, options);
            await control.StartAsync(cancellation);
            await OwnDatabase.EnsureAsync(address, cancellation);
            logger.Ready(binaries.Major, folder.Path, Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            return new RunningServer(folder, control, address, folderLock, takenOver);
        }
        catch
        {
            await control.StopAsync(CancellationToken.None);
            await folderLock.DisposeAsync();
            throw;
        }
    }

    public static void RequireOurs(DataFolder folder)
    {
        if (folder.State() == FolderState.Foreign)
            throw new EmbeddedPostgresException(
                $"The folder {folder.Path} is not empty and was not made by this service, so it is left alone. "
                + "Name an empty or new folder in Database:DataDirectory.");
    }

    private async Task PrepareFolderAsync(ServerAccount account, CancellationToken cancellation)
    {
        // A folder that exists is opened by Create, so then only the way to it has to be open already.
        var existing = folder.NearestExisting();
        await account.RequireWayToAsync(
            existing == folder.Path ? Path.GetDirectoryName(existing) ?? existing : existing, cancellation);
        folder.Create();
    }

    private async Task<bool> StopLeftoverAsync(ServerControl control, CancellationToken cancellation)
    {
        if (await LeftoverServer.FindAsync(folder, cancellation) is { } pid)
        {
            // Stopped rather than adopted: it may run with the settings, or the binaries, of an earlier release.
            logger.TakingOver(pid, folder.Path);
            await control.StopAsync(cancellation);
            return true;
        }

        await LeftoverServer.ForgetForeignAsync(folder, cancellation);
        return false;
    }
}
