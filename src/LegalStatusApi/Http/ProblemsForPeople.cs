using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Http;

/// <summary>Writes a problem as a page. The pages' feature is the one implementation; nothing of it is needed by the floor.</summary>
public interface IProblemPage
{
    Task WriteAsync(HttpContext http, Problem problem);
}

/// <summary>Endpoints for people: their problems are pages too, and they have a budget of requests of their own.</summary>
public sealed class ForPeople
{
    public static readonly ForPeople Mark = new();
}

/// <summary>Who is told of a problem by a page: whoever asked for one, or asked with a browser for what is not there.</summary>
public static class ProblemsForPeople
{
    public static IProblemPage? Of(HttpContext http)
    {
        // Where something broke, the framework has put the endpoint away.
        var endpoint = http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        var isForPeople = endpoint is null ? IsBrowserLost(http.Request) : endpoint.Metadata.GetMetadata<ForPeople>() is not null;
        return isForPeople ? http.RequestServices.GetService<IProblemPage>() : null;
    }

    // Addresses of the API answer as the API does, whoever asks.
    private static bool IsBrowserLost(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/v1", StringComparison.Ordinal) && request.Host.HasValue
            && MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
            && accepted.Any(range => range.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
