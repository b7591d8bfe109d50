using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LegalStatusApi.Http.OpenApi;

/// <summary>Every answer that an operation can give: its good one with headers and an example, and every refusal.</summary>
public sealed class OperationAnswers : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var isHealth = operation.OperationId is "GetLive" or "GetReady";
        var isList = context.ApiDescription.SupportedResponseTypes.Any(answer => answer.Type is { IsGenericType: true });
        var isOneOf = context.ApiDescription.RelativePath!.Contains('{', StringComparison.Ordinal);
        var answers = operation.Responses!;
        var good = (OpenApiResponse)answers["200"];
        good.Description = isList ? "This part of the list." : isHealth ? "It is well." : "The answer.";
        good.Headers = HeadersOf(isHealth, context.Document);
        good.Content!["application/json"].Examples = Examples.Of(operation.OperationId!);
        if (!isHealth)
        {
            answers["304"] = new OpenApiResponseReference("NotModified", context.Document);
        }

        if (isOneOf)
        {
            answers["308"] = new OpenApiResponseReference("CanonicalAddress", context.Document);
            answers["404"] = new OpenApiResponseReference("NotFound", context.Document);
        }

        answers["400"] = new OpenApiResponseReference("BadRequest", context.Document);
        answers["500"] = new OpenApiResponseReference("InternalFault", context.Document);
        answers["503"] = new OpenApiResponseReference("Unavailable", context.Document);
        operation.Responses = InOrder(answers);
    }

    private static OpenApiResponses InOrder(OpenApiResponses answers)
    {
        var ordered = new OpenApiResponses();
        foreach (var (status, answer) in answers.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            ordered.Add(status, answer);
        }

        return ordered;
    }

    private static Dictionary<string, IOpenApiHeader> HeadersOf(bool isHealth, OpenApiDocument document)
    {
        string[] names = isHealth
            ? ["Access-Control-Allow-Origin", "Cache-Control"]
            : ["Access-Control-Allow-Origin", "Cache-Control", "Content-Location", "ETag", "Last-Modified", "Link"];
        return names.ToDictionary(name => name, IOpenApiHeader (name) => new OpenApiHeaderReference(name, document), StringComparer.Ordinal);
    }
}
