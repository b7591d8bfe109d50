using System.Runtime.Versioning;

namespace LegalStatusApi.Database.Embedded;

/// <summary>
/// Starts and stops the server with pg_ctl, which detaches it from the terminal (so that Ctrl-C reaches the service
/// only, which then stops the server in its own time) and knows when it is ready and when it is gone.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ServerControl(DataFolder folder, ServerBinaries binaries, ServerAccount account)
{
    private const string LongestWait = "30";

    public async Task StartAsync(CancellationToken cancellation)
    {
        // The log holds one run, the one before is kept beside it: enough to see what happened, and never more.
        if (File.Exists(folder.Log))
            File.Move(folder.Log, folder.PreviousLog, overwrite: true);
        await PrivateFile.Create(folder.Log).DisposeAsync();
        await account.GiveAsync(cancellation, folder.Log);

        var started = await UntilReadyAsync(cancellation);
        if (!started.Succeeded)
            throw new EmbeddedPostgresException($"The database server in {folder.Path} did not start: "
                + $"{await ReasonAsync(started, cancellation)}{folder.SpaceRemark()} The whole log is {folder.Log}.");
    }

    private async Task<ExternalProgram.Outcome> UntilReadyAsync(CancellationToken cancellation)
    {
        var starting = account.RunAsync(
            [binaries.PgCtl, "start", "-w", "-s", "-t", LongestWait, "-D", folder.Cluster, "-l", folder.Log],
            CancellationToken.None);
        try
        {
            return await starting.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            // A pg_ctl killed at the wrong moment would leave a server behind. Stopping the server lets it end by
            // itself; where there is none to stop yet, it is ready in a moment, and the caller stops it then.
            await StopAsync(CancellationToken.None);
            await starting;
            throw;
        }
    }

    /// <summary>Stops the server if it runs, and returns when it is gone.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        // "fast" ends the sessions and writes everything down; "immediate" is recovered from at the next start.
        foreach (var mode in new[] { "fast", "immediate" })
        {
            if (await LeftoverServer.FindAsync(folder, cancellation) is null)
                return;
            await account.RunAsync(
                [binaries.PgCtl, "stop", "-w", "-s", "-t", LongestWait, "-D", folder.Cluster, "-m", mode],
                cancellation);
        }

        if (await LeftoverServer.FindAsync(folder, cancellation) is { } pid)
            throw new EmbeddedPostgresException(
                $"The database server in {folder.Path} (process {pid}) does not stop. "
                + "End that process, then start again.");
    }

    private async Task<string> ReasonAsync(ExternalProgram.Outcome started, CancellationToken cancellation)
    {
        var log = await File.ReadAllTextAsync(folder.Log, cancellation);
        return Quotation.LastLines(string.IsNullOrWhiteSpace(log) ? started.Errors : log);
    }
}
