namespace LegalStatusApi.Domain;

/// <summary>The periods of a substance, or of one form of it, in one place, oldest first.</summary>
/// <param name="Form">Null for the substance itself.</param>
public sealed record History(Form? Form, IReadOnlyList<Step> Steps)
{
    /// <summary>What the place itself says: of the substance first, then of each form; of one form alone, if it is asked for.</summary>
    /// <remarks>With a form that shares the substance's law, the substance's history is part of the form's.</remarks>
    public static IReadOnlyList<History> Of(Stack stack, Form? form) =>
        [.. new[] { (Form?)null }.Concat(stack.Substance.Forms)
            .Where(each => form is null || each == form || (each is null && form.FallsBack))
            .Select(each => new History(each, StepsOf(stack, stack.Jurisdiction, each)))
            .Where(history => history.Steps.Count > 0 || history.Form == form)];

    /// <summary>What one level of a stack says of the substance itself, or of a form, period by period.</summary>
    public static IReadOnlyList<Step> StepsOf(Stack stack, string jurisdiction, Form? form)
    {
        var periods = stack.Classifications
            .Where(record => record.Jurisdiction == jurisdiction && record.Form == form?.Slug)
            .OrderBy(record => record.From?.First ?? DateOnly.MinValue)
            .ToList();
        return [.. periods.Select((record, i) => new Step(record, i == 0 ? null : Change.Between(periods[i - 1], record)))];
    }
}

/// <summary>One period, and what it changed; null for the first on record.</summary>
public sealed record Step(Classification Record, Change? Change);

/// <summary>What one period says otherwise than the one before it, and by which instruments.</summary>
/// <param name="Earlier">The period before.</param>
/// <param name="HasGap">Between the two lie days of which nothing is on record.</param>
/// <param name="Fields">What differs.</param>
/// <param name="Instruments">The sources that made the later one, or ended the earlier.</param>
public sealed record Change(
    Classification Earlier, bool HasGap, IReadOnlyList<FieldChange> Fields, IReadOnlyList<Citation> Instruments)
{
    private static readonly HashSet<string> MakingRoles = ["establishes", "amends", "repeals"];

    public static Change Between(Classification earlier, Classification later) => new(
        earlier,
        earlier.To is { } end && later.From is { } start && end.Last < start.First,
        [.. FieldsOf(earlier, later)],
        [.. InstrumentsOf(later).Where(instrument => !InstrumentsOf(earlier).Any(before => IsSame(before, instrument)))]);

    /// <summary>The sources that made a period.</summary>
    public static IReadOnlyList<Citation> InstrumentsOf(Classification record) =>
        [.. record.Citations.Where(citation => MakingRoles.Contains(citation.Role))];

    // What made the earlier period already did not make the change, though the later one rests on it too.
    private static bool IsSame(Citation one, Citation other) => one.Source == other.Source && one.Role == other.Role
        && (one.Pinpoint is null || other.Pinpoint is null || one.Pinpoint == other.Pinpoint);

    private static IEnumerable<FieldChange> FieldsOf(Classification earlier, Classification later)
    {
        var fields = new List<FieldChange>
        {
            new("status", earlier.Status, later.Status),
            new("schedule", earlier.Schedule, later.Schedule),
            new("medicalAccess", earlier.MedicalAccess, later.MedicalAccess),
        };
        fields.AddRange(Vocabulary.Activity.Terms.Select(activity => new FieldChange(
            $"activities.{activity.Value}",
            earlier.Activities.GetValueOrDefault(activity.Value),
            later.Activities.GetValueOrDefault(activity.Value))));
        var differing = fields.Where(field => field.Before != field.After);
        differing = earlier.Thresholds.SequenceEqual(later.Thresholds) ? differing : differing.Append(new("thresholds"));
        return SameConditions(earlier.Conditions, later.Conditions) ? differing : differing.Append(new("conditions"));
    }

    // A record compares its lists by reference, so the indications are compared apart.
    private static bool SameConditions(Conditions? one, Conditions? other) =>
        (one ?? new Conditions()) with { Indications = null } == ((other ?? new Conditions()) with { Indications = null }) &&
        (one?.Indications ?? []).SequenceEqual(other?.Indications ?? []);
}

/// <summary>A field that differs.</summary>
/// <param name="Before">Absent where it was not on record, and for fields of several parts.</param>
/// <param name="After">Absent where it is no longer on record, and for fields of several parts.</param>
public sealed record FieldChange(string Field, string? Before = null, string? After = null);
