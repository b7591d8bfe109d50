using LegalStatusApi.Features.Explorer;
using LegalStatusApi.Features.Maintenance.Review;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Desk.Queue;

/// <summary>The review queue, with what a maintainer may do about each item.</summary>
public static class ShowQueue
{
    private const string Shown = "25";

    public static async Task<IResult> Handle(
        [AsParameters] ListReviewQueue.Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var (part, problem) = await ListReviewQueue.FindPartAsync(Check.OfForm(http), request with { Limit = PageQuestion.NullIfEmpty(request.Limit) ?? Shown }, http, database, clock, cancellation);
        return await DeskPage.Of<QueuePage>(http, visit => new QueueView(visit, request, part, problem), problem?.Status ?? StatusCodes.Status200OK);
    }
}

/// <summary>A reader's report with its text, for reviewers.</summary>
public static class ShowReportPage
{
    public static async Task<IResult> Handle(
        [FromRoute] string id, HttpContext http, [FromKeyedServices(Database.Databases.Writer)] NpgsqlDataSource writer, CancellationToken cancellation) =>
        await ShowReport.FindAsync(id, writer, cancellation) is { } report
            ? await DeskPage.Of<ReaderReportPage>(http, visit => new ReportView(visit, report, null, null))
            : await DeskPage.OfProblem(http, ShowReport.NoSuch(id));
}

/// <param name="Asked">The filters, as they were typed.</param>
/// <param name="Part">What was found; null where the question was wrong.</param>
/// <param name="Problem">What is wrong with it.</param>
public sealed record QueueView(DeskVisit Visit, ListReviewQueue.Request Asked, ListResponse<ReviewItem>? Part, Problem? Problem);

/// <param name="Typed">What settled it, as it was typed and refused.</param>
/// <param name="Problem">Why it was refused.</param>
public sealed record ReportView(DeskVisit Visit, ShowReport.Response Report, string? Typed, Problem? Problem);
