using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Sources;

/// <summary>On what authority.</summary>
public static class SourcesEndpoints
{
    public static void MapSources(this IEndpointRouteBuilder app)
    {
        var sources = app.MapGroup("/v1").WithTags("Sources");
        sources.MapGet("/sources", ListSources.Handle)
            .WithName("ListSources")
            .WithSummary("On which sources does the record rest?")
            .WithDescription("Laws, orders, judgments, pages and articles, each with its latest version, in the order of their keys.")
            .Produces<ListResponse<ListSources.SourceItem>>();
        sources.MapGet("/sources/{key}", ShowSource.Handle)
            .WithName("ShowSource")
            .WithSummary("One source and all its versions")
            .WithDescription("A version is one reading of the source and never changes: another reading is another version.")
            .Produces<SourceResponse>();
        sources.MapGet("/sources/{key}/versions/{version}", ShowSourceVersion.Handle)
            .WithName("ShowSourceVersion")
            .WithSummary("One version of a source: what a citation pins")
            .WithDescription("Where the text stood, when someone looked, and whether the text itself was seen.")
            .Produces<ShowSourceVersion.SourceVersionAnswer>();
        sources.MapGet("/sources/{key}/answers", ListSourceAnswers.Handle)
            .WithName("ListSourceAnswers")
            .WithSummary("Which classifications rest on a source?")
            .WithDescription("Each classification that cites it, with the role of the source and the place in it, in the order of the classifications' keys.")
            .Produces<ListResponse<SourceAnswerItem>>();
    }
}
