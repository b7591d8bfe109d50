namespace LegalStatusApi.Features.About;

/// <summary>The beginning.</summary>
public static class AboutEndpoints
{
    public static void MapAbout(this IEndpointRouteBuilder app) => app.MapGet("/v1", ShowService.Handle)
        .WithTags("About")
        .WithName("ShowService")
        .WithSummary("What is this, and where does everything begin?")
        .WithDescription("The current revision, licences, terms, and links to everything that can be asked.")
        .Produces<ShowService.ServiceResponse>();
}
