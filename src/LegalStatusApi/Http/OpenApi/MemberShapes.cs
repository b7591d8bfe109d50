using LegalStatusApi.Domain;
using Microsoft.OpenApi;

namespace LegalStatusApi.Http.OpenApi;

/// <summary>The shape of each member by its name; where a type means something else by it, the type's name stands before it.</summary>
public static class MemberShapes
{
    private const string CodePattern = "^[A-Z]{2}(-[A-Z0-9]{1,3})?(-[a-z0-9]+(-[a-z0-9]+)*)?$";
    private const string SlugPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
    private const int MostKeys = 100;
    private const string HashPattern = "^[0-9a-f]{64}$";

    private static readonly Dictionary<string, Func<OpenApiSchema>> Known = new(StringComparer.Ordinal)
    {
        ["status"] = () => Shape.Word(Vocabulary.Status),
        ["reason"] = () => Shape.Word(Vocabulary.Reason),
        ["certainty"] = () => Shape.Word(Vocabulary.Certainty),
        ["verification"] = () => Shape.Word(Vocabulary.Verification),
        ["activities[]"] = () => Shape.Word(Vocabulary.ActivityStatus),
        ["ConflictResponse.activities[]"] = () => Shape.Word(Vocabulary.Activity),
        ["indications[]"] = () => Shape.Word(Vocabulary.Indication),
        ["differingForms[]"] = () => Shape.Text(SlugPattern, 100),
        ["medicalAccess"] = () => Shape.Word(Vocabulary.MedicalAccess),
        ["binding"] = () => Shape.Word(Vocabulary.Binding),
        ["law"] = () => Shape.Word(Vocabulary.ParentLaw),
        ["role"] = () => Shape.Word(Vocabulary.CitationRole),
        ["type"] = () => Shape.Word(Vocabulary.JurisdictionType),
        ["basis"] = () => Shape.Word(Vocabulary.ThresholdBasis),
        ["effect"] = () => Shape.Word(Vocabulary.ThresholdEffect),
        ["activity"] = () => Shape.Word(Vocabulary.Activity),
        ["AccessItem.kind"] = () => Shape.Word(Vocabulary.RouteKind),
        ["standing"] = () => Shape.Word(Vocabulary.Standing),
        ["recorded"] = () => Shape.Word(Vocabulary.Recorded),
        ["indicationMatch"] = () => Shape.Word(Vocabulary.IndicationMatch),
        ["matchedBy"] = () => Shape.Word(Vocabulary.Indication),
        ["activityStatus"] = () => Shape.Word(Vocabulary.ActivityStatus),
        ["verifications[]"] = () => Shape.Word(Vocabulary.Verification),
        ["CitationResponse.type"] = () => Shape.Word(Vocabulary.SourceType),
        ["SourceItem.type"] = () => Shape.Word(Vocabulary.SourceType),
        ["SourceResponse.type"] = () => Shape.Word(Vocabulary.SourceType),
        ["SourceVersionAnswer.type"] = () => Shape.Word(Vocabulary.SourceType),
        ["ConflictResponse.kind"] = () => Shape.Word(Vocabulary.Conflict),
        ["PendingResponse.kind"] = () => Shape.Word(Vocabulary.PendingKind),
        ["RevisionResponse.reason"] = Shape.Prose,
        ["PublicationResponse.reason"] = Shape.Prose,
        ["HealthResponse.status"] = () => Shape.Text("^(live|ready)$", 5),
        ["Problem.type"] = Shape.LocalAddress,
        ["Problem.status"] = () => Shape.Whole(400, 599),
        ["LicenseResponse.id"] = Shape.Prose,

        ["verdict"] = () => Shape.Word(Vocabulary.Verdict),
        ["byStatus[]"] = () => Shape.Word(Vocabulary.Verdict),
        ["byActivity[]"] = () => Shape.Word(Vocabulary.Verdict),
        ["ClaimResponse.claim"] = () => Shape.Word(Vocabulary.Claim),
        ["ClaimItem.jurisdiction"] = Shape.Prose,
        ["ClaimItem.substance"] = Shape.Prose,
        ["trueOf[]"] = () => Shape.Text(SlugPattern, 100),
        ["PrintedResponse.verdict"] = () => Shape.Word(Vocabulary.PrintedVerdict),
        ["verdicts[]"] = () => Shape.Word(Vocabulary.PrintedVerdict),
        ["PrintedLawChange.since"] = Shape.PartialDay,
        ["CheckPermalinksResponse.today"] = Shape.Day,
        ["present"] = Shape.LocalAddress,
        ["RecordChange.kind"] = () => Shape.OwnWord(ChangeKinds.All),
        ["RecordChange.reason"] = Shape.Lines,
        ["printed"] = Shape.Ordinal,
        ["said"] = () => Shape.Word(Vocabulary.ActivityStatus),

        ["RecordChangeResponse.reason"] = Shape.Lines,
        ["ProposedNote.reason"] = Shape.Lines,
        ["ShowChangeSetResponse.reason"] = Shape.Lines,
        ["rejection"] = Shape.Lines,
        ["text"] = () => Shape.Text(Shape.LinesPattern, 2000),
        ["how"] = Shape.Lines,
        ["ListChangeSetsItem.state"] = () => Shape.OwnWord(ChangeSetState.All),
        ["ShowChangeSetResponse.state"] = () => Shape.OwnWord(ChangeSetState.All),
        ["TransitionsResponse.state"] = () => Shape.OwnWord(ChangeSetState.All),
        ["RecordChangeResponse.kind"] = () => Shape.OwnWord(ChangeKinds.All),
        ["KindsOfChangeChange.kind"] = () => Shape.OwnWord(ChangeKinds.All),
        ["KindsOfChangeChange.reason"] = Shape.Lines,
        ["RowReport.outcome"] = () => Shape.Text("^[a-z]+$", 20),
        ["ProposedNote.kind"] = () => Shape.OwnWord(ChangeKinds.All),
        ["ReviewItem.state"] = () => Shape.OwnWord(ReviewTerms.States),
        ["ReviewItem.kind"] = () => Shape.OwnWord(ReviewTerms.Kinds),
        ["ReviewItem.since"] = Shape.Day,
        ["reportKind"] = () => Shape.OwnWord(ReviewTerms.ReportKinds),
        ["SendReportRequest.substance"] = () => Shape.Text("^[^\\x00-\\x1F\\x7F]+$", 100),
        ["SendReportRequest.kind"] = () => Shape.OwnWord(ReviewTerms.ReportKinds),
        ["ShowReportResponse.kind"] = () => Shape.OwnWord(ReviewTerms.ReportKinds),
        ["RedactionResponse.reason"] = Shape.Lines,
        ["RedactionRequestResponse.reason"] = Shape.Lines,
        ["RedactionResponse.id"] = Shape.Prose,
        ["RedactionRequestResponse.id"] = Shape.Prose,
        ["redaction"] = () => Shape.Text("^rdc_[a-z2-7]{16}$", 20),
        ["redactedAt"] = Shape.Instant,
        ["RowResponse.id"] = Shape.Prose,
        ["ChangedRecord.record"] = Shape.Prose,
        ["ChangedRecord.id"] = Shape.Prose,
        ["ChangedAnswerSaid.from"] = Shape.Prose,
        ["ChangedField.field"] = Shape.Prose,
        ["RevisionDiffItem.id"] = Shape.Prose,
        ["RevisionNote.kind"] = () => Shape.OwnWord(ChangeKinds.All),
        ["RevisionNote.reason"] = Shape.Lines,
        ["ChangesResponse.since"] = () => Shape.Text("^[A-Za-z0-9_-]+$", Cursor.Longest),
        ["ChangesResponse.on"] = Shape.Day,
        ["ChangeItem.kind"] = () => Shape.Word(ChangeTerms.Kinds),
        ["ChangeItem.change"] = () => Shape.Word(ChangeTerms.Changes),
        ["ChangeItem.retracts"] = () => Shape.Text("^evt_[a-z2-7]{16}$", 20),
        ["ChangeItem.link"] = Shape.LocalAddress,
        ["LawChangeResponse.on"] = Shape.PartialDay,
        ["certainOn"] = Shape.Day,
        ["precision"] = () => Shape.Text("^[a-z_]+$", 20),
        ["RecordEventResponse.type"] = () => Shape.Text("^[a-z_]+$", 40),
        ["RecordEventResponse.id"] = Shape.Prose,
        ["RecordEventResponse.reason"] = Shape.Lines,
        ["JsonFeedItem.id"] = () => Shape.Text("^urn:uuid:[0-9a-f-]{36}$", 45),
        ["JsonFeedItem.content_text"] = Shape.Lines,
        ["home_page_url"] = Shape.Address,
        ["feed_url"] = Shape.Address,
        ["next_url"] = Shape.Address,
        ["JsonFeed.version"] = Shape.Address,
        ["date_published"] = Shape.Instant,
        ["date_modified"] = Shape.Instant,
        ["about"] = Shape.Address,
        ["license"] = Shape.Address,
        ["JsonFeedState.since"] = () => Shape.Text("^[A-Za-z0-9_-]+$", Cursor.Longest),
        ["JsonFeedState.on"] = Shape.Day,
        ["PendingItem.kind"] = () => Shape.Word(ComingTerms.Kinds),
        ["PendingItem.state"] = () => Shape.Word(ComingTerms.States),
        ["PendingItem.outcome"] = () => Shape.Word(Vocabulary.PendingOutcome),
        ["earliest"] = Shape.Day,
        ["latest"] = Shape.Day,
        ["foundOn"] = Shape.Day,
        ["reportedOn"] = Shape.Day,
        ["settledOn"] = Shape.Day,
        ["createdAt"] = Shape.Instant,
        ["submittedAt"] = Shape.Instant,
        ["reviewedAt"] = Shape.Instant,
        ["at"] = Shape.Instant,
        ["changeset"] = () => Shape.Text("^chs_[a-z2-7]{16}$", 20),
        ["approvedHash"] = () => Shape.Text(HashPattern, 64),
        ["baseRevision"] = Shape.Ordinal,
        ["corrects"] = Shape.Ordinal,
        ["AuditItem.number"] = Shape.Ordinal,

        ["SearchItem.kind"] = () => Shape.Word(SearchTerms.Kinds),
        ["sort"] = () => Shape.Word(SearchTerms.Texts),
        ["SearchMatch.how"] = () => Shape.Word(SearchTerms.Ways),
        ["SearchMatch.text"] = Shape.Prose,
        ["kinds[]"] = () => Shape.Word(SearchTerms.Kinds),
        ["texts[]"] = () => Shape.Word(SearchTerms.Texts),
        ["ways[]"] = () => Shape.Word(SearchTerms.Ways),
        ["address"] = Shape.LocalAddress,
        ["ask"] = Shape.LocalAddress,

        ["OEmbedResponse.type"] = () => Shape.Text("^[a-z]+$", 20),
        ["provider_url"] = Shape.Address,
        ["html"] = Shape.Lines,

        ["effectiveFrom"] = Shape.PartialDay,
        ["effectiveTo"] = Shape.PartialDay,
        ["expectedOn"] = Shape.PartialDay,
        ["publishedOn"] = Shape.PartialDay,
        ["from"] = Shape.PartialDay,
        ["to"] = Shape.PartialDay,
        ["BoundaryItem.date"] = Shape.PartialDay,
        ["BoundaryItem.begins"] = () => Shape.Text("^cls_[a-z2-7]{16}$", 20),
        ["BoundaryItem.ends"] = () => Shape.Text("^cls_[a-z2-7]{16}$", 20),
        ["CaseResponse.from"] = () => Shape.Text(CodePattern, 60),
        ["oldestVerifiedOn"] = Shape.Day,
        ["nextReviewDue"] = Shape.Day,
        ["HeadlineResponse.from"] = () => Shape.Text(CodePattern, 60),
        ["StrictestResponse.from"] = () => Shape.Text(CodePattern, 60),
        ["effectiveFromPrecision"] = () => Shape.Text("^[a-z_]+$", 20),
        ["effectiveToPrecision"] = () => Shape.Text("^[a-z_]+$", 20),
        ["effectiveFromEarliest"] = Shape.Day,
        ["effectiveFromLatest"] = Shape.Day,
        ["effectiveToEarliest"] = Shape.Day,
        ["effectiveToLatest"] = Shape.Day,
        ["attestedFrom"] = Shape.Day,
        ["verifiedOn"] = Shape.Day,
        ["reviewDue"] = Shape.Day,
        ["retrievedOn"] = Shape.Day,
        ["frozenOn"] = Shape.Day,
        ["on"] = Shape.Day,
        ["recordedAt"] = Shape.Instant,

        ["on2"] = Shape.Day,
        ["seenOn"] = Shape.Day,
        ["maxAge"] = () => Shape.Text("^P[0-9YMWD]+$", 20),
        ["FreshnessResponse.verdict"] = () => Shape.Word(Vocabulary.Freshness),
        ["MovementResponse.verdict"] = () => Shape.Word(Vocabulary.Movement),
        ["MovementResponse.later"] = Shape.LocalAddress,
        ["MovementStep.before"] = () => Shape.Word(Vocabulary.Status),
        ["MovementStep.after"] = () => Shape.Word(Vocabulary.Status),
        ["code"] = () => Shape.Text(CodePattern, 60),
        ["level"] = () => Shape.Text(CodePattern, 60),
        ["jurisdiction"] = () => Shape.Text(CodePattern, 60),
        ["substance"] = () => Shape.Text(SlugPattern, 100),
        ["CompareItem.jurisdiction"] = Shape.Prose,
        ["CompareItem.substance"] = Shape.Prose,
        ["form"] = () => Shape.Text(SlugPattern, 100),
        ["slug"] = () => Shape.Text(SlugPattern, 100),
        ["fallsBackTo"] = () => Shape.Text(SlugPattern, 100),
        ["source"] = () => Shape.Text(SlugPattern, 100),
        ["treaty"] = () => Shape.Text(SlugPattern, 100),
        ["SourceItem.key"] = () => Shape.Text(SlugPattern, 100),
        ["SourceResponse.key"] = () => Shape.Text(SlugPattern, 100),
        ["classification"] = () => Shape.Text("^cls_[a-z2-7]{16}$", 20),
        ["since"] = () => Shape.Text("^cls_[a-z2-7]{16}$", 20),
        ["citation"] = () => Shape.Text("^cit_[a-z2-7]{16}$", 20),
        ["id"] = () => Shape.Text("^[a-z]{3}_[a-z2-7]{16}$", 20),
        ["sha256"] = () => Shape.Text(HashPattern, 64),
        ["hash"] = () => Shape.Text(HashPattern, 64),
        ["contentHash"] = () => Shape.Text(HashPattern, 64),
        ["previousHash"] = () => Shape.Text(HashPattern, 64),

        ["url"] = Shape.Address,
        ["archiveUrl"] = Shape.Address,
        ["permalink"] = Shape.LocalAddress,
        ["next"] = Shape.LocalAddress,

        ["revision"] = Shape.Ordinal,
        ["recordedIn"] = Shape.Ordinal,
        ["supersededIn"] = Shape.Ordinal,
        ["RevisionResponse.number"] = Shape.Ordinal,
        ["version"] = () => Shape.Whole(1, int.MaxValue),
        ["ServiceResponse.version"] = () => Shape.Text("^[0-9]+(\\.[0-9]+)*$", 20),
        ["DescribeExportResponse.version"] = () => Shape.Text("^[0-9]+$", 20),
        ["HistoryHeader.license"] = Shape.Prose,
        ["TableField.type"] = () => Shape.Text("^[a-z]+$", 20),
        ["latestVersion"] = () => Shape.Whole(1, int.MaxValue),
        ["minimumAge"] = () => Shape.Whole(0, 120),
    };

