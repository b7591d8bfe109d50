using LegalStatusApi.Features.Records.Citing;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Classifications;

/// <summary>The records themselves.</summary>
public static class ClassificationsEndpoints
{
    public static void MapClassifications(this IEndpointRouteBuilder app)
    {
        var records = app.MapGroup("/v1").WithTags("Classifications");
        records.MapGet("/classifications", ListClassifications.Handle)
            .WithName("ListClassifications")
            .WithSummary("Which classifications are on record?")
            .WithDescription("What each place's own law says, period by period, in the order of their keys. Levels of law are not put together here: for the law of a place, ask /v1/status. A record that is unverified or inferred from a treaty is listed too: see its verification.")
            .Produces<ListResponse<ClassificationResponse>>();
        records.MapGet("/classifications/{id}", ShowClassification.Handle)
            .WithName("ShowClassification")
            .WithSummary("One classification with its citations")
            .WithDescription("The id stays the same however its dates and words are corrected.")
            .Offers(Bibliography.Forms)
            .Produces<ClassificationResponse>();
        records.MapGet("/classifications/{id}/versions", ListClassificationVersions.Handle)
            .WithName("ListClassificationVersions")
            .WithSummary("What has been said in a classification, revision by revision?")
            .WithDescription("Each recorded version, oldest first, with the revision that said so and the one that no longer does, who published it, who reviewed it, and why.")
            .Produces<ListResponse<ListClassificationVersions.ClassificationVersionItem>>();
    }
}
