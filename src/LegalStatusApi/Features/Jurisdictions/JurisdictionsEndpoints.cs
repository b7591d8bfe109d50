using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Jurisdictions;

/// <summary>The places.</summary>
public static class JurisdictionsEndpoints
{
    public static void MapJurisdictions(this IEndpointRouteBuilder app)
    {
        var places = app.MapGroup("/v1").WithTags("Jurisdictions");
        places.MapGet("/jurisdictions", ListJurisdictions.Handle)
            .WithName("ListJurisdictions")
            .WithSummary("Which places are covered?")
            .WithDescription("All of ISO 3166-1, the United Nations and the European Union, and the subdivisions and cities that have law of their own on record, in the order of their codes.")
            .Produces<ListResponse<ListJurisdictions.JurisdictionItem>>();
        places.MapGet("/jurisdictions/{code}", ShowJurisdiction.Handle)
            .WithName("ShowJurisdiction")
            .WithSummary("One place, and the places above and below it")
            .WithDescription("Names, the dated links to the places above and below, treaties, and how many classifications are on record for each substance. Codes match without regard to case.")
            .Produces<JurisdictionResponse>();
    }
}
