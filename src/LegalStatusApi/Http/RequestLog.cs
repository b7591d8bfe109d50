using System.Diagnostics;

namespace LegalStatusApi.Http;

/// <summary>One line for each request, off by default: reads are counted in metrics (meter Microsoft.AspNetCore.Hosting).</summary>
public static class RequestLog
{
    public static void UseRequestLog(this WebApplication app) => app.Use(async (http, next) =>
    {
        var start = Stopwatch.GetTimestamp();
        await next(http);
        // The route pattern, never the path or the address: a reader's query is nobody's business.
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route";
        app.Logger.LogInformation("{Method} {Route} {Status} in {Milliseconds:0.0} ms",
            http.Request.Method, route, http.Response.StatusCode, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    });
}
