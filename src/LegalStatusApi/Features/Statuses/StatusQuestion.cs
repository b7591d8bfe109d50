using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Statuses;

/// <summary>What every question about a status shares: the law day, the form, and the revision.</summary>
/// <param name="On">The law day; today (UTC) where none was given.</param>
/// <param name="OnWasGiven">The question names its day.</param>
/// <param name="Form">Slug of the form, as it was given.</param>
/// <param name="Revision">The revision asked for; null = the latest, or the one current at <paramref name="AsOf"/>.</param>
/// <param name="AsOf">The instant at which the record is read.</param>
public sealed record StatusQuestion(DateOnly On, bool OnWasGiven, string? Form, long? Revision, DateTimeOffset? AsOf, DateOnly Today)
{
    public bool IsFuture => On > Today;

    /// <summary>The answer can never change: its day and its revision are named, and the day does not lie ahead.</summary>
    public bool IsPinned => OnWasGiven && Revision is not null && !IsFuture;

    public static StatusQuestion Read(Check check, TimeProvider clock, string? on, string? form, string? revision, string? asOf)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var day = check.Day("on", on);
        var number = check.Number("revision", revision, 1, long.MaxValue);
        var instant = check.Instant("asOf", asOf, now);
        if (!string.IsNullOrEmpty(revision) && !string.IsNullOrEmpty(asOf))
        {
            check.Refuse("asOf", "Give either revision or asOf, not both.");
        }

        return new StatusQuestion(day ?? today, day is not null, string.IsNullOrEmpty(form) ? null : form, number, instant, today);
    }

    /// <summary>Where exactly the answer will always be; null where its day lies ahead and the law may still change.</summary>
    public string? PermalinkOf(string path, long revision) => IsFuture
        ? null
        : $"{LatestOf(path)}&revision={revision}";

    /// <summary>Where the current answer to the same question is.</summary>
    public string LatestOf(string path) =>
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{FormPart}on={On:yyyy-MM-dd}";

    /// <summary>There is no such revision: none yet, or none that early.</summary>
    public Problem NoSuchRevision()
    {
        var error = AsOf is not null
            ? new ParameterError("asOf", "Nothing was published by then. See /v1/revisions.")
            : new ParameterError("revision", Revision is null ? "Nothing is published yet." : $"There is no revision {Revision}. See /v1/revisions.");
        return Problems.InvalidParameters.With($"{error.Parameter}: {error.Detail}", [error]);
    }

    /// <summary>The form of a substance, or a problem that names the forms there are.</summary>
    public (Form? Form, Problem? Problem) FormOf(Substance substance)
    {
        var form = Form is null ? null : substance.Forms.FirstOrDefault(each => each.Slug == Form);
        if (Form is null || form is not null)
        {
            return (form, null);
        }

        var known = substance.Forms.Select(each => each.Slug).ToList();
        var detail = known.Count == 0
            ? $"'{Check.Shown(Form)}': no form of {substance.Slug} is on record; leave it out."
            : $"'{Check.Shown(Form)}' is no form of {substance.Slug}.{Nearest.DidYouMean(Form, known)} Known: {string.Join(", ", known)}.";
        return (null, Problems.InvalidParameters.With($"form: {detail}", [new ParameterError("form", detail)]));
    }

    private string FormPart => Form is null ? "" : $"form={Uri.EscapeDataString(Form)}&";
}
