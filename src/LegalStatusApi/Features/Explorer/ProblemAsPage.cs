using LegalStatusApi.Features.Explorer.Reports;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Explorer;

/// <summary>A problem as a page, in the frame of all pages. What was asked or typed stays, so that it can be mended rather than typed anew.</summary>
public sealed class ProblemAsPage : IProblemPage
{
    public async Task WriteAsync(HttpContext http, Problem problem)
    {
        var bytes = await ReportPages.TypedAsync(http) is { } typed
            ? await Page.RenderAsync<ReportPage>(http, new ReportView(typed, null, problem))
            : await Page.RenderAsync<ProblemPage>(http, new ProblemView(problem, AskedAgain.Of(http, problem)));
        Page.Guard(http.Response.Headers);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, CancellationToken.None);
    }
}

/// <param name="Problem">What is wrong.</param>
/// <param name="Asked">What was asked.</param>
public sealed record ProblemView(Problem Problem, AskedAgain Asked);
