using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;

namespace LegalStatusApi.Features.Sources;

/// <summary>A classification that rests on the source, in short, and how it does.</summary>
public sealed record SourceAnswerItem : PeriodResponse
{
    [SetsRequiredMembers]
    private SourceAnswerItem(PeriodResponse said, string key, string citation, string role, string jurisdiction, string substance)
        : base(said) =>
        (Key, Citation, Role, Jurisdiction, Substance) = (key, citation, role, jurisdiction, substance);

    /// <summary>Stable id of the citation.</summary>
    [JsonPropertyOrder(-20)]
    public required string Citation { get; init; }

    /// <summary>Which version of the source is cited.</summary>
    [JsonPropertyOrder(-19)]
    public required int Version { get; init; }

    /// <summary>What the source does for the record.</summary>
    [JsonPropertyOrder(-18)]
    public required string Role { get; init; }

    /// <summary>Where in the source.</summary>
    [JsonPropertyOrder(-17)]
    public string? Pinpoint { get; init; }

    /// <summary>The class that this instrument gives.</summary>
    [JsonPropertyOrder(-16)]
    public string? Class { get; init; }

    /// <summary>With incorporates: the day at which the other place's list is frozen.</summary>
    [JsonPropertyOrder(-15)]
    public string? FrozenOn { get; init; }

    /// <summary>Code of the place whose law it is.</summary>
    [JsonPropertyOrder(-12)]
    public required string Jurisdiction { get; init; }

    /// <summary>Slug of the substance.</summary>
    [JsonPropertyOrder(-11)]
    public required string Substance { get; init; }

    /// <summary>Stable key of the classification in the data set's text.</summary>
    [JsonPropertyOrder(-10)]
    public required string Key { get; init; }

    public static SourceAnswerItem Of(SourceAnswerRow row) => new(
        PeriodResponse.Of(row.Record), row.Record.Key, row.Citation, row.Role, row.Record.Jurisdiction, row.Record.Substance)
    {
        Version = row.Version,
        Pinpoint = row.Pinpoint,
        Class = row.Class,
        FrozenOn = row.FrozenOn,
    };
}

/// <summary>A row of ListSourceAnswers.sql.</summary>
public sealed record SourceAnswerRow(
    string Citation, int Version, string Role, string? Pinpoint, string? Class, string? FrozenOn, Classification Record);
