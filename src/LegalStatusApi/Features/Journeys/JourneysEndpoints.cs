namespace LegalStatusApi.Features.Journeys;

/// <summary>Borders.</summary>
public static class JourneysEndpoints
{
    public static void MapJourneys(this IEndpointRouteBuilder app) =>
        app.MapGroup("/v1").WithTags("Journeys").MapGet("/journey", ShowJourney.Handle)
            .WithName("ShowJourney")
            .WithSummary("What does the law say at both ends of a journey with a substance?")
            .WithDescription("Both places' answers in short, and what is on record of import, export and possession at each end. A prescription, an exemption or a status does not travel unless a source says so. What is not known is said to be unknown, which never means lawful; transit is not considered. Within one country the law of the level above applies on the way too.")
            .Produces<JourneyResponse>();
}
