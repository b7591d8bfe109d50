namespace LegalStatusApi.Domain;

/// <summary>When something held in law: from the first day, up to but not including the first day it no longer held.</summary>
/// <param name="From">First day in force; absent = not known.</param>
/// <param name="To">First day on which it no longer holds; absent = in force.</param>
/// <param name="AttestedFrom">Where the beginning is not known: the day from which a source shows it in force.</param>
public readonly record struct Period(PartialDate? From, PartialDate? To, DateOnly? AttestedFrom = null)
{
    // The same rule as the generated columns possible and certain of sql/migrations/0005_classifications.sql.
    private DateOnly? CertainFrom => From?.Last ?? AttestedFrom;

    /// <summary>False where no day lies between the earliest beginning and the latest end.</summary>
    public bool HasDays => From is null || To is null || From.Value.First < To.Value.Last;

    public bool IsCertainOn(DateOnly day) =>
        CertainFrom is { } start && day >= start && (To is null || day < To.Value.First);

    public bool IsPossibleOn(DateOnly day) =>
        (From is null || day >= From.Value.First) && (To is null || day < To.Value.Last);

    /// <summary>Only its unknown beginning makes this day doubtful.</summary>
    public bool BeginningIsUnknownOn(DateOnly day) =>
        From is null && !(AttestedFrom <= day);

    /// <summary>Whether two periods are both certain on some day.</summary>
    public bool CertainlyOverlaps(Period other) =>
        CertainFrom is { } one && other.CertainFrom is { } two &&
        (one > two ? one : two) is var start &&
        (To is null || (start < To.Value.First && CertainFrom < To.Value.First)) &&
        (other.To is null || (start < other.To.Value.First && other.CertainFrom < other.To.Value.First));

    public bool EndsBefore(DateOnly day) => To is not null && To.Value.Last <= day;

    public bool BeginsAfter(DateOnly day) => From is not null && From.Value.First > day;
}
