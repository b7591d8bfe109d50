using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LegalStatusApi.Http.OpenApi;

/// <summary>What the contract says of the whole: its title, licence, server and the groups of operations.</summary>
public sealed class ContractInfo : IDocumentFilter
{
    private const string Description =
        """
        How does a place classify psilocybin, LSD or ketamine on a date, as recorded in a revision, and on what authority?

        **Three clocks.** `on` is the day of the law. `revision` (or `asOf`) is what the record said. The dates of a source
        say when the evidence was published and when someone looked. An answer pinned by both `on` and `revision` never
        changes: it may be cached for ever, and it is what to cite.

        **Unknown is not lawful.** A place without a record answers 200 with the status `unknown` and a reason. A place
        that is not covered is 404.

        **Strict questions.** Unknown, repeated and malformed parameters are refused with 400, and every wrong one is
        named at once: a misspelt filter must never widen an answer.

        **Open words.** Words such as a status are strings whose known values are told; lists may grow, so read a value
        that you do not know as unknown. What is not there is absent, never null.

        **Lists** are read along their key: follow `next` (or the `Link` header), which pins the revision, until it is absent.

        **Maintaining.** The record changes by change sets alone: proposed, reviewed by somebody else, published as a new
        revision. That needs a maintainer's key; a write names the version it was made for in `If-Match`. Two maintainers can
        redact a free text, in every revision that says it: /v1/redactions tells which, when and why.

        Reading needs no key. Data: CC BY 4.0. Code: MIT. Information, not legal or medical advice.
        """;

    private static readonly (string Name, string Description)[] Tags =
    [
        ("About", "What this service is, and where everything begins."),
        ("Statuses", "The question that the service exists for."),
        ("Jurisdictions", "The places that make or receive law."),
        ("Substances", "The substances, their forms and identifiers."),
        ("Sources", "On what authority: laws, orders, judgments, pages and articles."),
        ("Classifications", "The records themselves, without putting levels of law together."),
        ("Access", "Where a lawful medical or supervised route is on record."),
        ("Thresholds", "The amounts that laws name."),
        ("Coverage", "What is on record, how well it was checked, and what is not."),
        ("Boundary cases", "Days on which the law turns, with the right answers, for testing."),
        ("Search", "What is called that, or nearly that, and where to ask about it."),
        ("Revisions", "What was published when, by whom and why, with a hash chain over it."),
        ("Changes", "What changed in law and what changed on record, kept apart, as a list and as feeds."),
        ("Pending", "What may still change the law, or will, as a list and as a calendar."),
        ("Claims", "What people say of the law, checked against the record."),
        ("Permalinks", "What was printed, and whether it still stands."),
        ("Journeys", "The law at both ends of a journey."),
        ("Maps", "The law of many places as a picture, as GeoJSON, and as what other sites put into their pages."),
        ("Vocabulary", "Every term that answers use, and what it means."),
        ("Exports", "The whole record with its history, to take away and to prove."),
        ("Review", "What is to be looked at again, and readers' reports."),
        ("Redactions", "Texts that two maintainers took out of the record, and that they did."),
        ("Maintenance", "Proposals, their review and their publication; for maintainers, by key."),
        ("Health", "For the orchestrator."),
    ];

    public static OpenApiInfo Info => new()
    {
        Title = "Legal Status API",
        Version = typeof(ContractInfo).Assembly.GetName().Version!.ToString(3),
        Summary = "How a place classifies psilocybin, LSD or ketamine on a date.",
        Description = Description.ReplaceLineEndings("\n"),
        Contact = new OpenApiContact { Name = "The maintainers of the Legal Status API" },
        License = new OpenApiLicense { Name = "CC BY 4.0 (data), MIT (code)", Url = new Uri("https://creativecommons.org/licenses/by/4.0/") },
    };

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Servers =
        [
            new OpenApiServer
            {
                Url = "/",
                Description = "Production: the service that this contract was fetched from.",
                Extensions = new Dictionary<string, IOpenApiExtension> { ["x-internal"] = new JsonNodeExtension(JsonValue.Create(false)) },
            },
        ];
        swaggerDoc.Tags = new HashSet<OpenApiTag>(Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }));
        // Reading is open to all, and says so.
        swaggerDoc.Security = [new OpenApiSecurityRequirement()];
    }
}
