using System.Text.Json.Serialization;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Records;

/// <summary>A classification in short: what it says and when it held.</summary>
public record PeriodResponse
{
    /// <summary>One word of the status vocabulary.</summary>
    [JsonPropertyOrder(-5)]
    public required string Status { get; init; }

    /// <summary>It bars licensed businesses alone and leaves possession to the law above it; absent elsewhere.</summary>
    [JsonPropertyOrder(-5)]
    public bool? BusinessesOnly { get; init; }

    /// <summary>Stable id of the classification.</summary>
    public string? Classification { get; init; }

    /// <summary>Slug of the form it is about; absent for the substance itself.</summary>
    public string? Form { get; init; }

    /// <summary>The class or list exactly as that law names it; several joined by a semicolon.</summary>
    public string? Schedule { get; init; }

    /// <summary>First day in force: 1971, 2019-05 or 2019-05-07. Absent where it is not known.</summary>
    public string? EffectiveFrom { get; init; }

    /// <summary>year, month or day.</summary>
    public string? EffectiveFromPrecision { get; init; }

    /// <summary>The earliest day that a partial effectiveFrom may mean.</summary>
    public string? EffectiveFromEarliest { get; init; }

    /// <summary>The latest day that a partial effectiveFrom may mean.</summary>
    public string? EffectiveFromLatest { get; init; }

    /// <summary>First day on which it no longer holds; absent while in force.</summary>
    public string? EffectiveTo { get; init; }

    /// <summary>year, month or day.</summary>
    public string? EffectiveToPrecision { get; init; }

    /// <summary>The earliest day that a partial effectiveTo may mean.</summary>
    public string? EffectiveToEarliest { get; init; }

    /// <summary>The latest day that a partial effectiveTo may mean.</summary>
    public string? EffectiveToLatest { get; init; }

    /// <summary>Where the beginning is not known: the day from which a source shows it in force.</summary>
    public string? AttestedFrom { get; init; }

    /// <summary>How well it was checked.</summary>
    public string? Verification { get; init; }

    public static PeriodResponse Of(Classification record) => new()
    {
        Status = record.Status,
        BusinessesOnly = record.BarsBusinessesAlone ? true : null,
        Classification = record.Id,
        Form = record.Form,
        Schedule = record.Schedule,
        EffectiveFrom = record.From?.ToString(),
        EffectiveFromPrecision = record.From?.Precision,
        EffectiveFromEarliest = Partial(record.From)?.First.ToString("yyyy-MM-dd"),
        EffectiveFromLatest = Partial(record.From)?.Last.ToString("yyyy-MM-dd"),
        EffectiveTo = record.To?.ToString(),
        EffectiveToPrecision = record.To?.Precision,
        EffectiveToEarliest = Partial(record.To)?.First.ToString("yyyy-MM-dd"),
        EffectiveToLatest = Partial(record.To)?.Last.ToString("yyyy-MM-dd"),
        AttestedFrom = record.AttestedFrom?.ToString("yyyy-MM-dd"),
        Verification = record.Verification,
    };

    // Of a full day, earliest and latest would only repeat it.
    private static PartialDate? Partial(PartialDate? date) => date is { Day: null } ? date : null;
}
