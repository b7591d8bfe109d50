using LegalStatusApi.Database.Embedded;

namespace LegalStatusApi.Commands;

/// <summary><c>reset</c>: deletes the private server's data.</summary>
public static class Reset
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        var settings = Session.SettingsOf(args);
        if (settings.Postgres is not null)
        {
            throw new CommandException("ConnectionStrings:Postgres is set: only the private server's data can be reset here.");
        }

        if (!Directory.Exists(settings.DataDirectory))
        {
            await Console.Out.WriteLineAsync($"There is nothing in {settings.DataDirectory}.");
            return 0;
        }

        using var loggers = Session.Loggers();
        await EmbeddedPostgres.ResetAsync(settings.DataDirectory, settings.BinaryDirectory, loggers.CreateLogger<EmbeddedPostgres>(), cancellation);
        await Console.Out.WriteLineAsync($"Deleted {settings.DataDirectory}.");
        return 0;
    }
}
