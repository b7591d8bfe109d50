using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Http;

/// <summary>
/// Brotli and gzip, by the framework's own compression. A strong ETag names bytes, so that of a compressed answer carries its coding as a
/// suffix (RFC 9110, section 8.8.3): <c>"…-br"</c>; it is taken back in If-None-Match with either.
/// </summary>
public static class Compression
{
    private static readonly string[] Codings = ["br", "gzip"];

    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            // What is compressed is public and holds nothing of the client's, so length tells nobody a secret.
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes =
            [
                "application/json", "application/problem+json", "application/ld+json", "application/x-ndjson", "application/feed+json",
                "application/atom+xml", "application/yaml", "application/vnd.citationstyles.csl+json", "application/x-bibtex",
                "text/csv", "text/plain", "text/x-bibliography", "text/html", "text/css", "text/javascript", "text/calendar", "image/svg+xml", "application/geo+json",
            ];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }

    /// <summary>What maintainers read by key is theirs alone, and goes as it is.</summary>
    public static void UseCompression(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                NameTheCoding(http.Response.Headers);
                return Task.CompletedTask;
            });
            return next(http);
        });
        app.UseWhen(http => !http.Request.Headers.ContainsKey(HeaderNames.Authorization), reads => reads.UseResponseCompression());
    }

    /// <summary>The tag of the same answer as it is before it is compressed.</summary>
    public static string WithoutCoding(Microsoft.Extensions.Primitives.StringSegment tag)
    {
        var text = tag.ToString();
        var coding = Array.Find(Codings, coding => text.EndsWith($"-{coding}\"", StringComparison.Ordinal));
        return coding is null ? text : $"{text[..^(coding.Length + 2)]}\"";
    }

    private static void NameTheCoding(IHeaderDictionary headers)
    {
        if (headers.ContentEncoding is [{ } coding] && headers.ETag is [{ } tag] && tag.EndsWith('"'))
        {
            headers.ETag = $"{tag[..^1]}-{coding}\"";
        }
    }
}
