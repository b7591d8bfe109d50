using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Coverage;

/// <summary>What is on record, and what is not.</summary>
public static class CoverageEndpoints
{
    public static void MapCoverage(this IEndpointRouteBuilder app)
    {
        var coverage = app.MapGroup("/v1").WithTags("Coverage");
        coverage.MapGet("/coverage", ListCoverage.Handle)
            .WithName("ListCoverage")
            .WithSummary("What is on record of each place and substance for which time, how well was it checked, and of what is nothing on record?")
            .WithDescription("Every pair of place and substance is listed, stretch of time by stretch of time. Where nothing is on record, before the first record, between two or after the last, a stretch says unknown and why: an unknown is never left out, and never means lawful. What is overdue depends on the day you ask: compare reviewDue with it.")
            .Produces<ListResponse<ListCoverage.CoverageItem>>();
        coverage.MapGet("/coverage/summary", SummarizeCoverage.Handle)
            .WithName("SummarizeCoverage")
            .WithSummary("How much is on record, and how well was it checked?")
            .WithDescription("Counts for each substance, and a grid of all places: how the best-checked record of each substance was checked.")
            .Produces<SummarizeCoverage.CoverageSummaryResponse>();
    }
}
