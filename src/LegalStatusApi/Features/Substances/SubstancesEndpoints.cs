using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Substances;

/// <summary>The substances.</summary>
public static class SubstancesEndpoints
{
    public static void MapSubstances(this IEndpointRouteBuilder app)
    {
        var substances = app.MapGroup("/v1").WithTags("Substances");
        substances.MapGet("/substances", ListSubstances.Handle)
            .WithName("ListSubstances")
            .WithSummary("Which substances are covered, and in which forms?")
            .WithDescription("Each substance with its forms and the identifiers that other registers join on, in the order of their slugs.")
            .Produces<ListResponse<SubstanceResponse>>();
        substances.MapGet("/substances/{slug}", ShowSubstance.Handle)
            .WithName("ShowSubstance")
            .WithSummary("One substance, its forms and identifiers")
            .WithDescription("Synonyms and CAS numbers redirect to the slug.")
            .Produces<SubstanceResponse>();
    }
}
