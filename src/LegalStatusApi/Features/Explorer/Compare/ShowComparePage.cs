using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;

namespace LegalStatusApi.Features.Explorer.Compare;

/// <summary>Places beside each other, on one day or between two.</summary>
public static class ShowComparePage
{
    public const string Path = "/compare";

    /// <param name="Jurisdiction">Codes or names, separated by commas or semicolons; codes also by blanks.</param>
    /// <param name="Substance">One substance; all of them where absent or empty.</param>
    /// <param name="On">Law date; today (UTC) where absent or empty.</param>
    /// <param name="On2">A later law date.</param>
    /// <param name="Revision">Revision of the record; the latest where absent or empty.</param>
    public sealed record Request(
        [FromQuery] string? Jurisdiction, [FromQuery] string? Substance, [FromQuery] string? On, [FromQuery] string? On2, [FromQuery] string? Revision);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, StackCache stacks, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.OfForm(http);
        var codes = string.Join(',', await TypedPlaces.CodesOfAsync(check, request.Jurisdiction, stacks.Database, cancellation));
        if (codes.Length == 0)
        {
            return check.Failed ? check.Problem().Result() : await Page.Of<ComparePage>(http, new CompareView(request, null));
        }

        var asked = new CompareStatuses.Request(
            codes, PageQuestion.NullIfEmpty(request.Substance) ?? string.Join(',', Covered.Substances), PageQuestion.NullIfEmpty(request.On),
            PageQuestion.NullIfEmpty(request.On2), null, PageQuestion.NullIfEmpty(request.Revision), null, null);
        var (compared, problem) = await CompareStatuses.FindAsync(check, asked, stacks, clock, cancellation);
        return (problem ?? NothingIn(compared!.Response)) is { } refusal
            ? refusal.Result()
            : await Page.Of<ComparePage>(http, new CompareView(request with { Jurisdiction = codes, Substance = asked.Substance }, compared!.Response), compared.Revision.RecordedAt);
    }

    // A page that compares nothing is no page; the API's list of problems is an answer all the same.
    private static Problem? NothingIn(CompareResponse compared)
    {
        var problems = compared.Items.Where(item => item.Problem is not null).Select(item => item.Problem!).DistinctBy(problem => problem.Detail).ToList();
        return compared.Matrix.Count > 0 || problems.Count == 0 ? null : problems[0] with
        {
            Detail = string.Join(' ', problems.Select(problem => problem.Detail)),
            Suggestions = [.. problems.SelectMany(problem => problem.Suggestions ?? []).Distinct(StringComparer.Ordinal)],
            Names = problems.SelectMany(problem => problem.Names ?? new Dictionary<string, string>(StringComparer.Ordinal)).DistinctBy(name => name.Key).ToDictionary(StringComparer.Ordinal),
        };
    }
}

/// <param name="Asked">What was asked.</param>
/// <param name="Compared">The answers; null where nothing was asked yet.</param>
public sealed record CompareView(ShowComparePage.Request Asked, CompareResponse? Compared);
