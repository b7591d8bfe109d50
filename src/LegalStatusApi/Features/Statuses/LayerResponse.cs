using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;

namespace LegalStatusApi.Features.Statuses;

/// <summary>One level of law, and what it says on the day.</summary>
public sealed record LayerResponse : FindingResponse
{
    [SetsRequiredMembers]
    private LayerResponse(FindingResponse said, PlaceResponse jurisdiction, string law)
        : base(said) => (Jurisdiction, Law) = (jurisdiction, law);

    /// <summary>The level.</summary>
    [JsonPropertyOrder(-9)]
    public required PlaceResponse Jurisdiction { get; init; }

    /// <summary>applies: its law is law in the place asked about; context: it is not, and heads no answer.</summary>
    [JsonPropertyOrder(-8)]
    public required string Law { get; init; }

    /// <summary>For the United Nations: whether the treaty binds the place on the day: yes, no or unknown.</summary>
    [JsonPropertyOrder(-7)]
    public string? Binding { get; init; }

    /// <summary>A form was asked for, and what the level says of the substance counts for it.</summary>
    [JsonPropertyOrder(-6)]
    public bool? FromSubstance { get; init; }

    /// <summary>What it says of each form that it speaks of, in short: ask with <c>form</c> for the whole.</summary>
    [JsonPropertyOrder(5)]
    public IReadOnlyList<FormResponse>? Forms { get; init; }

    /// <summary>Open questions, on which no answer rests.</summary>
    [JsonPropertyOrder(6)]
    public IReadOnlyList<LeadResponse>? Leads { get; init; }

    public static LayerResponse Of(Layer layer, bool isFuture) => new(
        FindingResponse.Of(layer.Finding, isFuture), PlaceResponse.Of(layer.Place), layer.Applies ? "applies" : "context")
    {
        Binding = layer.Binding,
        FromSubstance = layer.FromSubstance ? true : null,
        Forms = layer.Forms.Count == 0
            ? null
            : [.. layer.Forms.Select(each => FormResponse.Of(each.Form, each.Finding, isFuture))],
        Leads = layer.Leads.Count == 0 ? null : [.. layer.Leads.Select(LeadResponse.Of)],
    };
}

/// <summary>What is on record for a day: a classification, several candidates, or why there is none.</summary>
public record FindingResponse : RecordResponse
{
    [SetsRequiredMembers]
    private FindingResponse(RecordResponse said, string certainty)
        : base(said) => Certainty = certainty;

    /// <summary>How sure the date is.</summary>
    [JsonPropertyOrder(-4)]
    public required string Certainty { get; init; }

    /// <summary>Why the status is unknown.</summary>
    [JsonPropertyOrder(-3)]
    public string? Reason { get; init; }

    /// <summary>Classifications of which one may hold on the day; with one alone, the other is that nothing is on record.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<PeriodResponse>? Candidates { get; init; }

    /// <summary>The nearest classification that had ended.</summary>
    [JsonPropertyOrder(2)]
    public PeriodResponse? NearestBefore { get; init; }

    /// <summary>The nearest classification that had not begun.</summary>
    [JsonPropertyOrder(3)]
    public PeriodResponse? NearestAfter { get; init; }

    public static FindingResponse Of(Finding finding, bool isFuture) => new(
        finding.Record is { } record ? RecordResponse.Of(record)
            : RecordResponse.Nothing with { Status = finding.Agreed?.Status ?? StatusTerm.Unknown },
        CertaintyOf(finding, isFuture))
    {
        Reason = finding.Reason,
        Candidates = finding.Candidates.Count == 0 ? null : [.. finding.Candidates.Select(PeriodResponse.Of)],
        NearestBefore = finding.Before is { } before ? PeriodResponse.Of(before) : null,
        NearestAfter = finding.After is { } after ? PeriodResponse.Of(after) : null,
    };

    // A day that lies ahead lies ahead for every level.
    internal static string CertaintyOf(Finding finding, bool isFuture) =>
        finding.Certainty == CertaintyTerm.Certain && isFuture
            ? CertaintyTerm.Projected
            : finding.Certainty;
}

/// <summary>What a level says of one form, in short.</summary>
/// <param name="Form">Slug of the form.</param>
/// <param name="Status">One word of the status vocabulary.</param>
/// <param name="BusinessesOnly">It bars licensed businesses alone and leaves possession to the law above it; absent elsewhere.</param>
/// <param name="Certainty">How sure the date is.</param>
/// <param name="Reason">Why the status is unknown.</param>
/// <param name="Schedule">The class or list exactly as that law names it.</param>
/// <param name="Verification">How well it was checked.</param>
/// <param name="Classification">Stable id of the classification.</param>
public sealed record FormResponse(
    string Form, string Status, bool? BusinessesOnly, string Certainty, string? Reason, string? Schedule, string? Verification, string? Classification)
{
    public static FormResponse Of(Form form, Finding finding, bool isFuture) => new(
        form.Slug,
        (finding.Record ?? finding.Agreed)?.Status ?? StatusTerm.Unknown,
        (finding.Record ?? finding.Agreed) is { BarsBusinessesAlone: true } ? true : null,
        FindingResponse.CertaintyOf(finding, isFuture),
        finding.Reason,
        finding.Record?.Schedule,
        finding.Record?.Verification,
        finding.Record?.Id);
}

/// <summary>An open question.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Form">The form it is about.</param>
/// <param name="Summary">What is known of it.</param>
/// <param name="ToCheck">What would settle it.</param>
public sealed record LeadResponse(string Id, string? Form, string Summary, string ToCheck)
{
    public static LeadResponse Of(Lead lead) => new(lead.Id, lead.Form, lead.Summary, lead.ToCheck);
}
