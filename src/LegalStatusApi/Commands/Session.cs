namespace LegalStatusApi.Commands;

/// <summary>What every command that works on the database needs: settings, logs on standard error, and a workplace.</summary>
public static class Session
{
    public static async Task<int> RunAsync(
        string[] args, Func<Workplace, Settings, ILoggerFactory, Task<int>> work, CancellationToken cancellation)
    {
        var settings = SettingsOf(args);
        using var loggers = Loggers();
        await using var workplace = await Workplace.OpenAsync(settings, besideService: true, loggers, cancellation);
        return await work(workplace, settings, loggers);
    }

    public static Settings SettingsOf(string[] args) => Settings.From(new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine(args)
        .Build());

    public static ILoggerFactory Loggers() => LoggerFactory.Create(logging => logging
        .AddSimpleConsole(console => console.SingleLine = true)
        .AddFilter("LegalStatusApi", LogLevel.Information)
        .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
}
