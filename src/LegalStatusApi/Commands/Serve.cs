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
        using var loggers = Session.Loggers();
        await using var workplace = await Workplace.OpenAsync(settings, loggers, cancellation);
        await workplace.FillIfEmptyAsync(settings.SeedDirectory, loggers.CreateLogger(typeof(Import)), cancellation);

        if (!settings.NamesAddress)
        {
            builder.WebHost.UseUrls(Settings.DefaultUrl);
        }

        await using var app = Service.Build(builder, settings, workplace.Reader, TimeProvider.System);
        try
        {
            await app.RunAsync(cancellation);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException or SocketException)
        {
            throw new CommandException($"{taken.Message} Stop what listens there, or name another address with --urls.");
        }

        return 0;
    }
}
