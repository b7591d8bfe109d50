using System.Text.Json.Nodes;
using LegalStatusApi.Domain;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LegalStatusApi.Http.OpenApi;

/// <summary>
/// What each parameter may be. One name means the same everywhere, so it is told once; where an operation means
/// something else by it, the operation's name stands before it.
/// </summary>
public sealed class ParameterShapes : IOperationFilter
{
    private const string CodePattern = "^[A-Za-z]{2}(-[A-Za-z0-9]+)*$";
    private const string SlugPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

    private static readonly Dictionary<string, (Func<OpenApiSchema> Shape, JsonNode Example)> Shapes = new(StringComparer.Ordinal)
    {
        ["jurisdiction"] = (() => Shape.Text(CodePattern, 60), "US-CO-denver"),
        ["parent"] = (() => Shape.Text(CodePattern, 60), "US"),
        ["code"] = (() => Shape.Text(CodePattern, 60), "HK"),
        // A synonym or a CAS number is redirected, so the path takes more than slugs.
        ["substance"] = (() => Shape.Text("^[^/]+$", 100), "psilocybin"),
        ["slug"] = (() => Shape.Text("^[^/]+$", 100), "ketamine"),
        ["ListClassifications.substance"] = (() => Shape.Text(SlugPattern, 100), "ketamine"),
        ["CompareStatuses.jurisdiction"] = (() => Shape.List(Shape.Text(CodePattern, 60), 200), new JsonArray("US-CO", "NL", "AU")),
        ["CompareStatuses.substance"] = (() => Shape.List(Shape.Text("^[^,]+$", 100), 200), new JsonArray("psilocybin", "lsd")),
        ["form"] = (() => Shape.Text(SlugPattern, 100), "mushrooms"),
        ["on"] = (Shape.Day, "2024-01-01"),
        ["revision"] = (Shape.Ordinal, 1),
        ["asOf"] = (Shape.Instant, "2026-12-31T12:00:00Z"),
        ["limit"] = (() => Shape.Whole(1, Paging.Most, Paging.Ordinary), 100),
        ["cursor"] = (() => Shape.Text("^[A-Za-z0-9_-]+$", Cursor.Longest), "eyJsaXN0IjoiNTk0ZWY0NjA0NWI2NGJhMSIsInJldmlzaW9uIjoxLCJrZXkiOlsiQUUiXX0"),
        ["ListJurisdictions.type"] = (() => Shape.Word(Vocabulary.JurisdictionType), "country"),
        ["ListSources.type"] = (() => Shape.Word(Vocabulary.SourceType), "statute"),
        ["status"] = (() => Shape.Word(Vocabulary.Status), "decriminalized"),
        ["verification"] = (() => Shape.Word(Vocabulary.Verification), "primary"),
        ["hasRecords"] = (Shape.Flag, true),
        ["key"] = (() => Shape.Text("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", 100), "un-cps-1971"),
        ["version"] = (() => Shape.Whole(1, int.MaxValue), 1),
        ["id"] = (() => Shape.Text("^cls_[a-z2-7]{16}$", 20), "cls_tmptirbjwyy5565n"),
        ["number"] = (Shape.Ordinal, 1),
        ["list"] = (() => Shape.Text("^[A-Za-z]+$", 40), "status"),
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            if (!Shapes.TryGetValue($"{operation.OperationId}.{parameter.Name}", out var known) && !Shapes.TryGetValue(parameter.Name!, out known))
            {
                throw new InvalidOperationException($"Http/OpenApi/ParameterShapes.cs does not say what '{parameter.Name}' of {operation.OperationId} may be.");
            }

            var shape = known.Shape();
            parameter.Schema = shape;
            parameter.Example = known.Example.DeepClone();
            parameter.Required |= operation.OperationId == "CompareStatuses" && parameter.Name is ("jurisdiction" or "substance");
            if (shape.Type == JsonSchemaType.Array)
            {
                parameter.Style = ParameterStyle.Form;
                parameter.Explode = false;
            }
        }
    }
}
