using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace LegalStatusApi.Http.OpenApi;

/// <summary>The contract, written from the running code: /openapi/v1.json and .yaml, and its page at /swagger.</summary>
public static class OpenApiSetup
{
    // Made once in the life of the service; on a busy machine that takes longer than an answer may.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void AddOpenApi(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc("v1", ContractInfo.Info);
            swagger.IncludeXmlComments(typeof(OpenApiSetup).Assembly);
            swagger.SupportNonNullableReferenceTypes();
            swagger.DescribeAllParametersInCamelCase();
            swagger.CustomSchemaIds(NameOf);
            swagger.SchemaFilter<SchemaShapes>();
            swagger.OperationFilter<ParameterShapes>();
            swagger.OperationFilter<OperationAnswers>();
            swagger.OperationFilter<KeyedOperations>();
            // Whatever JSON a record holds.
            swagger.MapType<JsonNode>(() => new OpenApiSchema());
            swagger.MapType<JsonElement>(() => new OpenApiSchema());
            swagger.DocumentFilter<ContractInfo>();
            swagger.DocumentFilter<SharedComponents>();
        });
        services.AddSingleton<Contract>();
    }

    public static void MapOpenApi(this WebApplication app)
    {
        app.MapGet("/openapi/v1.json", (HttpContext http, Contract contract, CancellationToken cancellation) =>
            TextAsync(http, contract.JsonAsync(cancellation), "application/json; charset=utf-8")).ExcludeFromDescription().WithRequestTimeout(Patience);
        app.MapGet("/openapi/v1.yaml", (HttpContext http, Contract contract, CancellationToken cancellation) =>
            TextAsync(http, contract.YamlAsync(cancellation), "application/yaml; charset=utf-8")).ExcludeFromDescription().WithRequestTimeout(Patience);
        app.UseSwaggerUI(page =>
        {
            page.DocumentTitle = "Legal Status API";
            page.SwaggerEndpoint("/openapi/v1.json", "Legal Status API v1");
            page.DisplayOperationId();
            page.DisplayRequestDuration();
            page.EnableTryItOutByDefault();
        });
    }

    private static async Task<IResult> TextAsync(HttpContext http, Task<string> contract, string contentType)
    {
        var check = Check.Of(http);
        return check.Failed ? check.Problem().Result() : Answer.OfText(await contract, contentType);
    }

    /// <summary>
    /// A list of items is named after them: JurisdictionItem becomes JurisdictionList. What is only called an answer or a request is
    /// named after what it belongs to.
    /// </summary>
    public static string NameOf(Type type)
    {
        if (!type.IsGenericType)
        {
            return type.Name is "Response" or "Request" or "Item" or "Said" ? type.DeclaringType!.Name + type.Name : type.Name;
        }

        var item = type.GetGenericArguments()[0].Name;
        var ending = item.EndsWith("Item", StringComparison.Ordinal) ? "Item" : "Response";
        return $"{item[..^ending.Length]}List";
    }
}
