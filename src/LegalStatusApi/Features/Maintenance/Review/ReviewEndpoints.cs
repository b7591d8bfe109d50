using LegalStatusApi.Database;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Cors;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Review;

/// <summary>What is to be looked at again: a list for everybody, work for maintainers, and readers' reports.</summary>
public static class ReviewEndpoints
{
    private delegate Task<Written> Work(Write write, string id, DateOnly today);

    public static void AddReview(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ReportLimits(provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<EraseReports>();
    }

    public static void MapReview(this IEndpointRouteBuilder app)
    {
        var queue = app.MapGroup("/v1/review-queue").WithTags("Review");
        queue.MapGet("", ListReviewQueue.Handle)
            .WithName("ListReviewQueue")
            .WithSummary("What is to be looked at again?")
            .WithDescription("Records that are stale, unverified, disputed, rest on a source that is only named or dead, or on a list that has changed; places without a record; leads; what takes effect within 90 days; and readers' reports. Each with what would settle it; a settled one with who did, when and how. It depends on the day, so it has no permalink.")
            .Produces<ListResponse<ReviewItem>>();
        MapWork(queue);
        MapReports(app.MapGroup("/v1/reports").WithTags("Review"));
    }

    private static void MapWork(RouteGroupBuilder queue)
    {
        // Whoever may propose or review may settle what there is to look at: neither changes the record.
        var work = queue.MapGroup("").WithMetadata(new DisableCorsAttribute()).RequireAuthorization(Scopes.ProposeOrReview);
        work.MapPost("/{id}/claim", Run(WorkOnItems.ClaimAsync))
            .WithName("ClaimReviewItem")
            .WithSummary("Say that you work on it, or with {\"release\": true} no longer")
            .WithDescription("409 if somebody else does. A claim lapses after 30 days, unless you make it again: then the item is open, and anybody may claim it. Scope propose or review.")
            .Produces<ReviewItem>();
        work.MapPost("/{id}/settle", Run(WorkOnItems.SettleAsync))
            .WithName("SettleReviewItem")
            .WithSummary("Say what settled it: {\"how\": \"…\"}")
            .WithDescription("It is open again if the record changes, or after 180 days; a report is settled for good, and its text erased 90 days later. Your name and how are public, but how a report was settled is for reviewers alone. Scope propose or review.")
            .Produces<ReviewItem>();
        work.MapPut("/dead-sources/{source}/{version:int}",
                (HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, TimeProvider clock, string source, int version) =>
                    Writes.RunAsync(http, writer, write => MarkDeadSource.MarkAsync(write, source, version, clock.Today())))
            .WithName("MarkDeadSource")
            .WithSummary("Say that a source version can no longer be read where it was")
            .WithDescription("Every record that cites it enters the queue. Scope propose or review.")
            .Produces<MarkDeadSource.Response>();
        work.MapDelete("/dead-sources/{source}/{version:int}",
                (HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, string source, int version) =>
                    Writes.RunAsync(http, writer, write => MarkDeadSource.UnmarkAsync(write, source, version)))
            .WithName("UnmarkDeadSource")
            .WithSummary("Say that it can be read again")
            .WithDescription("Scope propose or review.")
            .Produces<MarkDeadSource.Response>();
    }

    private static void MapReports(RouteGroupBuilder reports)
    {
        reports.MapPost("", SendReport.Handle)
            .WithName("SendReport")
            .WithSummary("Say that a record is wrong")
            .WithDescription("For any reader, without an account: up to 2,000 characters of text, and at most 10 reports a day from one client and 1,000 from all. The service counts clients in its memory alone, and forgets them when it restarts. The review queue shows place, substance, kind and day; the text is for reviewers alone. Nothing is kept of who sent it, nor the hour.")
            .Accepts<SendReport.Request>("application/json")
            .Produces<SendReport.Response>(StatusCodes.Status201Created);
        reports.MapGet("/{id}", ShowReport.Handle)
            .WithMetadata(new DisableCorsAttribute())
            .RequireAuthorization(Scopes.Review)
            .WithName("ShowReport")
            .WithSummary("A reader's report with its text; for reviewers")
            .WithDescription("Scope review. The text is erased 90 days after the report was settled.")
            .Produces<ShowReport.Response>();
    }

    private static Func<HttpContext, NpgsqlDataSource, TimeProvider, string, Task<IResult>> Run(Work work)
    {
        Task<IResult> Handle(HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, TimeProvider clock, string id) =>
            Writes.RunAsync(http, writer, write => work(write, id, clock.Today()));
        return Handle;
    }
}
