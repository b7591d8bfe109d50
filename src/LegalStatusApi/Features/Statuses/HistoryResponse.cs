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
