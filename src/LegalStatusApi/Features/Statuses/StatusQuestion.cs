using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Statuses;

/// <summary>What every question about a status shares: the law day, the form, and the revision.</summary>
/// <param name="On">The law day; today (UTC) where none was given.</param>
/// <param name="OnWasGiven">The question names its day.</param>
/// <param name="Form">Slug of the form, as it was given.</param>
/// <param name="Asked">The revision asked for.</param>
/// <param name="Today">The day it is (UTC).</param>
/// <param name="MaxAge">How old the check of what heads the answer may be; null where nobody asks.</param>
public sealed record StatusQuestion(DateOnly On, bool OnWasGiven, string? Form, AskedRevision Asked, DateOnly Today, Age? MaxAge = null)
{
    public bool IsFuture => On > Today;

    /// <summary>The answer can never change: its day and its revision are named, and the day does not lie ahead.</summary>
    public bool IsPinned => OnWasGiven && Asked.Number is not null && !IsFuture && MaxAge is null;

    public static StatusQuestion Read(Check check, TimeProvider clock, string? on, string? form, string? revision, string? asOf, string? maxAge = null)
    {
        var today = clock.Today();
        var day = check.Day("on", on);
        var asked = AskedRevision.Read(check, clock, revision, asOf);
        return new StatusQuestion(day ?? today, day is not null, string.IsNullOrEmpty(form) ? null : form, asked, today, check.Age("maxAge", maxAge));
    }

    /// <summary>Whether the answer was checked lately enough; null where nobody asks.</summary>
    public FreshnessResponse? FreshnessOf(StatusAnswer answer) => MaxAge is null
        ? null
        : FreshnessResponse.Of(answer.Headline.Said, MaxAge, Today);

    /// <summary>
    /// Where exactly the answer will always be; null where its day lies ahead and the law may still change, and where it says how old
    /// it is, which changes with every day.
    /// </summary>
    public string? PermalinkOf(string path, long revision) => PermalinkAs(IsFuture, path, revision);

    /// <summary>The same of a day of which it is known whether it lies ahead.</summary>
    internal string? PermalinkAs(bool isFuture, string path, long revision) => isFuture || MaxAge is not null
        ? null
        : AskedRevision.AtRevision(LatestOf(path), revision);

    /// <summary>Where the current answer to the same question is.</summary>
    public string LatestOf(string path) =>
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{FormPart}on={On:yyyy-MM-dd}{AgePart}";

    private string AgePart => MaxAge is null ? "" : $"&maxAge={MaxAge.Text}";

    private string FormPart => Form is null ? "" : $"form={Uri.EscapeDataString(Form)}&";
}
