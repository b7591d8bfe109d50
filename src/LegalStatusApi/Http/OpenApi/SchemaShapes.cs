using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LegalStatusApi.Http.OpenApi;

/// <summary>
/// What each member of an answer may be: required where it is always there, never null, and bounded. Objects stay open,
/// because version 1 may grow.
/// </summary>
public sealed class SchemaShapes : ISchemaFilter
{
    private const int MostItems = 10_000;
    private static readonly NullabilityInfoContext Nullability = new();

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Type: { } type } open)
        {
            return;
        }

        open.Type = type & ~JsonSchemaType.Null;
        open.AdditionalPropertiesAllowed = true;
        if (open.Type == JsonSchemaType.Array)
        {
            open.MaxItems ??= MostItems;
        }

        if (open.Properties is not { Count: > 0 } properties || context.MemberInfo is not null)
        {
            return;
        }

        open.Required = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var member in context.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(member.Name);
            if (!properties.TryGetValue(name, out var property))
            {
                continue;
            }

            if (IsAlwaysThere(member) || context.Type.GetCustomAttribute<AlwaysThereAttribute>()?.Members.Contains(name, StringComparer.Ordinal) == true)
            {
                open.Required.Add(name);
            }

            properties[name] = MemberShapes.Of(context.Type, name, property);
        }
    }

    private static bool IsAlwaysThere(PropertyInfo member)
    {
        lock (Nullability)
        {
            return Nullability.Create(member).ReadState == NullabilityState.NotNull;
        }
    }
}
