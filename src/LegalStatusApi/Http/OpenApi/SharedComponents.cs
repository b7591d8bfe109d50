using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LegalStatusApi.Http.OpenApi;

/// <summary>Answers and headers that many operations share, each told once.</summary>
public sealed class SharedComponents : IDocumentFilter
{
    private static readonly (string Name, string Description, OpenApiSchema Schema, string Example)[] Headers =
    [
        ("Access-Control-Allow-Origin", "Any page on the web may read.", Shape.Text("^\\*$", 1), "*"),
        ("Cache-Control", "How long the answer keeps. `immutable` where the question names its revision (and, for a status, its day).", Shape.Prose(), "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400"),
        ("Content-Location", "Where exactly this answer will always be.", Shape.LocalAddress(), "/v1/jurisdictions/HK?revision=1"),
        ("ETag", "Names this very answer: send it in If-None-Match to have 304 while nothing changed.", Shape.Text("^\"[0-9a-f]{32}\"$", 34), "\"8f14e45fceea167a5a36dedd4bea2543\""),
        ("Last-Modified", "When the revision was published that the answer comes from (RFC 9110).", Shape.Prose(), "Sun, 22 Nov 2026 00:24:25 GMT"),
        ("Link", "Licence and terms; in a list the part that follows (`next`); of a pinned answer the current one (`latest-version`); RFC 8288.", Shape.Prose(), "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\", </v1/>; rel=\"terms-of-service\""),
        ("Location", "The one spelling of this address.", Shape.LocalAddress(), "/v1/status/US-CO/lsd"),
        ("Retry-After", "Seconds after which to try again.", Shape.Whole(1, 3600), "5"),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository);
        var components = swaggerDoc.Components!;
        components.Headers = Headers.ToDictionary(header => header.Name, IOpenApiHeader (header) => new OpenApiHeader
        {
            Description = header.Description,
            Schema = header.Schema,
            Example = header.Schema.Type == JsonSchemaType.Integer ? int.Parse(header.Example) : header.Example,
        }, StringComparer.Ordinal);
        components.Responses = new Dictionary<string, IOpenApiResponse>(StringComparer.Ordinal)
        {
            ["NotModified"] = Plain(swaggerDoc, "Nothing changed since the answer whose ETag was sent in If-None-Match.", "Access-Control-Allow-Origin", "Cache-Control", "ETag"),
            ["CanonicalAddress"] = Plain(swaggerDoc, "The same is at another address: a code in other letters, or a substance by a synonym or CAS number.", "Access-Control-Allow-Origin", "Location"),
            ["BadRequest"] = Refusal(swaggerDoc, "Unknown, repeated, malformed or contradictory parameters, every wrong one named; or a revision that there is not.",
                Problems.InvalidParameters.With("onn: Unknown parameter. Did you mean 'on'? Known here: on, form, revision, asOf.", [new("onn", "Unknown parameter. Did you mean 'on'? Known here: on, form, revision, asOf.")])),
            ["NotFound"] = Refusal(swaggerDoc, "No such place, substance or record; what may have been meant is suggested.",
                Problems.UnknownJurisdiction.With("No jurisdiction 'XX'. Did you mean 'AX' or 'CX' or 'MX'? See /v1/jurisdictions.", suggestions: ["AX", "CX", "MX"])),
            ["InternalFault"] = Refusal(swaggerDoc, "A fault of the service.", Problems.InternalFault.With("The service failed to answer. The fault was logged.")),
            ["Unavailable"] = Refusal(swaggerDoc, "The database does not answer, or not in time. Nothing is known to be wrong with the question.",
                Problems.DatabaseUnavailable.With("The database is not available. Try again."), "Retry-After"),
        };
        components.Schemas = new SortedDictionary<string, IOpenApiSchema>(components.Schemas!, StringComparer.Ordinal);
    }

    private static OpenApiResponse Plain(OpenApiDocument document, string description, params string[] headers) => new()
    {
        Description = description,
        Headers = headers.ToDictionary(name => name, IOpenApiHeader (name) => new OpenApiHeaderReference(name, document), StringComparer.Ordinal),
    };

    private static OpenApiResponse Refusal(OpenApiDocument document, string description, Problem example, params string[] headers)
    {
        var answer = Plain(document, description, ["Access-Control-Allow-Origin", "Cache-Control", .. headers]);
        answer.Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [Problem.ContentType] = new OpenApiMediaType
            {
                Schema = new OpenApiSchemaReference(nameof(Problem), document),
                Examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal)
                {
                    ["problem"] = new OpenApiExample { Summary = example.Title, Value = JsonSerializer.SerializeToNode(example, ApiJson.Options) },
                },
            },
        };
        return answer;
    }
}
