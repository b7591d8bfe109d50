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
    public async Task<string> OlderJsonAsync(CancellationToken cancellation)
    {
        // A document of its own, since it is changed.
        var document = await documents.GetSwaggerAsync("v1");
        foreach (var parameter in document.Paths.SelectMany(path => path.Value.Operations!).SelectMany(each => each.Value.Parameters ?? []).OfType<OpenApiParameter>())
        {
            JoinList(parameter);
        }

        return Whole(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0, cancellation));
    }

    // Such generators write code that does not compile for two lists with commas in one operation: there, each is one text.
    private static void JoinList(OpenApiParameter parameter)
    {
        if (parameter is not { Explode: false, Schema: { Type: JsonSchemaType.Array, Items.Pattern: { } pattern } })
        {
            return;
        }

        var item = pattern[1..^1];
        parameter.Schema = Shape.Text($"^{item}(,{item})*$", 8_000);
        parameter.Explode = true;
        parameter.Example = string.Join(',', parameter.Example!.AsArray().Select(each => (string)each!));
    }

    private Task<OpenApiDocument> DocumentAsync()
    {
        lock (_writing)
        {
            return _document ??= documents.GetSwaggerAsync("v1");
        }
    }

    private static string Whole(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
