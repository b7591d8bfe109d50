using LegalStatusApi.Http;

namespace LegalStatusApi.Features.BoundaryCases;

/// <summary>Days on which the law turns, with the right answers.</summary>
public static class BoundaryCasesEndpoints
{
    public static void MapBoundaryCases(this IEndpointRouteBuilder app)
    {
        var cases = app.MapGroup("/v1").WithTags("Boundary cases");
        cases.MapGet("/boundary-cases", ListBoundaryCases.Handle)
            .WithName("ListBoundaryCases")
            .WithSummary("For each change of law on record: what is the right answer on the day before, of and after it?")
            .WithDescription("For whoever tests how a client handles dates. A day on which the law changed is answered by what holds from that day. Of a change known only to a month or a year: the day before that window, its first and its last day, and the day after; on the first of them either of two records may hold. Asked before the day itself has come, an answer says projected where certain or unsettled stands here. This service's own tests ask every one of these cases.")
            .Produces<ListResponse<ListBoundaryCases.BoundaryItem>>();
    }
}
