using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http.OpenApi;

namespace LegalStatusApi.Features.Classifications;

/// <summary>A classification: what one place's own law says of a substance or form during one period, and on what authority.</summary>
[AlwaysThere("classification", "key", "activities", "medicalAccess", "summary", "verification", "citations", "recordedIn")]
public sealed record ClassificationResponse : RecordResponse
{
    [SetsRequiredMembers]
    private ClassificationResponse(RecordResponse said, string jurisdiction, string substance)
        : base(said) =>
        (Jurisdiction, Substance) = (jurisdiction, substance);

    /// <summary>Code of the place whose law it is.</summary>
    [JsonPropertyOrder(-9)]
    public required string Jurisdiction { get; init; }

    /// <summary>Slug of the substance.</summary>
    [JsonPropertyOrder(-8)]
    public required string Substance { get; init; }

    /// <summary>The revision that was read; in a list it is told once, for all.</summary>
    [JsonPropertyOrder(9)]
    public long? Revision { get; init; }

    public static new ClassificationResponse Of(Classification record) =>
        new(RecordResponse.Of(record), record.Jurisdiction, record.Substance);
}
