namespace LegalStatusApi.Commands;

/// <summary><c>backup</c>: the whole database as it is at one moment, also while the service reads and publishes.</summary>
public static class Backup
{
    public static async Task<int> RunAsync(string[] args, string file, CancellationToken cancellation)
    {
        if (File.Exists(file))
        {
            throw new CommandException($"{file} is there already, and a backup overwrites nothing: name another file.");
        }

        var settings = Session.SettingsOf(args);
        using var loggers = Session.Loggers();
        await using var place = await DatabasePlace.OpenAsync(settings, besideService: true, loggers, cancellation);
        // Under its own name only when it is whole.
        var unfinished = $"{file}.unfinished";
        try
        {
            await PostgresTools.RunAsync("pg_dump", place.OwnerConnection, settings.BinaryDirectory,
                ["--format=custom", "--no-owner", "--no-password", "--file", unfinished], cancellation);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            File.Move(unfinished, file);
        }
        finally
        {
            File.Delete(unfinished);
        }

        await Console.Out.WriteLineAsync($"Wrote {file} ({new FileInfo(file).Length / 1024} KB). It holds hashes of keys and readers' reports: keep it as you keep the database.");
        return 0;
    }
}
