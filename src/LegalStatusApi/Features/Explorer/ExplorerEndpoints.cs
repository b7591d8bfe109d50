using LegalStatusApi.Features.Explorer.Answers;
using LegalStatusApi.Features.Explorer.Compare;
using LegalStatusApi.Features.Explorer.Front;
using LegalStatusApi.Features.Explorer.Lists;
using LegalStatusApi.Features.Explorer.Places;
using LegalStatusApi.Features.Explorer.Reports;
using LegalStatusApi.Features.Explorer.Texts;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Explorer;

/// <summary>Pages for people: each is a client of the read slices. They are no part of the contract.</summary>
public static class ExplorerEndpoints
{
    public static void AddExplorer(this IServiceCollection services)
    {
        services.AddSingleton<IProblemPage, ProblemAsPage>();
    }

    public static void MapExplorer(this IEndpointRouteBuilder app)
    {
        app.MapSiteFiles();
        var pages = app.MapGroup("").ExcludeFromDescription().WithMetadata(ForPeople.Mark).AddEndpointFilter(async (context, next) =>
        {
            Page.Guard(context.HttpContext.Response.Headers);
            return await next(context);
        });
        pages.MapGet("/", ShowFrontPage.Handle);
        pages.MapGet("/places", ShowPlacesPage.Handle);
        pages.MapGet("/places/{code}", ShowPlacePage.Handle);
        pages.MapGet("/places/{code}/{substance}", ShowAnswerPage.Handle);
        pages.MapGet("/substances/{substance}", ShowSubstancePage.Handle);
        pages.MapGet("/search", ShowSearchPage.Handle);
        pages.MapGet("/compare", ShowComparePage.Handle);
        pages.MapGet("/changes", ShowChangesPage.Handle);
        pages.MapGet("/revisions/{number}/diff", ShowRevisionDiffPage.Handle);
        pages.MapGet("/pending", ShowPendingPage.Handle);
        pages.MapGet("/coverage", ShowCoveragePage.Handle);
        pages.MapGet("/sources", ShowSourcesPage.Handle);
        pages.MapGet("/sources/{key}", ShowSourcePage.Handle);
        pages.MapGet("/report", ReportPages.Show);
        pages.MapPost("/report", ReportPages.Send).DisableAntiforgery();
        pages.MapTexts();
    }
}
