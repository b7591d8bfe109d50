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
        ("ChangeSetETag", "The version of the change set: what the next write names in If-Match.", Shape.Text("^\"[0-9]+\"$", 12), "\"3\""),
        ("Content-Location", "Where exactly this answer will always be.", Shape.LocalAddress(), "/v1/jurisdictions/HK?revision=1"),
        ("ETag", "Names this very answer: send it in If-None-Match to have 304 while nothing changed. That of a compressed answer ends with its coding.", Shape.Text("^\"[0-9a-f]{32}(-[a-z0-9]+)*\"$", 60), "\"8f14e45fceea167a5a36dedd4bea2543\""),
        ("Idempotency-Replayed", "This answer was given before, to the same Idempotency-Key; nothing was done again.", Shape.Text("^true$", 4), "true"),
        ("Last-Modified", "When the revision was published that the answer comes from (RFC 9110).", Shape.Prose(), "Sun, 22 Nov 2026 00:24:25 GMT"),
        ("Link", "Licence and terms; in a list the part that follows (`next`); of a pinned answer the current one (`latest-version`); RFC 8288.", Shape.Prose(), "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\", </v1/>; rel=\"terms-of-service\""),
        ("Location", "Where it is: the one spelling of this address, or what was made.", Shape.LocalAddress(), "/v1/status/US-CO/lsd"),
        ("Memento-Datetime", "Of an answer at a revision: when that was published (RFC 7089).", Shape.Prose(), "Sun, 22 Nov 2026 00:24:25 GMT"),
        ("RateLimit", "How many requests this client has left (`r`), and in how many seconds it has all again (`t`).", Shape.Prose(), "\"client\";r=599;t=1"),
        ("RateLimit-Policy", "How many requests (`q`) one client may send in so many seconds (`w`). Absent where requests are not counted.", Shape.Prose(), "\"client\";q=1200;w=60"),
        ("Retry-After", "Seconds after which to try again.", Shape.Whole(1, 86_400), "5"),
        ("Vary", "By which headers of the request the answer differs.", Shape.Prose(), "Accept-Encoding, Accept"),
        ("WWW-Authenticate", "How to authenticate.", Shape.Prose(), "Bearer realm=\"maintainers\""),
    ];

    // The others depend on the request or the answer, such as its revision.
    private static readonly HashSet<string> AlwaysThere =
        ["Cache-Control", "ChangeSetETag", "ETag", "Link", "Location", "Retry-After", "Vary", "WWW-Authenticate"];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository);
        var components = swaggerDoc.Components!;
        components.Headers = Headers.ToDictionary(header => header.Name, IOpenApiHeader (header) => new OpenApiHeader
        {
            Description = header.Description,
            Required = AlwaysThere.Contains(header.Name),
            Schema = header.Schema,
            Example = header.Schema.Type == JsonSchemaType.Integer ? int.Parse(header.Example) : header.Example,
        }, StringComparer.Ordinal);
        components.Responses = new Dictionary<string, IOpenApiResponse>(StringComparer.Ordinal)
        {
            ["NotModified"] = Plain(swaggerDoc, "Nothing changed since the answer whose ETag was sent in If-None-Match.", "Access-Control-Allow-Origin", "Cache-Control", "ETag", "RateLimit", "RateLimit-Policy"),
            ["CanonicalAddress"] = Plain(swaggerDoc, "The same is at another address: a code in other letters, or a substance by a synonym or CAS number.", "Access-Control-Allow-Origin", "Location", "RateLimit", "RateLimit-Policy"),
            ["AtThatTime"] = Plain(swaggerDoc, "To a request with `Accept-Datetime` (RFC 7089): where the answer of the revision is that was current then.", "Access-Control-Allow-Origin", "Location", "RateLimit", "RateLimit-Policy"),
            ["BadRequest"] = Refusal(swaggerDoc, "Unknown, repeated, malformed or contradictory parameters, every wrong one named; or a revision that there is not.",
                Problems.InvalidParameters.With("onn: Unknown parameter. Did you mean 'on'? Known here: on, form, revision, asOf, maxAge, format.", [new("onn", "Unknown parameter. Did you mean 'on'? Known here: on, form, revision, asOf, maxAge, format.")])),
            ["NotFound"] = Refusal(swaggerDoc, "No such place, substance or record; what may have been meant is suggested.",
                Problems.UnknownJurisdiction.With("No jurisdiction 'XX'. Did you mean 'AX' or 'CX' or 'MX'? See /v1/jurisdictions.", suggestions: ["AX", "CX", "MX"])),
            ["Unauthorized"] = Refusal(swaggerDoc, "No key, or one that is wrong, expired or revoked.",
                Problems.Unauthorized.With("Send a valid key: Authorization: Bearer lsk_…"), "WWW-Authenticate"),
            ["Forbidden"] = Refusal(swaggerDoc, "The key does not have the scope, or the person may not: nobody approves what they put in.",
                Problems.Forbidden.With("This key does not have the scope that this needs.")),
            ["Conflict"] = Refusal(swaggerDoc, "The state of the thing does not allow it now, or somebody else's change stands in the way.",
                Problems.Conflict.With("A change set that is published cannot be edited; only one that is draft.")),
            ["Stale"] = Refusal(swaggerDoc, "If-Match names another version than the current one.",
                Problems.Stale.With("The change set is at version 4 now. Read it again.")),
            ["TooLarge"] = Refusal(swaggerDoc, "The body is larger than is taken.", Problems.TooLarge.With("A report is at most 16 KiB.")),
            ["UnsupportedMediaType"] = Refusal(swaggerDoc, "The body is of a kind that is not read here.",
                Problems.UnsupportedMediaType.With("Send application/json.")),
            ["Impossible"] = Refusal(swaggerDoc, "What was sent can be read but cannot be; every mistake is named.",
                Problems.Impossible.With("2 mistakes; nothing was changed.", [new("from", "Write yyyy, yyyy-MM or yyyy-MM-dd."), new("status", "Unknown status.")])),
            ["NoIfMatch"] = Refusal(swaggerDoc, "If-Match is missing.", Problems.NoIfMatch.With("Send If-Match with the ETag of the change set.")),
            ["TooManyRequests"] = Refusal(swaggerDoc, "This client sent more than is taken: requests a minute, or reports a day.",
                Problems.TooManyRequests.With("At most 1200 requests a minute from one client, 600 at once. Try again after Retry-After seconds."), "Retry-After"),
            ["InternalFault"] = Refusal(swaggerDoc, "A fault of the service.", Problems.InternalFault.With("The service failed to answer. The fault was logged.")),
            ["NotImplemented"] = Refusal(swaggerDoc, "The service does not answer in the form that was asked for, or this installation cannot.",
                Problems.NotImplemented.With("oEmbed is answered as JSON alone: send format=json, or leave it out.")),
            ["Unavailable"] = Refusal(swaggerDoc, "The database does not answer, or not in time. Nothing is known to be wrong with the question.",
                Problems.DatabaseUnavailable.With("The database is not available. Try again."), "Retry-After"),
        };
        components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [KeyedOperations.Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "lsk_…",
                Description = "A maintainer's key, made by `legal-status keys create`. Its scopes: propose, review, publish, admin; an operation names the one it needs. "
                    + "Authorization is checked as RFC 6750 has it.",
            },
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
        var answer = Plain(document, description, ["Access-Control-Allow-Origin", "Cache-Control", "RateLimit", "RateLimit-Policy", .. headers]);
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
