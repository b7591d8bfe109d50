using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace LegalStatusApi.Benchmarks.Load;

/// <summary>
/// What the web server itself costs: a middleware that writes prepared bytes of the same answers, found by path alone, with their content type and tag.
/// It counts nobody's requests, and says nothing else.
/// </summary>
internal static class BareKestrel
{
    /// <param name="folder">Bodies: a file for each path (its slashes as '!'), and the same with .br.</param>
    public static async Task<int> ServeAsync(string url, string folder)
    {
        var bodies = Directory.EnumerateFiles(folder).ToFrozenDictionary(
            file => Path.GetFileName(file).Replace('!', '/'), File.ReadAllBytes, StringComparer.Ordinal);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false).UseUrls(url);
        await using var app = builder.Build();
        app.Run(http => WriteAsync(http, bodies));
        await app.RunAsync();
        return 0;
    }

    private static Task WriteAsync(HttpContext http, FrozenDictionary<string, byte[]> bodies)
    {
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var end = target.IndexOf('?', StringComparison.Ordinal);
        var path = end < 0 ? target : target[..end];
        var headers = http.Response.Headers;
        headers.ETag = "\"6f51cc9f7a771916690f4ed6701f098d\"";
        headers.CacheControl = "public, max-age=60";
        if (http.Request.Headers.IfNoneMatch.Count > 0)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        if (http.Request.Headers.AcceptEncoding == "br")
        {
            headers.ContentEncoding = "br";
            path += ".br";
        }

        var body = bodies[path];
        headers.ContentType = "application/json; charset=utf-8";
        headers.ContentLength = body.Length;
        return http.Response.BodyWriter.WriteAsync(body, http.RequestAborted).AsTask();
    }
}
