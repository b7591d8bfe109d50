using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Statuses;

/// <summary>Whether what heads the answer was checked lately enough, as seen on the day of the question.</summary>
/// <param name="Verdict">fresh, stale or unknown.</param>
/// <param name="MaxAge">The age that was asked for, an ISO 8601 duration.</param>
/// <param name="SeenOn">The day (UTC) from which the age is counted.</param>
/// <param name="VerifiedOn">The day on which the record was last checked; absent where no record heads the answer.</param>
/// <param name="AgeInDays">Days between the two.</param>
/// <param name="IsOverdue">The day by which it should have been checked again has passed.</param>
public sealed record FreshnessResponse(
    string Verdict, string MaxAge, string SeenOn, string? VerifiedOn, int? AgeInDays, bool? IsOverdue)
{
    public static FreshnessResponse Of(Classification? said, Age maxAge, DateOnly today) => new(
        said?.VerifiedOn is not { } checkedOn ? FreshnessTerm.Unknown
            : checkedOn >= maxAge.OldestOn(today) ? FreshnessTerm.Fresh
            : FreshnessTerm.Stale,
        maxAge.Text,
        today.ToString("yyyy-MM-dd"),
        said?.VerifiedOn?.ToString("yyyy-MM-dd"),
        said?.VerifiedOn is { } day ? today.DayNumber - day.DayNumber : null,
        said?.ReviewDue is { } due ? due < today : null);
}
