using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Http;

/// <summary>A part of the contract that will go: said in its answers (RFC 9745, RFC 8594) and in the contract, long before.</summary>
/// <param name="Since">From when it is deprecated.</param>
/// <param name="Sunset">From when it may be gone; null while that is not decided.</param>
/// <param name="Instead">Address of what takes its place, or of a page about it.</param>
public sealed record Deprecation(DateTimeOffset Since, DateTimeOffset? Sunset, string Instead);

public static class Deprecations
{
    /// <summary>Marks an endpoint. Nothing of version 1 is deprecated yet.</summary>
    public static T Deprecate<T>(this T endpoint, Deprecation deprecation)
        where T : IEndpointConventionBuilder =>
        endpoint.WithMetadata(deprecation);

    public static void UseDeprecations(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Deprecation>() is { } deprecation)
        {
            http.Response.OnStarting(() =>
            {
                Describe(http.Response.Headers, deprecation);
                return Task.CompletedTask;
            });
        }

        return next(http);
    });

    private static void Describe(IHeaderDictionary headers, Deprecation deprecation)
    {
        headers["Deprecation"] = $"@{deprecation.Since.ToUnixTimeSeconds()}";
        headers.Append(HeaderNames.Link, $"<{deprecation.Instead}>; rel=\"deprecation\"");
        if (deprecation.Sunset is { } sunset)
        {
            headers["Sunset"] = HeaderUtilities.FormatDate(sunset);
        }
    }
}
