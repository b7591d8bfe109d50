using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Http;

/// <summary>A request that says in two ways where it ends may end elsewhere for whoever stands before the service: nobody guesses.</summary>
public static class Framing
{
    // The web server takes Content-Length away where there is Transfer-Encoding too, and leaves it under this name.
    private const string TakenAway = "X-Content-Length";

    public static void UseOneFraming(this WebApplication app) => app.Use((http, next) =>
    {
        var headers = http.Request.Headers;
        if (!headers.ContainsKey(HeaderNames.TransferEncoding) || !(headers.ContainsKey(HeaderNames.ContentLength) || headers.ContainsKey(TakenAway)))
        {
            return next(http);
        }

        http.Response.Headers[HeaderNames.Connection] = "close";
        return Problems.WriteAsync(http, Problems.BadRequest.With("Send Content-Length or Transfer-Encoding, not both."));
    });
}
