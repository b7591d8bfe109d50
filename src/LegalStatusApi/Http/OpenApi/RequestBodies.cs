using System.Text.Json.Nodes;
using LegalStatusApi.Domain;
using Microsoft.OpenApi;

namespace LegalStatusApi.Http.OpenApi;

/// <summary>What is sent to an operation, where it is read by hand so that every mistake can be named.</summary>
public static class RequestBodies
{
    private const int LongestReason = 2000;
    private const int LargestText = ServerSetup.LargestWrite;
    private const int MostMembers = 100;
    private const int MostAtOnce = 200;

    public static OpenApiRequestBody? Of(string operation) => operation switch
    {
        "OpenChangeSet" => Json(Members(
            ["title", "reason"],
            ("title", Shape.Text(Shape.LinesPattern, 200), "What it is about."),
            ("reason", Shape.Text(Shape.LinesPattern, LongestReason), "Why; becomes the reason of the revision."),
            ("baseRevision", Shape.Ordinal(), "The revision that it is made against; the current one where absent.")),
            new JsonObject { ["title"] = "Oregon's service centres", ["reason"] = "Measure 109 took effect." }),
        "ApproveChangeSet" => Json(Members(
            ["hash"], ("hash", Shape.Text("^[0-9a-f]{64}$", 64), "The hash of the diff that was seen.")),
            new JsonObject { ["hash"] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" }),
        "RevertRecord" => Json(Members(
            ["record"], ("record", Shape.Text(Shape.LinesPattern, 200), "Key of the record.")),
            new JsonObject { ["record"] = "US-CO/psilocybin-1" }),
        "RejectChangeSet" => Json(Members(
            ["reason"], ("reason", Shape.Text(Shape.LinesPattern, LongestReason), "Why.")),
            new JsonObject { ["reason"] = "The source says otherwise." }),
        "PutVerification" => Json(Verification(), new JsonObject { ["verifiedOn"] = "2026-11-20", ["source"] = "us-csa", ["version"] = 2 }),
        "ImportRecords" => Import(),
        "ClaimReviewItem" => Json(Members(
            [], ("release", Shape.Flag(), "true: you work on it no longer.")), new JsonObject { ["release"] = false }, isRequired: false),
        "SettleReviewItem" => Json(Members(
            ["how"], ("how", Shape.Text(Shape.LinesPattern, LongestReason), "What settled it. It becomes public, but of a report.")),
            new JsonObject { ["how"] = "Read the schedule again: nothing has changed." }),
        "AskRedaction" => Redaction(),
        "CheckClaims" => Claims(),
        "CheckPermalinks" => Json(Members(
            ["permalinks"], ("permalinks", Shape.List(Shape.Text("^[^\\x00-\\x1F\\x7F]+$", 1000), MostAtOnce), "Permalinks as answers give them, with or without a host.")),
            new JsonObject { ["permalinks"] = new JsonArray("/v1/status/DE/lsd?on=2024-01-01&revision=1") }),
        "PutClassifications" or "PutLeads" or "PutPending" or "PutSources" or "PutSubstances" or "PutJurisdictions" => Json(
            Record(), new JsonObject { ["change"] = new JsonObject { ["kind"] = "corrected", ["reason"] = "The list was read again." } }),
        _ => null,
    };

    private static OpenApiRequestBody Claims()
    {
        var claim = Members(
            ["jurisdiction", "substance", "claim"],
            ("jurisdiction", Shape.Text("^[A-Za-z]{2}(-[A-Za-z0-9]+)*$", 60), "The place."),
            ("substance", Shape.Text("^[^\\x00-\\x1F\\x7F]+$", 100), "Slug, synonym or CAS number."),
            ("claim", Shape.Text("^[^\\x00-\\x1F\\x7F]+$", 100), "A word of the vocabulary, or a class as the law names it."),
            ("activity", Shape.Word(Vocabulary.Activity), "What it is said of; absent for the substance as such."),
            ("form", Shape.Text("^[a-z0-9]+(-[a-z0-9]+)*$", 100), "Slug of a form of the substance."),
            ("on", Shape.Day(), "Law date; today (UTC) where absent."));
        return Json(Members(
            ["claims"],
            ("claims", Shape.List(claim, MostAtOnce), "The claims."),
            ("revision", Shape.Ordinal(), "Revision of the record, for all; the latest where absent."),
            ("asOf", Shape.Instant(), "The revision current at this instant (RFC 3339, not in the future), for all.")),
            new JsonObject
            {
                ["claims"] = new JsonArray(
                    new JsonObject { ["jurisdiction"] = "US-OR", ["substance"] = "psilocybin", ["claim"] = "legal", ["on"] = "2024-01-01" },
                    new JsonObject { ["jurisdiction"] = "GB", ["substance"] = "ketamine", ["claim"] = "Class A" }),
            });
    }

    private static OpenApiRequestBody Redaction() => Json(Members(
        ["relation", "id", "recordedIn", "field", "reason"],
        ("relation", Shape.Text("^[a-z_]+$", 60), "What the row is: `source`, `classification`, `lead` or `pending_law`; or `revision`."),
        ("id", Shape.Text("^[^\\x00-\\x1F\\x7F]+$", 200), "Id of the row, as the export has it; of a revision its number."),
        ("recordedIn", Shape.Ordinal(), "The revision that recorded the row; of a revision its number."),
        ("field", Shape.Text("^[A-Za-z0-9/]+$", 60), "The text, such as `summary`; of a revision `reason`, or `changes/0/reason` of the first change it names."),
        ("reason", Shape.Text(Shape.LinesPattern, LongestReason), "Why. It becomes public, so it must not repeat the text.")),
        new JsonObject
        {
            ["relation"] = "classification", ["id"] = "cls_tmptirbjwyy5565n", ["recordedIn"] = 12, ["field"] = "summary",
            ["reason"] = "It named a private person.",
        });

    private static OpenApiSchema Verification() => Members(
        ["verifiedOn"],
        ("verifiedOn", Shape.Day(), "The day on which it was checked."),
        ("reviewDue", Shape.Day(), "When it is to be looked at again; half a year later where absent."),
        ("verification", Shape.Word(Vocabulary.Verification), "How well it is checked now; as before where absent."),
        ("source", Shape.Text("^[a-z0-9]+(-[a-z0-9]+)*$", 100), "The source that was read, if it has a newer version."),
        ("version", Shape.Whole(1, int.MaxValue), "The version that was read."),
        ("reason", Shape.Text(Shape.LinesPattern, LongestReason), "What was done; \"Checked again.\" where absent."));

    /// <summary>A record as it is put, and as it is shown to be put back.</summary>
    public static OpenApiSchema Record()
    {
        var record = Members(
            [],
            ("change", Members(
                ["kind", "reason"],
                ("kind", Shape.OwnWord(ChangeKinds.All), "Which kind of change it is."),
                ("reason", Shape.Text(Shape.LinesPattern, LongestReason), "Why.")), "Which kind of change this is, and why."));
        record.Description = "The record as the data set's text has it: sql/seed/README.md tells its members. Mistakes are named one by one.";
        record.AdditionalPropertiesAllowed = true;
        return record;
    }

    private static OpenApiRequestBody Import()
    {
        var text = Shape.File(LargestText);
        var files = new OpenApiSchema
        {
            Type = JsonSchemaType.Object, AdditionalProperties = text, MaxProperties = MostMembers * MostMembers,
        };
        var rows = new OpenApiSchema
        {
            Type = JsonSchemaType.Array, MaxItems = MostMembers * MostMembers, Items = new OpenApiSchema { Type = JsonSchemaType.Object, MaxProperties = MostMembers },
        };
        var body = Json(Members(
            [],
            ("files", files, "Files of the data set's text: name and content."),
            ("whole", Shape.Flag(), "true: the files are the whole text, and what is in none of them is withdrawn."),
            ("classifications", rows, "Or classifications, each with its place, as the data set's text has them.")),
            new JsonObject { ["files"] = new JsonObject { ["jurisdictions/DE.yaml"] = "code: DE\n…" } });
        body.Content!["application/yaml"] = new OpenApiMediaType { Schema = text };
        body.Content["text/csv"] = new OpenApiMediaType { Schema = text };
        return body;
    }

    private static OpenApiRequestBody Json(OpenApiSchema schema, JsonNode example, bool isRequired = true) => new()
    {
        Required = isRequired,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/json"] = new OpenApiMediaType { Schema = schema, Example = example },
        },
    };

    private static OpenApiSchema Members(string[] required, params (string Name, OpenApiSchema Schema, string Description)[] members)
    {
        foreach (var (_, schema, description) in members)
        {
            schema.Description = string.Join(" ", new[] { description, schema.Description }.Where(text => !string.IsNullOrEmpty(text)));
        }

        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = members.ToDictionary(member => member.Name, IOpenApiSchema (member) => member.Schema, StringComparer.Ordinal),
            Required = new SortedSet<string>(required, StringComparer.Ordinal),
            AdditionalPropertiesAllowed = false,
        };
    }
}
