using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace LegalStatusApi.Commands;

/// <summary><c>serve</c>, the default: a migrated and filled database, and the web service over it.</summary>
public static class Serve
{
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

        await using var app = Service.Build(builder, settings, workplace.Reader, workplace.Writer, TimeProvider.System);
        using var serving = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watch = workplace.WatchAsync(serving.Token);
        try
        {
            await app.RunAsync(cancellation);
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