    public static IOpenApiSchema Of(Type type, string name, IOpenApiSchema generated)
    {
        // What is a schema of its own has its own shape.
        if (generated is not OpenApiSchema { Type: { } kind } said)
        {
            return generated;
        }

        if (kind.HasFlag(JsonSchemaType.Array) || kind.HasFlag(JsonSchemaType.Object))
        {
            said.Type = kind & ~JsonSchemaType.Null;
            said.Items = said.Items is null ? null : Of(type, $"{name}[]", said.Items);
            if (said.AdditionalProperties is not null)
            {
                said.AdditionalProperties = Of(type, $"{name}[]", said.AdditionalProperties);
                said.MaxProperties = MostKeys;
            }

            return said;
        }

        var shape = Known.TryGetValue($"{(type.IsGenericType ? type.Name : OpenApiSetup.NameOf(type))}.{name}", out var known) || Known.TryGetValue(name, out known)
            ? known()
            : Otherwise(said);
        shape.Description = string.Join(" ", new[] { said.Description, shape.Description }.Where(text => !string.IsNullOrEmpty(text)));
        return shape;
    }

    private static OpenApiSchema Otherwise(OpenApiSchema said) => (said.Type & ~JsonSchemaType.Null) switch
    {
        JsonSchemaType.String => Shape.Prose(),
        JsonSchemaType.Integer => Shape.Whole(0, int.MaxValue),
        JsonSchemaType.Number => new OpenApiSchema { Type = JsonSchemaType.Number, Minimum = "0", Maximum = "1000000000000" },
        _ => new OpenApiSchema { Type = said.Type & ~JsonSchemaType.Null },
    };
}
