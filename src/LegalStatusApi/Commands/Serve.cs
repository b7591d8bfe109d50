using System.Net.Sockets;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Connections;

namespace LegalStatusApi.Commands;

/// <summary><c>serve</c>, the default: a migrated and filled database, and the web service over it.</summary>
public static class Serve
{
    private const int Threads = 64;

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var settings = Settings.From(builder.Configuration);
        using var loggers = Session.Loggers(structured: Console.IsErrorRedirected);
        await using var workplace = await Workplace.OpenAsync(settings, besideService: false, loggers, cancellation);
        await workplace.FillIfEmptyAsync(settings.SeedDirectory, loggers.CreateLogger(typeof(Import)), cancellation);

        if (settings.Urls is not null)
        {
            builder.WebHost.UseUrls(settings.Urls);
        }

        // Threads come one or two a second beyond this: a database that hangs must not keep others, health first of all, waiting for one.
        ThreadPool.SetMinThreads(Threads, Threads);
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        await using var app = Service.Build(builder, settings, workplace.Reader, workplace.Writer, TimeProvider.System);
        using var ending = new UntilDrained(app.Services.GetRequiredService<Draining>(), settings.Drain, cancellation);
        using var serving = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        var watch = workplace.WatchAsync(serving.Token);
        try
        {
            await app.RunAsync(ending.Token);
        }
        catch (Exception taken) when (taken is SocketException or IOException { InnerException: AddressInUseException or SocketException })
        {
            throw new CommandException($"{settings.Urls}: {taken.Message.TrimEnd('.')}. Stop what listens there, or name another address with --urls.");
        }
        finally
        {
            await serving.CancelAsync();
            await watch;
        }

        return 0;
    }
}
