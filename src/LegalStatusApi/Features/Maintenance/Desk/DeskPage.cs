using LegalStatusApi.Features.Explorer;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Components;

namespace LegalStatusApi.Features.Maintenance.Desk;

/// <summary>Pages of the desk: never kept by a cache, never listed, and nothing but our own style and script in them.</summary>
public static class DeskPage
{
    public static Task<IResult> Of<TPage>(HttpContext http, Func<DeskVisit, object> viewOf, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        SetHeaders(http);
        return Page.OfForm<TPage>(http, viewOf(DeskVisit.Of(http)), status);
    }

    /// <summary>Why something was not done, or not shown.</summary>
    public static Task<IResult> OfProblem(HttpContext http, Problem problem) =>
        Of<RefusalPage>(http, visit => new RefusalView(visit, problem), problem.Status);

    /// <summary>After a form was taken: the page that shows what came of it, which can be loaded again without doing it again.</summary>
    public static IResult SeeOther(HttpContext http, string address)
    {
        SetHeaders(http);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The same as <see cref="Of"/>, written at once.</summary>
    public static async Task ShowAsync<TPage>(HttpContext http, int status, Func<DeskVisit, object> viewOf)
        where TPage : IComponent => await (await Of<TPage>(http, viewOf, status)).ExecuteAsync(http);

    public static async Task ShowRefusalAsync(HttpContext http, Problem problem) => await (await OfProblem(http, problem)).ExecuteAsync(http);

    private static void SetHeaders(HttpContext http)
    {
        Page.Guard(http.Response.Headers);
        http.Response.Headers["X-Robots-Tag"] = "noindex";
    }
}

/// <param name="Problem">Why not.</param>
public sealed record RefusalView(DeskVisit Visit, Problem Problem);
