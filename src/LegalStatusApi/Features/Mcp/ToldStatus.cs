using System.Text;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Features.Statuses;

namespace LegalStatusApi.Features.Mcp;

/// <summary>A status as an agent is told it: what qualifies the status word stands before it.</summary>
/// <param name="On">The law day (UTC).</param>
/// <param name="Revision">The revision of the record that says so.</param>
/// <param name="Jurisdiction">The place asked about.</param>
/// <param name="Substance">Slug of the substance.</param>
/// <param name="Form">Slug of the form asked for.</param>
/// <param name="Level">The level of law that the status comes from.</param>
/// <param name="Verification">How well it was checked.</param>
/// <param name="Conflicts">Levels above that are stricter or freer.</param>
/// <param name="Certainty">How sure the date is.</param>
/// <param name="Status">One word of the status vocabulary.</param>
/// <param name="Reason">Why it is unknown.</param>
/// <param name="Meaning">What the word, or the reason, means.</param>
/// <param name="DifferingForms">Forms for which the answer is another.</param>
/// <param name="Say">Plain sentences that are safe to print.</param>
/// <param name="Avoid">Words that would be wrong.</param>
/// <param name="Levels">Every level of law, most local first.</param>
/// <param name="PendingNotLaw">What may still change it, and is no law.</param>
/// <param name="Permalink">Where exactly this answer will always be; absent where the day lies ahead.</param>
/// <param name="Notice">What every reuse must say.</param>
public sealed record ToldStatus(
    string On,
    long Revision,
    PlaceResponse Jurisdiction,
    string Substance,
    string? Form,
    ToldLevel Level,
    ToldCheck Verification,
    IReadOnlyList<ConflictResponse> Conflicts,
    string Certainty,
    string Status,
    string? Reason,
    string Meaning,
    IReadOnlyList<string>? DifferingForms,
    string Say,
    IReadOnlyList<string> Avoid,
    IReadOnlyList<ToldLayer>? Levels,
    IReadOnlyList<ToldPending>? PendingNotLaw,
    string? Permalink,
    string Notice)
{
    public const string UnknownIsNotLawful = "Unknown does not mean lawful.";

    public static ToldStatus Of(StatusAnswer answer, string? permalink)
    {
        var headline = answer.Headline;
        var wording = Wording.Of(answer);
        return new ToldStatus(
            answer.On.ToString("yyyy-MM-dd"),
            answer.Stack.Revision.Number,
            PlaceResponse.Of(answer.Place),
            answer.Stack.Substance.Slug,
            answer.Form?.Slug,
            ToldLevel.Of(headline.Layer!.Place, headline.Inherited),
            ToldCheck.Of(headline.Said),
            ToldConflicts.Of(answer),
            headline.Certainty,
            headline.Status,
            headline.Reason,
            MeaningOf(headline),
            headline.DifferingForms is { Count: > 0 } forms ? [.. forms.Select(form => form.Slug)] : null,
            wording.Say,
            wording.Avoid,
            [.. answer.Layers.Select(layer => ToldLayer.Of(layer, answer.IsFuture))],
            answer.Pending.Count == 0 ? null : [.. answer.Pending.Select(ToldPending.Of)],
            permalink,
            Notices.LawOn(answer.On));
    }

    /// <summary>The same in lines. Each line before the status qualifies it.</summary>
    public StringBuilder WriteHead(StringBuilder text) => text
        .AppendLine($"Date: {On} (law day, UTC), as recorded in revision {Revision}.")
        .AppendLine($"Asked: {Form ?? Substance} in {Jurisdiction.Name} ({Jurisdiction.Code}).")
        .AppendLine($"Level of law: {Level}.")
        .AppendLine($"Verification: {Verification}")
        .AppendLine($"Conflicts: {ToldConflicts.Line(Status == StatusTerm.Unknown && Conflicts.Count == 0 ? null : Conflicts)}")
        .AppendLine($"Status: {Status}{(Reason is null ? "" : $", reason {Reason}")}; date {Certainty}. {Meaning}");

    /// <summary>What may be printed, what may not, and what is no law.</summary>
    public StringBuilder WriteWords(StringBuilder text)
    {
        text.AppendLine($"Say: {Say}");
        if (Avoid.Count > 0)
        {
            text.AppendLine($"Do not say: {string.Join(", ", Avoid)}.");
        }

        foreach (var pending in PendingNotLaw ?? [])
        {
            text.AppendLine($"Pending, not law: {pending.Title} ({pending.Level}, {pending.Kind}{(pending.ExpectedOn is null ? "" : $", expected {pending.ExpectedOn}")}). {pending.Summary}");
        }

        return text;
    }

    public StringBuilder WriteEnd(StringBuilder text) =>
        text.AppendLine(Permalink is null ? "No permalink: the day lies ahead, and the law may change before it." : $"Permalink: {Permalink}").Append(Notice);

    private static string MeaningOf(Headline headline) => headline.Status == StatusTerm.Unknown
        ? $"{(headline.Reason is null ? "" : $"{Vocabulary.Reason[headline.Reason].Meaning} ")}{UnknownIsNotLawful}"
        : Vocabulary.Status[headline.Status].Meaning;
}

