using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace LegalStatusApi.Http.OpenApi;

/// <summary>The contract as text, written once: what is served, and what is committed in openapi/.</summary>
public sealed class Contract(IAsyncSwaggerProvider documents)
{
    private readonly Lock _writing = new();
    private Task<OpenApiDocument>? _document;

    public async Task<string> JsonAsync(CancellationToken cancellation) =>
        Whole(await (await DocumentAsync()).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation));

    public async Task<string> YamlAsync(CancellationToken cancellation) =>
        Whole(await (await DocumentAsync()).SerializeAsYamlAsync(OpenApiSpecVersion.OpenApi3_1, cancellation));

    /// <summary>For generators that do not read 3.1 yet.</summary>
    public async Task<string> OlderJsonAsync(CancellationToken cancellation) =>
        Whole(await (await DocumentAsync()).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0, cancellation));

    private Task<OpenApiDocument> DocumentAsync()
    {
        lock (_writing)
        {
            return _document ??= documents.GetSwaggerAsync("v1");
        }
    }

    private static string Whole(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
