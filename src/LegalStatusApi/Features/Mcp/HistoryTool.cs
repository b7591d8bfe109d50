using System.Text;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Mcp;

/// <summary>history: every period that is on record for a place, oldest first.</summary>
public static class HistoryTool
{
    public static readonly Tool Tool = new(
        "history",
        "History of a legal status",
        "Every period of law that is on record for a substance in a place itself, oldest first, what each changed and by which instrument. Days between periods, and before the first, are not on record.",
        [CommonArguments.Jurisdiction, CommonArguments.Substance, CommonArguments.Form, CommonArguments.Revision],
        AnswerAsync);

    /// <summary>A history as an agent is told it.</summary>
    /// <param name="Revision">The revision of the record that says so.</param>
    /// <param name="Jurisdiction">The place.</param>
    /// <param name="Substance">Slug of the substance.</param>
    /// <param name="Form">Slug of the form asked for; absent where all were.</param>
    /// <param name="Periods">Of the substance itself first, then of each form; oldest first.</param>
    /// <param name="Missing">Where nothing is on record: what that means.</param>
    /// <param name="Permalink">Where exactly this answer will always be.</param>
    /// <param name="Notice">What every reuse must say.</param>
    public sealed record Told(
        long Revision, PlaceResponse Jurisdiction, string Substance, string? Form, IReadOnlyList<ToldPeriod> Periods, string? Missing, string Permalink, string Notice);

    /// <summary>One period.</summary>
    /// <param name="EffectiveFrom">First day in force; may be partial; absent where it is not known.</param>
    /// <param name="EffectiveTo">First day on which it no longer holds; absent while in force.</param>
    /// <param name="AttestedFrom">Where the beginning is not known: the day from which a source shows it in force.</param>
    /// <param name="Form">Slug of the form; absent for the substance itself.</param>
    /// <param name="Level">Whose law.</param>
    /// <param name="Verification">How well it was checked.</param>
    /// <param name="Conflicts">With levels above, on its first certain day; absent where it heads no answer on that day.</param>
    /// <param name="Status">One word of the status vocabulary.</param>
    /// <param name="Schedule">The class or list as that law names it.</param>
    /// <param name="Activities">How it treats possession, supply and so on; what is absent is not on record.</param>
    /// <param name="Summary">One or two plain sentences.</param>
    /// <param name="Changed">What differs from the period before.</param>
    /// <param name="AfterGap">Between it and the period before lie days of which nothing is on record.</param>
    /// <param name="Sources">On what authority.</param>
    public sealed record ToldPeriod(
        string? EffectiveFrom,
        string? EffectiveTo,
        string? AttestedFrom,
        string? Form,
        ToldLevel Level,
        ToldCheck Verification,
        IReadOnlyList<ConflictResponse>? Conflicts,
        string Status,
        string? Schedule,
        IReadOnlyDictionary<string, string>? Activities,
        string Summary,
        IReadOnlyList<FieldChangeResponse>? Changed,
        bool? AfterGap,
        IReadOnlyList<ToldSource>? Sources);

    private static async Task<ToolAnswer> AnswerAsync(ToolCall call)
    {
        var asked = AskedRevision.Read(call.Check, call.Clock, call["revision"], null);
        var stack = await call.StackAsync(asked);
        var form = ToolCall.FormOf(stack, call["form"]);
        var path = OneStack.PathOf("/v1/history", stack.Jurisdiction, stack.Substance.Slug) + (form is null ? "" : $"?form={form.Slug}");
        var said = HistoryResponse.Of(stack, form, call.Absolute(AskedRevision.AtRevision(path, stack.Revision.Number))!);
        var place = stack.Places.First(place => place.Code == stack.Jurisdiction);
        var today = call.Clock.Today();
        var periods = History.Of(stack, form).SelectMany(history => history.Steps).Select(step => PeriodOf(stack, place, step, today)).ToList();
        var told = new Told(
            said.Revision, said.Jurisdiction, said.Substance, said.Form, periods,
            periods.Count > 0 ? null : $"No period is on record for {place.Name} itself; the law above it may apply there (look_up tells). {ToldStatus.UnknownIsNotLawful}",
            said.Permalink, said.Notice);
        return new ToolAnswer(TextOf(told), told);
    }

    private static ToldPeriod PeriodOf(Stack stack, Place place, Step step, DateOnly today)
    {
        var said = RecordResponse.Of(step.Record);
        return new ToldPeriod(
            said.EffectiveFrom, said.EffectiveTo, said.AttestedFrom, said.Form, ToldLevel.Of(place), ToldCheck.Of(step.Record),
            ToldConflicts.At(stack, step.Record, step.Record.From?.Last ?? step.Record.AttestedFrom, today),
            said.Status, said.Schedule, said.Activities is { Count: > 0 } activities ? activities : null, said.Summary!,
            step.Change is { } change ? [.. change.Fields.Select(FieldChangeResponse.Of)] : null,
            step.Change?.HasGap == true ? true : null,
            ToldSource.Of(step.Record));
    }

    private static string TextOf(Told told)
    {
        var text = new StringBuilder($"{told.Form ?? told.Substance} in {told.Jurisdiction.Name} ({told.Jurisdiction.Code}), as recorded in revision {told.Revision}.").AppendLine();
        foreach (var period in told.Periods)
        {
            text.AppendLine($"- {DaysOf(period)}{(period.Form is null ? "" : $", {period.Form}")}. Level of law: {period.Level}. Verification: {period.Verification.Value}"
                + $"{(period.Verification.IsLead ? " (not checked in the law itself)" : "")}. Conflicts on its first certain day: {ToldConflicts.Line(period.Conflicts)}"
                + $" Status: {period.Status}{(period.Schedule is null ? "" : $" ({period.Schedule})")}. {period.Summary}");
        }

        return (told.Missing is null ? text : text.AppendLine(told.Missing)).AppendLine($"Permalink: {told.Permalink}").Append(told.Notice).ToString();
    }

    private static string DaysOf(ToldPeriod period) =>
        (period.EffectiveFrom is not null ? $"From {period.EffectiveFrom}" : period.AttestedFrom is not null ? $"Beginning not known, in force by {period.AttestedFrom}" : "Beginning not known")
        + (period.EffectiveTo is null ? " on" : $" to {period.EffectiveTo} (no longer on that day)") + (period.AfterGap == true ? ", after a gap of which nothing is on record" : "");
}
