using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LegalStatusApi.Http.OpenApi;

/// <summary>What is told of operations that want a key, and of every write: scopes, headers that are sent, bodies and refusals.</summary>
public sealed class KeyedOperations : IOperationFilter
{
    public const string Scheme = "maintainerKey";

    /// <summary>Names the scopes of which a key needs one; an empty list: any key.</summary>
    public const string ScopesMember = "x-required-scopes";

    /// <summary>The scopes of which one is needed, of an operation that wants a key; null where none is wanted.</summary>
    public static IReadOnlyList<string>? ScopesOf(OperationFilterContext context) =>
        context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().LastOrDefault()?.Policy switch
        {
            null => null,
            Scopes.AnyKey => [],
            Scopes.ProposeOrReview => [Scopes.Propose, Scopes.Review],
            var scope => [scope],
        };

    /// <summary>Does it change something? Only GET reads.</summary>
    public static bool Writes(OperationFilterContext context) => context.ApiDescription.HttpMethod != HttpMethods.Get;

    /// <summary>Is it done to a change set as somebody read it?</summary>
    public static bool IsMatched(OperationFilterContext context) =>
        Writes(context) && context.ApiDescription.RelativePath!.StartsWith("v1/changesets/{id}", StringComparison.Ordinal);

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var scopes = ScopesOf(context);
        if (scopes is not null)
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
            // OpenAPI 3.0 lists no scopes for keys, so both forms tell them in words and in a member of their own.
            var needed = scopes.Count == 0 ? "Any key." : $"Scope of the key: `{string.Join("` or `", scopes)}`.";
            operation.Description = $"{operation.Description} {needed}";
            operation.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
            operation.Extensions[ScopesMember] = new JsonNodeExtension(new JsonArray([.. scopes.Select(scope => (JsonNode)scope)]));
        }

        if (RequestBodies.Of(operation.OperationId!) is { } body)
        {
            operation.RequestBody = body;
        }

        if (scopes is not null && Writes(context))
        {
            operation.Parameters = [.. operation.Parameters ?? [], .. HeadersOf(context)];
        }

        Refuse(operation, context, scopes is not null);
    }

    private static IEnumerable<IOpenApiParameter> HeadersOf(OperationFilterContext context)
    {
        if (IsMatched(context))
        {
            yield return Header("If-Match", "The ETag of the change set as it was read: 412 if it changed since, 428 without.", Shape.Text("^\"[0-9]+\"$", 12), "\"3\"", true);
        }

        yield return Header("Idempotency-Key", "A name for this write: sent again within a day, it is not done again, and its answer is given again.",
            Shape.Text("^[!-~]+$", 255), "b7d0c2c4-5d0c-4e0f-9d57-5b8f4a3c7e11", false);
    }

    private static OpenApiParameter Header(string name, string description, OpenApiSchema shape, string example, bool isRequired) => new()
    {
        Name = name, In = ParameterLocation.Header, Description = description, Schema = shape, Example = example, Required = isRequired,
    };

    private static void Refuse(OpenApiOperation operation, OperationFilterContext context, bool isKeyed)
    {
        void Add(string status, string name) => operation.Responses![status] = new OpenApiResponseReference(name, context.Document);

        if (isKeyed)
        {
            Add("401", "Unauthorized");
            Add("403", "Forbidden");
        }

        if (isKeyed && (Writes(context) || context.ApiDescription.RelativePath!.EndsWith("/diff", StringComparison.Ordinal)))
        {
            Add("409", "Conflict");
        }

        if (IsMatched(context))
        {
            Add("412", "Stale");
            Add("428", "NoIfMatch");
        }

        if (Writes(context))
        {
            Add("413", "TooLarge");
            Add("422", "Impossible");
            if (operation.RequestBody is not null)
            {
                Add("415", "UnsupportedMediaType");
            }
        }

        operation.Responses = OperationAnswers.InOrder(operation.Responses!);
    }
}
