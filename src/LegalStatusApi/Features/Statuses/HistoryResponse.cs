using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;

namespace LegalStatusApi.Features.Statuses;

/// <summary>What a place itself has said of a substance, period by period; the law above it has a history of its own.</summary>
/// <param name="Jurisdiction">The place asked about.</param>
/// <param name="Substance">Slug of the substance.</param>
/// <param name="Form">Slug of the form asked for; absent where all were.</param>
/// <param name="Revision">The revision of the record that says so.</param>
/// <param name="Histories">The substance itself first, then each form on record. Empty lists say that nothing is on record.</param>
/// <param name="Permalink">Where exactly this answer will always be.</param>
/// <param name="Notice">What every reuse must say.</param>
public sealed record HistoryResponse(
    PlaceResponse Jurisdiction,
    string Substance,
    string? Form,
    long Revision,
    IReadOnlyList<FormHistoryResponse> Histories,
    string Permalink,
    string Notice)
{
    public static HistoryResponse Of(Stack stack, Form? form, string permalink) => new(
        PlaceResponse.Of(stack.Places.First(place => place.Code == stack.Jurisdiction)),
        stack.Substance.Slug,
        form?.Slug,
        stack.Revision.Number,
        [.. History.Of(stack, form).Select(FormHistoryResponse.Of)],
        permalink,
        $"Information, not legal or medical advice; as recorded in revision {stack.Revision.Number}.");
}

/// <summary>The periods of the substance, or of one form of it.</summary>
/// <param name="Form">Slug of the form; absent for the substance itself.</param>
/// <param name="Periods">Oldest first. A period whose beginning is not known comes first.</param>
public sealed record FormHistoryResponse(string? Form, IReadOnlyList<StepResponse> Periods)
{
    public static FormHistoryResponse Of(History history) => new(history.Form?.Slug, [.. history.Steps.Select(StepResponse.Of)]);
}

/// <summary>One period: what the law said, when, on what authority, and what it changed.</summary>
public sealed record StepResponse : RecordResponse
{
    [SetsRequiredMembers]
    private StepResponse(RecordResponse said)
        : base(said)
    {
    }

    /// <summary>What it changed; absent in the first period on record.</summary>
    [JsonPropertyOrder(1)]
    public ChangeResponse? Change { get; init; }

    public static StepResponse Of(Step step) => new(RecordResponse.Of(step.Record))
    {
        Change = step.Change is { } change ? ChangeResponse.Of(change) : null,
    };
}

/// <summary>What one period says otherwise than the one before it.</summary>
/// <param name="Since">Stable id of the classification before.</param>
/// <param name="Gap">Between the two lie days of which nothing is on record.</param>
/// <param name="Fields">What differs; empty where only the instrument is another.</param>
/// <param name="By">The instruments of this period: its citations that establish, amend or repeal.</param>
public sealed record ChangeResponse(
    string Since, bool Gap, IReadOnlyList<FieldChangeResponse> Fields, IReadOnlyList<InstrumentResponse> By)
{
    public static ChangeResponse Of(Change change) => new(
        change.Earlier.Id,
        change.HasGap,
        [.. change.Fields.Select(FieldChangeResponse.Of)],
        [.. change.Instruments.Select(InstrumentResponse.Of)]);
}

/// <summary>A field that differs.</summary>
/// <param name="Field">Its name: <c>status</c>, <c>schedule</c>, <c>medicalAccess</c>, <c>activities.possession</c> and so on, <c>thresholds</c>, <c>conditions</c>.</param>
/// <param name="Before">What it was; absent where nothing was on record, and for thresholds and conditions, which the periods show.</param>
/// <param name="After">What it became; absent where nothing is on record any more, and for thresholds and conditions.</param>
public sealed record FieldChangeResponse(string Field, string? Before, string? After)
{
    public static FieldChangeResponse Of(FieldChange field) => new(field.Field, field.Before, field.After);
}

/// <summary>An instrument that made the change.</summary>
/// <param name="Citation">Stable id of the citation, which the period shows in full.</param>
/// <param name="Source">Key of the source.</param>
/// <param name="Role">establishes, amends or repeals.</param>
/// <param name="Title">Title of the source.</param>
/// <param name="Pinpoint">Where in the source.</param>
public sealed record InstrumentResponse(string Citation, string Source, string Role, string Title, string? Pinpoint)
{
    public static InstrumentResponse Of(Citation citation) => new(citation.Id, citation.Source, citation.Role, citation.Title, citation.Pinpoint);
}
