using System.Net;

namespace LegalStatusApi.Http;

/// <summary>A page for every kind of problem, at the address that its <c>type</c> names.</summary>
public static class ProblemPages
{
    public static void MapProblems(this IEndpointRouteBuilder app)
    {
        app.MapGet("/problems", () => Page("Problems", string.Concat(Problems.All.Select(kind =>
            $"<dt><a href=\"/problems/{kind.Slug}\">{WebUtility.HtmlEncode(kind.Title)}</a> ({kind.Status})</dt><dd>{WebUtility.HtmlEncode(kind.Meaning)}</dd>")), "dl"))
            .ExcludeFromDescription();
        app.MapGet("/problems/{slug}", (string slug) => Problems.All.FirstOrDefault(kind => kind.Slug == slug) is { } found
            ? Page(found.Title, $"<p>{WebUtility.HtmlEncode(found.Meaning)}</p><p>HTTP status {found.Status}. <a href=\"/problems\">All problems</a></p>", "div")
            : Problems.NotFound.With("There is no problem of this kind. See /problems.").Result())
            .ExcludeFromDescription();
    }

    private static IResult Page(string title, string body, string element) => Results.Content(
        $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{WebUtility.HtmlEncode(title)}</title></head>" +
        $"<body><main><h1>{WebUtility.HtmlEncode(title)}</h1><{element}>{body}</{element}></main></body></html>", "text/html; charset=utf-8");
}
