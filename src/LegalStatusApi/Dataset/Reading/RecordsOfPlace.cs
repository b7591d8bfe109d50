using LegalStatusApi.Domain;

namespace LegalStatusApi.Dataset.Reading;

/// <summary>The classifications, leads and pending law in the file of a place.</summary>
internal static class RecordsOfPlace
{
    public static void Read(Fields root, string code, Draft draft)
    {
        draft.Records.AddRange(root.Each("classifications").Select(at => ReadClassification(at, code)));
        draft.Records.AddRange(root.Each("leads").Select(at => ReadLead(at, code)));
        draft.Records.AddRange(root.Each("pending").Select(at => ReadPendingLaw(at, code)));
    }

    private static WrittenRecord ReadClassification(Fields at, string code)
    {
        var key = at.Text("key");
        var fullKey = $"{code}/{key}";
        var row = new ClassificationRow(
            RecordId.OfClassification(fullKey),
            fullKey,
            code,
            at.Text("substance"),
            at.OptionalText("form"),
            at.Date("from"),
            at.Date("to"),
            at.Day("attestedFrom"),
            at.Word("status", StatusesOnRecord),
            at.OptionalText("schedule"),
            Activities(at),
            at.Word("medicalAccess", Vocabulary.MedicalAccess),
            Thresholds(at),
            Conditions(at),
            at.Text("summary"),
            at.Word("verification", Vocabulary.Verification),
            at.Day("verifiedOn"),
            at.Day("reviewDue"),
            at.OptionalText("disputed"),
            at.OptionalText("toCheck"));
        return Whole(row, key, code, row.Substance, row.Form, row.Summary, at, row.Id);
    }

    private static WrittenRecord ReadLead(Fields at, string code)
    {
        var key = at.Text("key");
        var fullKey = $"{code}/{key}";
        var row = new LeadRow(RecordId.OfLead(fullKey), fullKey, code, at.Text("substance"), at.OptionalText("form"),
            at.Text("summary"), at.Text("toCheck"));
        return Whole(row, key, code, row.Substance, row.Form, row.Summary, at, row.Id);
    }

    private static WrittenRecord ReadPendingLaw(Fields at, string code)
    {
        var key = at.Text("key");
        var fullKey = $"{code}/{key}";
        var row = new PendingLawRow(RecordId.OfPendingLaw(fullKey), fullKey, code, at.Text("substance"),
            at.OptionalText("form"), at.Word("kind", Vocabulary.PendingKind), at.Text("title"), at.Date("expectedOn"),
            at.OptionalWord("outcome", Vocabulary.PendingOutcome), at.Text("summary"));
        return Whole(row, key, code, row.Substance, row.Form, row.Summary, at, row.Id);
    }

    private static WrittenRecord Whole(
        Row row, string key, string code, string substance, string? form, string summary, Fields at, string id)
    {
        var citations = Citations(at, id);
        at.RefuseOthers();
        return new WrittenRecord(row, key, code, substance, form, summary, at, citations);
    }

    private static List<Written<CitationRow>> Citations(Fields record, string id)
    {
        var citations = new List<Written<CitationRow>>();
        foreach (var at in record.Each("citations"))
        {
            var source = at.Text("source");
            var version = at.Integer("version");
            var role = at.Word("role", Vocabulary.CitationRole);
            var pinpoint = at.OptionalText("pinpoint");
            var row = new CitationRow(RecordId.OfCitation(id, source, version, role, pinpoint), id, citations.Count + 1,
                source, version, role, pinpoint, at.OptionalText("class"), at.Day("frozenOn"));
            citations.Add(new(row, at));
            at.RefuseOthers();
        }

        return citations;
    }

    private static Dictionary<string, string>? Activities(Fields at)
    {
        if (at.Mapping("activities") is not { } said)
        {
            return null;
        }

        var activities = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var activity in Vocabulary.Activity.Terms.Select(term => term.Value))
        {
            if (said.OptionalWord(activity, Vocabulary.ActivityStatus) is { } treated)
            {
                activities[activity] = treated;
            }
        }

        said.RefuseOthers();
        return activities;
    }

    private static List<ThresholdRow>? Thresholds(Fields at)
    {
        var thresholds = new List<ThresholdRow>();
        foreach (var amount in at.Each("thresholds"))
        {
            thresholds.Add(new ThresholdRow(
                amount.OptionalWord("activity", Vocabulary.Activity),
                amount.Amount("quantity"),
                UnitOfAmount.Read(amount, "unit"),
                amount.Word("basis", Vocabulary.ThresholdBasis),
                amount.Word("effect", Vocabulary.ThresholdEffect),
                amount.OptionalText("below"),
                amount.OptionalText("above")));
            amount.RefuseOthers();
        }

        return thresholds.Count == 0 ? null : thresholds;
    }

    private static ConditionsRow? Conditions(Fields at)
    {
        if (at.Mapping("conditions") is not { } said)
        {
            return null;
        }

        var conditions = new ConditionsRow(said.OptionalInteger("minimumAge"), said.OptionalText("setting"),
            said.OptionalText("prescriber"), said.OptionalText("supervision"), said.OptionalText("residency"),
            said.Words("indications", Vocabulary.Indication));
        if (conditions.MinimumAge is < 1 or > 120)
        {
            said.Say("minimumAge", $"{conditions.MinimumAge} is no age in years.");
        }

        said.RefuseOthers();
        return conditions;
    }

    // "unknown" is what an answer says where nothing is on record, so a record never says it.
    private static readonly TermList StatusesOnRecord = new(Vocabulary.Status.Name, Vocabulary.Status.Meaning,
        [.. Vocabulary.Status.Terms.Where(term => term.Value != StatusTerm.Unknown)]);
}
