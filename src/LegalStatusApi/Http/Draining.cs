using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Http;

/// <summary>The time between being told to end and ending: everything is answered, and every client told to come back on another connection.</summary>
public sealed class Draining
{
    private volatile bool _hasBegun;

    public bool HasBegun => _hasBegun;

    public void Begin() => _hasBegun = true;

    /// <summary>Tells a client whose answer is about to begin to close this connection, once the drain has begun.</summary>
    public void Tell(HttpContext http)
    {
        if (_hasBegun)
        {
            http.Response.Headers[HeaderNames.Connection] = "close";
        }
    }
}

/// <summary>A connection that the client closes by itself cannot be cut under a request of its.</summary>
public static class DrainingConnections
{
    public static void UseDraining(this WebApplication app)
    {
        var draining = app.Services.GetRequiredService<Draining>();
        app.Use((http, next) =>
        {
            // Known at the end: what began before the drain must not come back on this connection either.
            http.Response.OnStarting(() =>
            {
                draining.Tell(http);
                return Task.CompletedTask;
            });
            return next(http);
        });
    }
}
