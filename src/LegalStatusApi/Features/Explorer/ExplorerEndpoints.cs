using LegalStatusApi.Features.Explorer.Answers;
using LegalStatusApi.Features.Explorer.Places;

namespace LegalStatusApi.Features.Explorer;

/// <summary>Pages for people: each is a client of the read slices. They are no part of the contract.</summary>
public static class ExplorerEndpoints
{
    public static void MapExplorer(this IEndpointRouteBuilder app)
    {
        app.MapSiteFiles();
        var pages = app.MapGroup("").ExcludeFromDescription().AddEndpointFilter(async (context, next) =>
        {
            var headers = context.HttpContext.Response.Headers;
            headers.ContentSecurityPolicy = Page.Policy;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), browsing-topics=()";
            return await next(context);
        });
        pages.MapGet("/places/{code}", ShowPlacePage.Handle);
        pages.MapGet("/places/{code}/{substance}", ShowAnswerPage.Handle);
    }
}
