using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace LegalStatusApi.Http.OpenApi;

/// <summary>
/// Real answers of the service, from openapi/examples: one file for each operation, with the request that it answers and, of a
/// question that is sent, its body.
/// The tests send every request again.
/// </summary>
public static class Examples
{
    public static Dictionary<string, IOpenApiExample> Of(string operation)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"examples/{operation}.json");
        if (stream is null)
        {
            return [];
        }

        var example = JsonNode.Parse(stream)!.AsObject();
        return new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal)
        {
            ["answer"] = new OpenApiExample
            {
                Summary = $"{(example["body"] is null ? "GET" : "POST")} {example["request"]}",
                Value = example["answer"]!.DeepClone(),
            },
        };
    }
}
