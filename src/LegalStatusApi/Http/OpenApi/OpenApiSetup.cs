using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.OpenApi;

namespace LegalStatusApi.Http.OpenApi;

/// <summary>The contract, written from the running code: /openapi/v1.json and .yaml, and its page at /swagger.</summary>
public static class OpenApiSetup
{
    public static void AddOpenApi(this IServiceCollection services)
    {
        // The slim host leaves this route constraint out, and the contract's address needs it.
        services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<RegexInlineRouteConstraint>("regex"));
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc("v1", new OpenApiInfo { Title = "Legal Status API", Version = "1" });
            swagger.IncludeXmlComments(typeof(OpenApiSetup).Assembly);
            swagger.SupportNonNullableReferenceTypes();
            swagger.CustomSchemaIds(type => type.IsNested ? $"{type.DeclaringType!.Name}{type.Name}" : type.Name);
        });
    }

    public static void MapOpenApi(this WebApplication app)
    {
        app.UseSwagger(swagger =>
        {
            swagger.RouteTemplate = "openapi/{documentName}.{extension:regex(^(json|yaml)$)}";
            swagger.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        });
        app.UseSwaggerUI(page => page.SwaggerEndpoint("/openapi/v1.json", "Legal Status API v1"));
    }
}
