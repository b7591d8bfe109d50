namespace LegalStatusApi.Domain;

/// <summary>An answer that somebody printed, beside what the record says now.</summary>
/// <param name="Verdicts">Every term of <see cref="PrintedTerm"/> that is true, the gravest first.</param>
/// <param name="Differences">What the answer for the same day says otherwise now.</param>
/// <param name="Records">Ids of the classifications behind it: those of that day that are not what they were.</param>
/// <param name="Present">The answer for the same day now.</param>
/// <param name="Today">The answer for today.</param>
/// <param name="Law">How the law itself changed since that day; null where it did not, or where that cannot be said.</param>
public sealed record Printed(
    IReadOnlyList<string> Verdicts, IReadOnlyList<FieldChange> Differences, IReadOnlyList<string> Records, StatusAnswer? Present, StatusAnswer? Today, LawChange? Law)
{
    private const string Context = "context.";

    // What is told about a record and not of the law.
    private static readonly HashSet<string> Remarks = new(StringComparer.Ordinal) { "verification", "pending" };

    // What differs from day to day although the law that binds people does not.
    private static readonly HashSet<string> NotLaw = new(StringComparer.Ordinal) { "verification", "pending", "certainty", "reason" };

    /// <param name="before">What the revision said from which it was printed.</param>
    /// <param name="now">What the record says now; null where it no longer knows the place, the substance or the form.</param>
    /// <param name="form">The form, as the printed answer had it.</param>
    /// <param name="on">The day of the law that was printed.</param>
    /// <param name="today">Which day it is.</param>
    public static Printed Of(Stack before, Stack? now, Form? form, DateOnly on, DateOnly today)
    {
        var printed = StatusAnswer.Of(before, form, on, isFuture: false);
        var own = now?.Substance.Forms.FirstOrDefault(each => each.Slug == form?.Slug);
        if (now is null || (form is not null && own is null))
        {
            return new Printed([PrintedTerm.Corrected], [new FieldChange("status", printed.Headline.Status)], [], null, null, null);
        }

        var present = StatusAnswer.Of(now, own, on, isFuture: false);
        var differences = Between(printed, present);
        var law = LawChange.Between(now, own, on, today);
        List<string> verdicts = [];
        if (differences.Exists(IsOfLaw))
        {
            verdicts.Add(PrintedTerm.Corrected);
        }

        if (law is not null)
        {
            verdicts.Add(PrintedTerm.LawChanged);
        }

        if (differences.Exists(change => !IsOfLaw(change)))
        {
            verdicts.Add(PrintedTerm.Annotated);
        }

        return new Printed(verdicts.Count == 0 ? [PrintedTerm.Unchanged] : verdicts, differences, RecordsBehind(printed, present),
            present, StatusAnswer.Of(now, own, today, isFuture: false), law);
    }

    /// <summary>What one answer says otherwise than another, field by field.</summary>
    public static List<FieldChange> Between(StatusAnswer before, StatusAnswer after)
    {
        var (was, becomes) = (FieldsOf(before), FieldsOf(after));
        return [.. was.Keys.Union(becomes.Keys, StringComparer.Ordinal)
            .Select(field => new FieldChange(field, was.GetValueOrDefault(field), becomes.GetValueOrDefault(field)))
            .Where(change => change.Before != change.After)];
    }

    /// <summary>What the law that binds people says otherwise in one answer than in another: treaties and unions of states are context.</summary>
    public static List<FieldChange> LawBetween(StatusAnswer one, StatusAnswer other) =>
        [.. Between(one, other).Where(change => !NotLaw.Contains(change.Field) && !change.Field.StartsWith(Context, StringComparison.Ordinal))];

    // That a change was due is told by what is pending, and no pending law is law.
    private static bool IsOfLaw(FieldChange change) =>
        !Remarks.Contains(change.Field) && !(change.Field == "certainty" && CertaintyTerm.Unsettled is var due && (change.Before == due || change.After == due));

    private static Dictionary<string, string> FieldsOf(StatusAnswer answer)
    {
        var said = ChangedAnswer.Said.Of(answer);
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["status"] = said.Status, ["reason"] = said.Reason, ["certainty"] = said.Certainty, ["from"] = said.From, ["schedule"] = said.Schedule,
            ["verification"] = said.Verification, ["medicalAccess"] = said.MedicalAccess, ["strictest"] = said.Strictest,
            ["amounts"] = Text(said.Amounts), ["differingForms"] = Text(said.DifferingForms), ["conflicts"] = Text(said.Conflicts), ["pending"] = Text(said.Pending),
        };
        foreach (var (activity, status) in said.Activities ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            fields[$"activities.{activity}"] = status;
        }

        foreach (var layer in answer.Layers.Where(layer => layer != answer.Headline.Layer && layer.Said is not null))
        {
            fields[$"{(layer.Applies ? "layers." : Context)}{layer.Place.Code}"] = $"{layer.Said!.Status}{(layer.Said.Schedule is { } schedule ? $" ({schedule})" : "")}";
        }

        return fields.Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value!, StringComparer.Ordinal);
    }

    private static string? Text(IReadOnlyList<string>? items) => items is null ? null : string.Join("; ", items);

    // Another version of a record, or a record that only one of the two has.
    private static List<string> RecordsBehind(StatusAnswer printed, StatusAnswer present)
    {
        var (was, becomes) = (VersionsOf(printed), VersionsOf(present));
        return [.. was.Except(becomes).Concat(becomes.Except(was)).Select(version => version.Id).Distinct(StringComparer.Ordinal)];
    }

    private static HashSet<(string Id, long RecordedIn)> VersionsOf(StatusAnswer answer) =>
        [.. answer.Layers.SelectMany(layer => layer.Forms.Select(each => each.Finding).Append(layer.Finding))
            .SelectMany(finding => finding.Record is { } record ? [record] : finding.Candidates)
            .Select(record => (record.Id, record.RecordedIn))];
}
