using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Statuses;

/// <summary>The question that the service exists for.</summary>
public static class StatusesEndpoints
{
    public static void MapStatuses(this IEndpointRouteBuilder app)
    {
        var statuses = app.MapGroup("/v1").WithTags("Statuses");
        statuses.MapGet("/status/{jurisdiction}/{substance}", LookUpStatus.Handle)
            .WithName("LookUpStatus")
            .WithSummary("How does a place classify a substance on a day, and on what authority?")
            .Produces<StatusResponse>();
        statuses.MapGet("/status", CompareStatuses.Handle)
            .WithName("CompareStatuses")
            .WithSummary("The same for up to 200 pairs of places and substances at once")
            .Produces<CompareStatuses.Response>();
    }
}