/// <summary>What one level of law says.</summary>
/// <param name="EffectiveFrom">First day in force; may be partial; absent where it is not known.</param>
/// <param name="EffectiveTo">First day on which it no longer holds.</param>
/// <param name="Level">Whose law.</param>
/// <param name="Law">applies, or context: not law in the place asked about.</param>
/// <param name="Binding">Of treaties: whether they bind the place.</param>
/// <param name="Verification">How well it was checked.</param>
/// <param name="Certainty">How sure the date is.</param>
/// <param name="Status">One word of the status vocabulary.</param>
/// <param name="Reason">Why it is unknown.</param>
/// <param name="Schedule">The class or list as that law names it.</param>
/// <param name="Activities">How that law treats possession, supply and so on; what is absent is not on record.</param>
/// <param name="Summary">One or two plain sentences.</param>
/// <param name="Sources">On what authority.</param>
public sealed record ToldLayer(
    string? EffectiveFrom,
    string? EffectiveTo,
    ToldLevel Level,
    string Law,
    string? Binding,
    ToldCheck Verification,
    string Certainty,
    string Status,
    string? Reason,
    string? Schedule,
    IReadOnlyDictionary<string, string>? Activities,
    string? Summary,
    IReadOnlyList<ToldSource>? Sources)
{
    public static ToldLayer Of(Layer layer, bool isFuture)
    {
        var said = LayerResponse.Of(layer, isFuture);
        var record = layer.Finding.Record;
        return new ToldLayer(
            said.EffectiveFrom, said.EffectiveTo, ToldLevel.Of(layer.Place), said.Law, said.Binding, ToldCheck.Of(layer.Said),
            said.Certainty, said.Status, said.Reason, said.Schedule, said.Activities is { Count: > 0 } activities ? activities : null,
            said.Summary, ToldSource.Of(record));
    }

    public override string ToString() =>
        $"- {Level}, {(Law == "applies" ? "applies there" : "context, not law there")}{(EffectiveFrom is null ? "" : $", since {EffectiveFrom}")}; verification: {Verification.Value ?? "none"}"
        + $"{(Verification.IsLead ? " (not checked in the law itself)" : "")}; status: {Status}{(Reason is null ? "" : $" ({Reason})")}{(Schedule is null ? "" : $", {Schedule}")}"
        + (Activities is null ? "." : $"; {string.Join(", ", Activities.Select(each => $"{each.Key} {each.Value}"))}.");
}

/// <summary>What may still change the law, and is none.</summary>
/// <param name="ExpectedOn">When it may be decided or take effect; may be partial.</param>
/// <param name="Level">Code of the place that may change it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its name.</param>
/// <param name="Summary">What it would change.</param>
public sealed record ToldPending(string? ExpectedOn, string Level, string Kind, string Title, string Summary)
{
    public static ToldPending Of(PendingLaw law) => new(law.ExpectedOn?.ToString(), law.Jurisdiction, law.Kind, law.Title, law.Summary);
}
