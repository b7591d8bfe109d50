using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Http;

/// <summary>Limits of the web server and the parts of every answer that are the same.</summary>
public static class ServerSetup
{
    /// <summary>What maintainers may send at once; readers send next to nothing.</summary>
    public const int LargestWrite = 4 * 1024 * 1024;

    public static void ConfigureServer(this ConfigureWebHostBuilder host) => host.ConfigureKestrel(server =>
    {
        server.AddServerHeader = false;
        // Bytes that are no UTF-8 in a header would be refused before the service could say why.
        server.RequestHeaderEncodingSelector = name => name.Equals(HeaderNames.ContentLength, StringComparison.OrdinalIgnoreCase) ? DigitsAlone.Encoding : Encoding.Latin1;
        server.Limits.MaxRequestBodySize = 64 * 1024;
        server.Limits.MaxRequestLineSize = 8 * 1024;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(5);
        server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(65);
        // Whoever takes an answer more slowly than a poor telephone line could is holding a connection, not reading.
        server.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 4096, gracePeriod: TimeSpan.FromSeconds(5));
    })
        // The host's own filter of hosts stands before everything and refuses without a word; ours comes after the problems.
        .ConfigureServices(services => services.Remove(services.Single(service => service.ImplementationType?.Name == "HostFilteringStartupFilter")));

    /// <summary>Structured where a program reads it, plain where a person does.</summary>
    public static ILoggingBuilder AddConsoleFor(this ILoggingBuilder logging, bool program) =>
        program
            ? logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"))
            : logging.AddSimpleConsole(console => console.SingleLine = true);

    public static void AddServiceLogs(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddConsoleFor(Console.IsOutputRedirected);

        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        logging.AddFilter("Microsoft.AspNetCore.Http.Timeouts.RequestTimeoutsMiddleware", LogLevel.None);
        // Were any line of it wanted, the host would begin a trace for each request, which nobody reads but where a collector is set (Telemetry).
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // Where the service cannot listen, the command says so in one line.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => level is LogLevel.Warning or LogLevel.Error);
        // That a key was not accepted is in the answer and, of a write, in the audit.
        logging.AddFilter("LegalStatusApi.Features.Maintenance.Keys", LogLevel.Warning);
        // Faults writes the one line there is to be about a fault.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
    }

    // Time-outs of the database add up (connecting, running, cancelling), so one deadline stands over them all.
    public static void AddDeadlines(this IServiceCollection services, TimeSpan deadline) => services.AddRequestTimeouts(timeouts =>
        timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = deadline,
            WriteTimeoutResponse = http =>
            {
                // Still the request's own deadline, which has passed: what is written under it is left unsaid.
                http.RequestAborted = CancellationToken.None;
                return Problems.WriteAsync(http, Problems.TookTooLong.With("The answer took too long. Try again."));
            },
        });

    /// <summary>Any page on the web may read; nothing is sent with credentials.</summary>
    public static void AddOpenReading(this IServiceCollection services) => services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
        .AllowAnyOrigin()
        .WithMethods("GET", "HEAD")
        .WithHeaders(HeaderNames.Accept, HeaderNames.IfNoneMatch, Memento.AcceptDatetime)
        .ExposeOurHeaders()));

    /// <summary>A page may read these headers too.</summary>
    public static CorsPolicyBuilder ExposeOurHeaders(this CorsPolicyBuilder policy) => policy
        .WithExposedHeaders(
            HeaderNames.ETag, HeaderNames.Link, HeaderNames.ContentLocation, HeaderNames.LastModified, HeaderNames.RetryAfter,
            Memento.MementoDatetime, "RateLimit", "RateLimit-Policy", "Deprecation", "Sunset")
        .SetPreflightMaxAge(TimeSpan.FromDays(1));

    public static void UseCommonHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            // A page says more, and what is made to be embedded says otherwise.
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = "frame-ancestors 'none'";
            }

            if (http.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }

            // Said to whoever asks, so that a cache filled by one client serves a page of another site too.
            if ((HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) && !http.Request.Headers.ContainsKey(HeaderNames.Authorization)
                && http.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null)
            {
                headers.AccessControlAllowOrigin = "*";
            }

            headers.Append(HeaderNames.Link, "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\", </v1/>; rel=\"terms-of-service\"");
            return Task.CompletedTask;
        });
        return next(http);
    });

    /// <summary>HEAD wherever there is GET: the same headers, without the body.</summary>
    public static void UseHeadAsGet(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        http.Request.Method = HttpMethods.Get;
        http.Response.Body = Stream.Null;
        await next(http);
        http.Request.Method = HttpMethods.Head;
    });

    /// <summary>An answer without a body that is an error becomes the problem that it is.</summary>
    public static void UseStatusProblems(this WebApplication app) => app.UseStatusCodePages(context =>
    {
        var http = context.HttpContext;
        if (http.Response.Headers.Allow == HttpMethods.Get)
        {
            http.Response.Headers.Allow = $"{HttpMethods.Get}, {HttpMethods.Head}";
        }

        var problem = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => Problems.NotFound.With("There is nothing at this address. See /v1/ and /swagger."),
            StatusCodes.Status405MethodNotAllowed => Problems.MethodNotAllowed.With($"This address does not take {Check.Shown(http.Request.Method)}."),
            StatusCodes.Status400BadRequest when http.GetEndpoint() is null => Problems.HostNotAllowed.With("This service does not answer for that host."),
            _ => Problems.BadRequest.With("The request could not be answered.") with { Status = http.Response.StatusCode },
        };
        return Problems.WriteAsync(http, problem);
    });
}
