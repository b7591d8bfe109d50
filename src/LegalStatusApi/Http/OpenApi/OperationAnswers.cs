using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LegalStatusApi.Http.OpenApi;

/// <summary>Every answer that an operation can give: its good one with headers and an example, and every refusal.</summary>
public sealed class OperationAnswers : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (KeyedOperations.ScopesOf(context) is not null || KeyedOperations.Writes(context))
        {
            DescribeWork(operation, context);
            return;
        }

        var isHealth = operation.OperationId is "GetLive" or "GetReady";
        var isList = context.ApiDescription.SupportedResponseTypes.Any(answer => answer.Type is { IsGenericType: true });
        var isOneOf = context.ApiDescription.RelativePath!.Contains('{', StringComparison.Ordinal);
        var answers = operation.Responses!;
        var good = (OpenApiResponse)answers["200"];
        good.Description = isList ? "This part of the list." : isHealth ? "It is well." : "The answer.";
        good.Headers = HeadersOf(isHealth, context.Document);
        if (good.Content!.TryGetValue("application/json", out var json))
        {
            json.Examples = Examples.Of(operation.OperationId!);
        }

        foreach (var format in Formats.Of(context.ApiDescription.ActionDescriptor.EndpointMetadata).Except([Formats.Json]))
        {
            good.Content[format.MediaType] = new OpenApiMediaType { Schema = SchemaOf(format) };
        }

        DescribeFiles(good);
        if (!isHealth)
        {
            answers["304"] = new OpenApiResponseReference("NotModified", context.Document);
        }

        if (isOneOf)
        {
            answers["308"] = new OpenApiResponseReference("CanonicalAddress", context.Document);
        }

        // oEmbed: an address that is asked about, not one that is asked.
        if (isOneOf || operation.OperationId == "ShowOEmbed")
        {
            answers["404"] = new OpenApiResponseReference("NotFound", context.Document);
        }

        if (operation.OperationId is "ShowOEmbed" or "DrawCard")
        {
            answers["501"] = new OpenApiResponseReference("NotImplemented", context.Document);
        }

        if (operation.Parameters?.Any(parameter => parameter.Name == "asOf") == true)
        {
            answers["302"] = new OpenApiResponseReference("AtThatTime", context.Document);
        }

        if (!isHealth)
        {
            answers["429"] = new OpenApiResponseReference("TooManyRequests", context.Document);
        }

        answers["400"] = new OpenApiResponseReference("BadRequest", context.Document);
        answers["500"] = new OpenApiResponseReference("InternalFault", context.Document);
        answers["503"] = new OpenApiResponseReference("Unavailable", context.Document);
        operation.Responses = InOrder(answers);
    }

    private static void DescribeFiles(OpenApiResponse good)
    {
        foreach (var (type, file) in good.Content!.Where(each => each.Value.Schema is { Type: JsonSchemaType.String }))
        {
            ((OpenApiMediaType)file).Schema = type.EndsWith("+json", StringComparison.Ordinal)
                ? new OpenApiSchema { Type = JsonSchemaType.Object, MaxProperties = 1000 }
                : type.StartsWith("image/png", StringComparison.Ordinal) ? Shape.Bytes() : Shape.File(int.MaxValue);
        }
    }

    // Objects of other vocabularies, which their own processors read, and plain text.
    private static OpenApiSchema SchemaOf(Format format) => format switch
    {
        _ when format == Formats.JsonLd => new OpenApiSchema { Type = JsonSchemaType.Object, MaxProperties = 1000 },
        _ when format == Formats.CslJson => new OpenApiSchema
        {
            Type = JsonSchemaType.Array, MaxItems = 1000, Items = new OpenApiSchema { Type = JsonSchemaType.Object, MaxProperties = 1000 },
        },
        _ => Shape.File(int.MaxValue),
    };

    // What maintainers and reporters do: answers that are for one client and are not kept.
    private static void DescribeWork(OpenApiOperation operation, OperationFilterContext context)
    {
        var answers = operation.Responses!;
        var (status, answer) = answers.Single();
        var good = (OpenApiResponse)answer;
        // A question that is too long for an address is sent too, and changes nothing.
        var asks = context.ApiDescription.RelativePath!.EndsWith("/check", StringComparison.Ordinal);
        good.Description = status == "201" ? "It is made." : KeyedOperations.Writes(context) && !asks ? "It is done." : "The answer.";
        if (Examples.Of(operation.OperationId!) is { Count: > 0 } examples && good.Content!.TryGetValue("application/json", out var json))
        {
            json.Examples = examples;
        }

        var headers = new List<(string Name, string Component)>
        {
            ("Cache-Control", "Cache-Control"), ("RateLimit", "RateLimit"), ("RateLimit-Policy", "RateLimit-Policy"),
        };
        if (context.ApiDescription.RelativePath.StartsWith("v1/changesets/{id}", StringComparison.Ordinal) || operation.OperationId == "OpenChangeSet")
        {
            headers.Add(("ETag", "ChangeSetETag"));
        }

        if (operation.OperationId == "OpenChangeSet")
        {
            headers.Add(("Location", "Location"));
        }

        if (KeyedOperations.ScopesOf(context) is not null && KeyedOperations.Writes(context))
        {
            headers.Add(("Idempotency-Replayed", "Idempotency-Replayed"));
        }

        if (context.ApiDescription.SupportedResponseTypes.Any(each => each.Type == typeof(JsonObject)))
        {
            ((OpenApiMediaType)good.Content!["application/json"]).Schema = RequestBodies.Record();
        }

        good.Headers = headers.ToDictionary(header => header.Name,
            IOpenApiHeader (header) => new OpenApiHeaderReference(header.Component, context.Document), StringComparer.Ordinal);
        if (context.ApiDescription.RelativePath.Contains('{', StringComparison.Ordinal) || operation.OperationId == "AskRedaction")
        {
            answers["404"] = new OpenApiResponseReference("NotFound", context.Document);
        }

        answers["400"] = new OpenApiResponseReference("BadRequest", context.Document);
        answers["429"] = new OpenApiResponseReference("TooManyRequests", context.Document);
        answers["500"] = new OpenApiResponseReference("InternalFault", context.Document);
        answers["503"] = new OpenApiResponseReference("Unavailable", context.Document);
    }

    public static OpenApiResponses InOrder(OpenApiResponses answers)
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
            : ["Access-Control-Allow-Origin", "Cache-Control", "Content-Location", "ETag", "Last-Modified", "Link", "Memento-Datetime", "RateLimit", "RateLimit-Policy", "Vary"];
        return names.ToDictionary(name => name, IOpenApiHeader (name) => new OpenApiHeaderReference(name, document), StringComparer.Ordinal);
    }
}
