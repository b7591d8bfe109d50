using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace LegalStatusApi.Database.Embedded;

/// <summary>Makes the cluster of a folder with initdb, anew if an earlier attempt was cut short.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class NewCluster(DataFolder folder, ServerBinaries binaries, ServerAccount account)
{
    public async Task MakeAsync(bool forTests, CancellationToken cancellation)
    {
        folder.Marker.Write(new ClusterMarker.Content(Complete: false));
        if (Directory.Exists(folder.Cluster))
            Directory.Delete(folder.Cluster, recursive: true);
        DataFolder.CreatePrivate(folder.Cluster);

        var password = RandomNumberGenerator.GetHexString(32, lowercase: true);
        try
        {
            await using (var writer = new StreamWriter(PrivateFile.Create(folder.PasswordFile)))
                await writer.WriteLineAsync(password.AsMemory(), cancellation);
            await account.GiveAsync(cancellation, folder.Cluster, folder.PasswordFile);
            await InitdbAsync(forTests, cancellation);
        }
        finally
        {
            File.Delete(folder.PasswordFile);
        }

        await File.AppendAllTextAsync(
            Path.Combine(folder.Cluster, "postgresql.conf"), ServerSettings.Include, cancellation);
        folder.Marker.Write(new ClusterMarker.Content(Complete: true, password));
    }

    private async Task InitdbAsync(bool forTests, CancellationToken cancellation)
    {
        // Whoever reaches the socket is let in: its folder is closed to all but the server's account and root.
        List<string> command =
        [
            binaries.Initdb, "--pgdata", folder.Cluster, "--username", ServerAddress.Owner,
            "--encoding=UTF8", $"--locale={await LocaleAsync(cancellation)}",
            "--auth-local=trust", "--auth-host=scram-sha-256", "--pwfile", folder.PasswordFile,
        ];
        if (forTests)
            command.Add("--no-sync");
        var made = await account.RunAsync(command, cancellation);
        if (!made.Succeeded)
            throw new EmbeddedPostgresException($"The database in {folder.Path} could not be made: "
                + $"{Quotation.LastLines(made.Errors)}{folder.SpaceRemark()} "
                + "Mend that, or name another folder in Database:DataDirectory.");
    }

    /// <summary>Byte order where it can be had with Unicode character classes: the same on every system.</summary>
    private static async Task<string> LocaleAsync(CancellationToken cancellation)
    {
        var known = await ExternalProgram.RunAsync(["locale", "-a"], cancellation);
        return known.Output.Split('\n').Any(name => name is "C.utf8" or "C.UTF-8") ? "C.UTF-8" : "C";
    }
}
