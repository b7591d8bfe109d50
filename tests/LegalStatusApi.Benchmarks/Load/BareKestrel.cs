using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Benchmarks.Load;

/// <summary>
/// What the web server itself costs: a middleware that writes prepared bytes of the same answers, found by path alone, with the headers of those answers, prepared too.
/// It counts nobody's requests.
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
        var said = (await File.ReadAllLinesAsync(Path.Combine(folder, Bodies.Headers))).Select(line => line.Split('\t')).Select(parts => KeyValuePair.Create(parts[0], new StringValues(parts[1]))).ToArray();
        var saidWhereKnown = said.Where(header => header.Key != HeaderNames.ContentType).ToArray();
        app.Run(http => WriteAsync(http, bodies, said, saidWhereKnown));
        await app.RunAsync();
        return 0;
    }

    private static Task WriteAsync(HttpContext http, FrozenDictionary<string, byte[]> bodies, KeyValuePair<string, StringValues>[] said, KeyValuePair<string, StringValues>[] saidWhereKnown)
    {
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var end = target.IndexOf('?', StringComparison.Ordinal);
        var path = end < 0 ? target : target[..end];
        var headers = http.Response.Headers;
        var isKnown = http.Request.Headers.IfNoneMatch.Count > 0;
        foreach (var (name, value) in isKnown ? saidWhereKnown : said)
        {
            headers[name] = value;
        }

        if (isKnown)
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
        headers.ContentLength = body.Length;
        return http.Response.BodyWriter.WriteAsync(body, http.RequestAborted).AsTask();
    }
}
