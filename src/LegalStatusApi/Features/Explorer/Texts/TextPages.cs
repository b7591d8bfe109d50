using LegalStatusApi.Http;
using Microsoft.AspNetCore.Components;

namespace LegalStatusApi.Features.Explorer.Texts;

/// <summary>Pages that are the same for everybody until the service itself changes.</summary>
public static class TextPages
{
    public static void MapTexts(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/vocabulary", Show<VocabularyPage>);
        pages.MapGet("/about", Show<AboutPage>);
        pages.MapGet("/privacy", Show<PrivacyPage>);
        pages.MapGet("/api", Show<ApiPage>);
        pages.MapGet("/problems", Show<ProblemsPage>);
        pages.MapGet("/problems/{slug}", ShowProblem);
    }

    private static async Task<IResult> ShowProblem(string slug, HttpContext http)
    {
        var check = Check.OfForm(http);
        return check.Failed ? check.Problem().Result()
            : Problems.All.FirstOrDefault(kind => kind.Slug == slug) is { } found ? await Page.Of<ProblemKindPage>(http, found)
            : Problems.NotFound.With("There is no problem of this kind. See /problems.").Result();
    }

    // With a second parameter it is no plain request delegate, whose result would be dropped.
    private static async Task<IResult> Show<TPage>(HttpContext http, CancellationToken cancellation)
        where TPage : IComponent
    {
        cancellation.ThrowIfCancellationRequested();
        var check = Check.OfForm(http);
        return check.Failed ? check.Problem().Result() : await Page.Of<TPage>(http, new TextView(http.Request.Absolute("")));
    }
}

/// <param name="Base">The service as it was asked for, before a path.</param>
public sealed record TextView(string Base);
