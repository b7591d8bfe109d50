using System.Diagnostics.CodeAnalysis;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Records;

/// <summary>What a classification says, as one revision records it. Where nothing is on record, only the status is there.</summary>
public record RecordResponse : PeriodResponse
{
    [SetsRequiredMembers]
    private RecordResponse(PeriodResponse said)
        : base(said)
    {
    }

    /// <summary>Stable key of the classification in the data set's text.</summary>
    public string? Key { get; init; }

    /// <summary>How the law treats possession, supply and so on; an activity that is absent is not on record.</summary>
    public IReadOnlyDictionary<string, string>? Activities { get; init; }

    /// <summary>Which lawful route of treatment exists.</summary>
    public string? MedicalAccess { get; init; }

    /// <summary>Amounts that the law names.</summary>
    public IReadOnlyList<Threshold>? Thresholds { get; init; }

    /// <summary>Who, where, under whose supervision.</summary>
    public Conditions? Conditions { get; init; }

    /// <summary>One or two plain sentences.</summary>
    public string? Summary { get; init; }

    /// <summary>The day on which it was last checked.</summary>
    public string? VerifiedOn { get; init; }

    /// <summary>The day by which it should be checked again.</summary>
    public string? ReviewDue { get; init; }

    /// <summary>What good sources disagree about.</summary>
    public string? Disputed { get; init; }

    /// <summary>On what authority.</summary>
    public IReadOnlyList<CitationResponse>? Citations { get; init; }

    /// <summary>The revision that first said so.</summary>
    public long? RecordedIn { get; init; }

    public static RecordResponse Nothing => new(new PeriodResponse { Status = StatusTerm.Unknown });

    public static new RecordResponse Of(Classification record) => new(PeriodResponse.Of(record))
    {
        Key = record.Key,
        Activities = record.Activities.OrderBy(activity => Vocabulary.Activity.RankOf(activity.Key))
            .ToDictionary(activity => activity.Key, activity => activity.Value, StringComparer.Ordinal),
        MedicalAccess = record.MedicalAccess,
        Thresholds = record.Thresholds.Count == 0 ? null : record.Thresholds,
        Conditions = record.Conditions,
        Summary = record.Summary,
        VerifiedOn = record.VerifiedOn?.ToString("yyyy-MM-dd"),
        ReviewDue = record.ReviewDue?.ToString("yyyy-MM-dd"),
        Disputed = record.Disputed,
        Citations = [.. record.Citations.Select(CitationResponse.Of)],
        RecordedIn = record.RecordedIn,
    };
}
