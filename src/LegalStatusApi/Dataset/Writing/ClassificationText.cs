using LegalStatusApi.Domain;

namespace LegalStatusApi.Dataset.Writing;

/// <summary>One classification with its citations.</summary>
internal static class ClassificationText
{
    private static readonly ConditionsRow NoConditions = new(null, null, null, null, null, null);

    public static void Write(YamlPage page, ClassificationRow row, ILookup<string, CitationRow> citations)
    {
        page.Text("key", PlaceText.LocalKey(row.Key));
        page.Text("substance", row.Substance);
        page.Text("form", row.Form);
        page.Value("from", row.From);
        page.Value("to", row.To);
        page.Value("attestedFrom", row.AttestedFrom);
        page.Text("status", row.Status);
        page.Text("schedule", row.Schedule);
        page.Mapping("activities", row.Activities is { Count: > 0 }, () =>
        {
            foreach (var activity in Vocabulary.Activity.Terms)
            {
                page.Text(activity.Value, row.Activities!.GetValueOrDefault(activity.Value));
            }
        });
        page.Text("medicalAccess", row.MedicalAccess);
        page.Each("thresholds", row.Thresholds, threshold => Threshold(page, threshold));
        var hasConditions = row.Conditions is not null && row.Conditions != NoConditions;
        page.Mapping("conditions", hasConditions, () => Conditions(page, row.Conditions!));
        page.Text("summary", row.Summary);
        page.Text("verification", row.Verification);
        page.Value("verifiedOn", row.VerifiedOn);
        page.Value("reviewDue", row.ReviewDue);
        page.Text("disputed", row.Disputed);
        page.Text("toCheck", row.ToCheck);
        CitationsText.Write(page, citations[row.Id]);
    }

    private static void Threshold(YamlPage page, ThresholdRow threshold)
    {
        page.Text("activity", threshold.Activity);
        page.Amount("quantity", threshold.Quantity);
        page.Text("unit", threshold.Unit);
        page.Text("basis", threshold.Basis);
        page.Text("effect", threshold.Effect);
        page.Text("below", threshold.Below);
        page.Text("above", threshold.Above);
    }

    private static void Conditions(YamlPage page, ConditionsRow conditions)
    {
        page.Value("minimumAge", conditions.MinimumAge);
        page.Text("setting", conditions.Setting);
        page.Text("prescriber", conditions.Prescriber);
        page.Text("supervision", conditions.Supervision);
        page.Text("residency", conditions.Residency);
        page.Texts("indications", conditions.Indications);
    }
}
