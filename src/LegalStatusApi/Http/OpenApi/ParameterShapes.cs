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

    private static readonly string SinceExample = new Cursor("e3b0c44298fc1c14", 1, ["2026-11-21"]).ToString();
    private static readonly string BackExample = new Cursor("e3b0c44298fc1c14", 1, ["2026-11-21", "-1795321474118000", "-82869", "record|1|substance|lsd"]).ToString();

    private static readonly Dictionary<string, (Func<OpenApiSchema> Shape, JsonNode Example)> Shapes = new(StringComparer.Ordinal)
    {
        ["jurisdiction"] = (() => Shape.Text(CodePattern, 60), "US-CO-denver"),
        ["parent"] = (() => Shape.Text(CodePattern, 60), "US"),
        ["code"] = (() => Shape.Text(CodePattern, 60), "HK"),
        // A synonym or a CAS number is redirected, so the path takes more than slugs.
        ["substance"] = (() => Shape.Text("^[^/]+$", 100), "psilocybin"),
        ["slug"] = (() => Shape.Text("^[^/]+$", 100), "ketamine"),
        ["ListClassifications.substance"] = (() => Shape.Text(SlugPattern, 100), "ketamine"),
        ["Access.substance"] = (() => Shape.Text(SlugPattern, 100), "ketamine"),
        ["Access.form"] = (() => Shape.Text(SlugPattern, 100), "esketamine"),
        ["Access.kind"] = (() => Shape.Word(Vocabulary.RouteKind), "approved_medicine"),
        ["indication"] = (() => Shape.Word(Vocabulary.Indication), "depression"),
        ["Thresholds.substance"] = (() => Shape.Text(SlugPattern, 100), "lsd"),
        ["Boundary cases.substance"] = (() => Shape.Text(SlugPattern, 100), "psilocybin"),
        ["Coverage.substance"] = (() => Shape.Text(SlugPattern, 100), "psilocybin"),
        ["CompareStatuses.jurisdiction"] = (() => Shape.List(Shape.Text(CodePattern, 60), 200), new JsonArray("US-CO", "NL", "AU")),
        ["CompareStatuses.substance"] = (() => Shape.List(Shape.Text("^[^,]+$", 100), 200), new JsonArray("psilocybin", "lsd")),
        ["from"] = (() => Shape.Text(CodePattern, 60), "DE"),
        ["to"] = (() => Shape.Text(CodePattern, 60), "JP"),
        ["claim"] = (() => Shape.Text("^[^\\x00-\\x1F\\x7F]+$", 100), "decriminalized"),
        ["activity"] = (() => Shape.Word(Vocabulary.Activity), "possession"),
        ["form"] = (() => Shape.Text(SlugPattern, 100), "mushrooms"),
        ["on"] = (Shape.Day, "2024-01-01"),
        ["on2"] = (Shape.Day, "2026-01-01"),
        ["maxAge"] = (() => Shape.Text("^P([0-9]{1,2}Y)?([0-9]{1,3}M)?([0-9]{1,3}W)?([0-9]{1,4}D)?$", 20), "P90D"),
        ["revision"] = (Shape.Ordinal, 1),
        ["asOf"] = (Shape.Instant, "2026-12-31T12:00:00Z"),
        ["limit"] = (() => Shape.Whole(1, Paging.Most, Paging.Ordinary), 100),
        ["cursor"] = (() => Shape.Text("^[A-Za-z0-9_-]+$", Cursor.Longest), "eyJsaXN0IjoiNTk0ZWY0NjA0NWI2NGJhMSIsInJldmlzaW9uIjoxLCJrZXkiOlsiQUUiXX0"),
        ["ListJurisdictions.type"] = (() => Shape.Word(Vocabulary.JurisdictionType), "country"),
        ["ListSources.type"] = (() => Shape.Word(Vocabulary.SourceType), "statute"),
        ["q"] = (() => Shape.Text("^[^\\x00-\\x1F\\x7F-\\x9F]*$", 100), "holand"),
        ["SearchNames.kind"] = (() => Shape.Word(SearchTerms.Kinds), "jurisdiction"),
        ["SearchNames.limit"] = (() => Shape.Whole(1, 100, 20), 20),
        ["status"] = (() => Shape.Word(Vocabulary.Status), "decriminalized"),
        ["verification"] = (() => Shape.Word(Vocabulary.Verification), "primary"),
        ["hasRecords"] = (Shape.Flag, true),
        ["key"] = (() => Shape.Text("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", 100), "un-cps-1971"),
        ["version"] = (() => Shape.Whole(1, int.MaxValue), 1),
        ["id"] = (() => Shape.Text("^cls_[a-z2-7]{16}$", 20), "cls_tmptirbjwyy5565n"),
        ["number"] = (Shape.Ordinal, 1),
        ["Maintenance.id"] = (() => Shape.Text("^chs_[a-z2-7]{16}$", 20), "chs_tmptirbjwyy5565n"),
        ["Review.id"] = (() => Shape.Text("^itm_[a-z2-7]{16}$", 20), "itm_tmptirbjwyy5565n"),
        ["Redactions.id"] = (() => Shape.Text("^rdc_[a-z2-7]{16}$", 20), "rdc_tmptirbjwyy5565n"),
        ["place"] = (() => Shape.Text("^([A-Z]{2}(-[A-Za-z0-9]+)*|general)$", 60), "US-CO"),
        ["Maintenance.key"] = (() => Shape.Text("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", 100), "psilocybin-1"),
        ["classification"] = (() => Shape.Text("^cls_[a-z2-7]{16}$", 20), "cls_tmptirbjwyy5565n"),
        ["source"] = (() => Shape.Text(SlugPattern, 100), "un-cps-1971"),
        ["table"] = (() => Shape.Text("^[a-z_]+$", 40), "citation"),
        ["dryRun"] = (Shape.Flag, true),
        ["ImportRecords.kind"] = (() => Shape.OwnWord(ChangeKinds.All), "corrected"),
        ["ListChangeSets.state"] = (() => Shape.OwnWord(ChangeSetState.All), "in_review"),
        ["ListReviewQueue.state"] = (() => Shape.OwnWord(ReviewTerms.States), "open"),
        ["ListReviewQueue.kind"] = (() => Shape.OwnWord(ReviewTerms.Kinds), "stale"),
        ["ListReviewQueue.substance"] = (() => Shape.Text(SlugPattern, 100), "ketamine"),
        ["Changes.kind"] = (() => Shape.Word(ChangeTerms.Kinds), "law"),
        ["Changes.substance"] = (() => Shape.Text(SlugPattern, 100), "ketamine"),
        ["since"] = (() => Shape.Text("^[A-Za-z0-9_-]+$", Cursor.Longest), SinceExample),
        ["Changes.cursor"] = (() => Shape.Text("^[A-Za-z0-9_-]+$", Cursor.Longest), BackExample),
        ["Pending.kind"] = (() => Shape.Word(ComingTerms.Kinds), "bill"),
        ["Pending.substance"] = (() => Shape.Text(SlugPattern, 100), "psilocybin"),
        ["ListPending.state"] = (() => Shape.OwnWord(ComingTerms.AskedStates), "open"),
        ["DiffRevisions.from"] = (() => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0", Maximum = "9223372036854775807" }, 0),
        ["subject"] = (Shape.Prose, "chs_tmptirbjwyy5565n"),
        ["maintainer"] = (Shape.Prose, "Ada"),
        ["author"] = (Shape.Prose, "Ada"),
        ["reason"] = (() => Shape.Text("^[^\\x00-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]*$", 500), "The entry was never in force."),
        ["Maps.substance"] = (() => Shape.Text("^[^/]+$", 100), "psilocybin"),
        ["region"] = (() => Shape.OwnWord(MapTerms.Regions), "Europe"),
        ["url"] = (Shape.Address, "https://legal-status.example/v1/maps/psilocybin.svg?region=Europe&on=2024-01-01"),
        ["ShowOEmbed.format"] = (() => Shape.Text("^[a-z]+$", 10), "json"),
        ["maxwidth"] = (() => Shape.Whole(200, int.MaxValue), 640),
        ["maxheight"] = (() => Shape.Whole(200, int.MaxValue), 480),
        ["list"] = (() => Shape.Text("^[A-Za-z]+$", 40), "status"),
    };

    // What a question cannot do without, although it stands in the query.
    private static readonly Dictionary<string, string[]> Needed = new(StringComparer.Ordinal)
    {
        ["CompareStatuses"] = ["jurisdiction", "substance"],
        ["ListAccess"] = ["substance"],
        ["ListThresholds"] = ["substance"],
        ["SearchNames"] = ["q"],
        ["CheckClaim"] = ["jurisdiction", "substance", "claim"],
        ["ShowOEmbed"] = ["url"],
        ["ShowJourney"] = ["from", "to", "substance"],
    };

    // Where the code has no place for a comment: parameters of a write.
    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.Ordinal)
    {
        ["Maintenance.id"] = "Id of the change set.",
        ["Review.id"] = "Id of the item.",
        ["Redactions.id"] = "Id of the redaction.",
        ["place"] = "Code of the place whose list it stands in; of a source that is of no one place: general.",
        ["Maintenance.key"] = "Key of the record within its place; of a substance its slug, of a place its code.",
        ["classification"] = "Id of the classification.",
        ["source"] = "Key of the source.",
        ["version"] = "Number of the source version.",
        ["reason"] = "Why it is taken out; \"Withdrawn.\" where absent.",
        ["dryRun"] = "true: only judge it, and put nothing in.",
        ["Maintenance.kind"] = "Of which kind the change is of those records, already there, that do not say it themselves; the reason is the set's.",
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var formats = Formats.Of(context.ApiDescription.ActionDescriptor.EndpointMetadata);
        if (formats.Count > 1)
        {
            operation.Parameters = [.. operation.Parameters ?? [], FormatOf(formats)];
        }

        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            var ofTag = $"{operation.Tags?.FirstOrDefault()?.Name}.{parameter.Name}";
            if (parameter.Name == Formats.Parameter && formats.Count > 1)
            {
                continue;
            }

            if (!Shapes.TryGetValue($"{operation.OperationId}.{parameter.Name}", out var known)
                && !Shapes.TryGetValue(ofTag, out known) && !Shapes.TryGetValue(parameter.Name!, out known))
            {
                throw new InvalidOperationException($"Http/OpenApi/ParameterShapes.cs does not say what '{parameter.Name}' of {operation.OperationId} may be.");
            }

            parameter.Description ??= Descriptions.GetValueOrDefault(ofTag) ?? Descriptions.GetValueOrDefault(parameter.Name!);
            var shape = known.Shape();
            parameter.Schema = shape;
            parameter.Example = known.Example.DeepClone();
            parameter.Required |= Needed.GetValueOrDefault(operation.OperationId!)?.Contains(parameter.Name!, StringComparer.Ordinal) == true;
            if (shape.Type == JsonSchemaType.Array)
            {
                parameter.Style = ParameterStyle.Form;
                parameter.Explode = false;
            }
        }
    }

    private static OpenApiParameter FormatOf(IReadOnlyList<Format> formats) => new()
    {
        Name = Formats.Parameter,
        In = ParameterLocation.Query,
        Description = $"The form of the answer: {string.Join(", ", formats.Select(format => $"`{format.Name}` ({format.MediaType})"))}; "
            + "without it, what Accept asks for.",
        Schema = Shape.Text("^[a-z-]+$", 20),
        Example = formats[1].Name,
    };
}
