using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Features.Records.Citing;

namespace LegalStatusApi.Features.Statuses;

/// <summary>How a place classifies a substance or form on a day, as one revision says, and on what authority.</summary>
/// <param name="Jurisdiction">The place asked about.</param>
/// <param name="Substance">Slug of the substance.</param>
/// <param name="Form">Slug of the form asked for; absent for the substance itself.</param>
/// <param name="On">The law day (UTC).</param>
/// <param name="Revision">The revision of the record that says so.</param>
/// <param name="Headline">The one-line answer.</param>
/// <param name="Wording">A sentence that is safe to print.</param>
/// <param name="Layers">Each level of law, most local first.</param>
/// <param name="Conflicts">Levels above the headline's whose law applies too and is stricter or freer.</param>
/// <param name="Pending">What may still change it.</param>
/// <param name="Permalink">Where exactly this answer will always be; absent where the day lies ahead, and with maxAge.</param>
/// <param name="Notice">What every reuse must say.</param>
/// <param name="Freshness">With maxAge: whether it was checked lately enough.</param>
public sealed record StatusResponse(
    PlaceResponse Jurisdiction,
    string Substance,
    string? Form,
    string On,
    long Revision,
    HeadlineResponse Headline,
    WordingResponse Wording,
    IReadOnlyList<LayerResponse> Layers,
    IReadOnlyList<ConflictResponse> Conflicts,
    IReadOnlyList<PendingResponse> Pending,
    string? Permalink,
    string Notice,
    FreshnessResponse? Freshness = null)
{
    public static StatusResponse Of(StatusAnswer answer, string? permalink) => new(
        PlaceResponse.Of(answer.Place),
        answer.Stack.Substance.Slug,
        answer.Form?.Slug,
        answer.On.ToString("yyyy-MM-dd"),
        answer.Stack.Revision.Number,
        HeadlineResponse.Of(answer.Headline),
        WordingResponse.Of(Domain.Wording.Of(answer)),
        [.. answer.Layers.Select(layer => LayerResponse.Of(layer, answer.IsFuture))],
        [.. answer.Conflicts.Select(conflict => ConflictResponse.Of(conflict, answer.Headline.Layer!.Place))],
        [.. answer.Pending.Select(PendingResponse.Of)],
        permalink,
        Notices.LawOn(answer.On));

    /// <summary>How the answer is cited.</summary>
    internal Bibliography CitedAt(Revision revision) => new(
        $"{Substance}{(Form is null ? "" : $" ({Form})")} in {Jurisdiction.Name} ({Jurisdiction.Code}): legal status on {On}", Permalink, revision,
        Layers.SelectMany(layer => layer.Citations ?? []));
}

/// <summary>The one-line answer: the most local level whose law applies and that speaks of the substance.</summary>
/// <param name="Status">One word of the status vocabulary; unknown with a reason.</param>
/// <param name="BusinessesOnly">It bars licensed businesses alone and leaves possession to the law above it; absent elsewhere.</param>
/// <param name="Reason">Why it is unknown.</param>
/// <param name="From">Code of the level it comes from.</param>
/// <param name="Inherited">It comes from a level above the place asked about.</param>
/// <param name="Certainty">How sure the date is.</param>
/// <param name="Verification">How well the record was checked; absent where there is none.</param>
/// <param name="VerifiedOn">The day on which it was last checked.</param>
/// <param name="ReviewDue">The day by which it should be checked again.</param>
/// <param name="FormsDiffer">For some form the answer is another: ask again with <c>form</c>.</param>
/// <param name="DifferingForms">Which forms.</param>
/// <param name="Strictest">The strictest level that binds people there.</param>
public sealed record HeadlineResponse(
    string Status,
    bool? BusinessesOnly,
    string? Reason,
    string From,
    bool Inherited,
    string Certainty,
    string? Verification,
    string? VerifiedOn,
    string? ReviewDue,
    bool FormsDiffer,
    IReadOnlyList<string>? DifferingForms,
    StrictestResponse? Strictest)
{
    public static HeadlineResponse Of(Headline headline) => new(
        headline.Status,
        headline.Said is { BarsBusinessesAlone: true } ? true : null,
        headline.Reason,
        headline.Layer!.Place.Code,
        headline.Inherited,
        headline.Certainty,
        headline.Verification,
        headline.Said?.VerifiedOn?.ToString("yyyy-MM-dd"),
        headline.Said?.ReviewDue?.ToString("yyyy-MM-dd"),
        headline.DifferingForms is { Count: > 0 },
        headline.DifferingForms is { Count: > 0 } forms ? [.. forms.Select(form => form.Slug)] : null,
        headline.Strictest is { Said: { } record } level
            ? new StrictestResponse(record.Status, level.Place.Code, record.Verification)
            : null);
}

/// <summary>The strictest level whose law applies.</summary>
/// <param name="Status">Its status.</param>
/// <param name="From">Its code.</param>
/// <param name="Verification">How well its record was checked.</param>
public sealed record StrictestResponse(string Status, string From, string Verification);

/// <summary>Words for print, by template over the fields of the answer.</summary>
/// <param name="Say">Plain sentences that a reporter can print.</param>
/// <param name="Avoid">Words that would be wrong.</param>
public sealed record WordingResponse(string Say, IReadOnlyList<string> Avoid)
{
    public static WordingResponse Of(Wording wording) => new(wording.Say, wording.Avoid);
}

/// <summary>A level above the headline's, whose law applies too, is stricter or freer.</summary>
/// <param name="Kind">stricter_above or freer_above.</param>
/// <param name="Level">Code of the level.</param>
/// <param name="Activities">In which activities; empty where only the statuses could be compared.</param>
/// <param name="Why">The same as a sentence.</param>
public sealed record ConflictResponse(string Kind, string Level, IReadOnlyList<string> Activities, string Why)
{
    public static ConflictResponse Of(Conflict conflict, Place ours) =>
        new(conflict.Kind, conflict.Level.Place.Code, conflict.Activities, Domain.Wording.Why(conflict, ours));
}

/// <summary>What may still change the law.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Jurisdiction">Code of the place that may change it.</param>
/// <param name="Form">The form it is about; absent for the substance itself.</param>
/// <param name="Kind">bill, ballot_measure, proposal, enacted_undated, sunset or scheduled_review.</param>
/// <param name="Title">Its name.</param>
/// <param name="ExpectedOn">When it may be decided or take effect; may be partial.</param>
/// <param name="Summary">What it would change.</param>
/// <param name="Citations">On what authority.</param>
public sealed record PendingResponse(
    string Id,
    string Jurisdiction,
    string? Form,
    string Kind,
    string Title,
    string? ExpectedOn,
    string Summary,
    IReadOnlyList<CitationResponse> Citations)
{
    public static PendingResponse Of(PendingLaw law) => new(
        law.Id, law.Jurisdiction, law.Form, law.Kind, law.Title, law.ExpectedOn?.ToString(), law.Summary,
        [.. law.Citations.Select(CitationResponse.Of)]);
}
