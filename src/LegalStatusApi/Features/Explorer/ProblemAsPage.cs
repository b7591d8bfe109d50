using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Explorer;

/// <summary>A problem as a page, in the frame of all pages.</summary>
public sealed class ProblemAsPage : IProblemPage
{
    public async Task WriteAsync(HttpContext http, Problem problem)
    {
        var bytes = await Page.RenderAsync<ProblemPage>(http, problem);
        Page.Guard(http.Response.Headers);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, CancellationToken.None);
    }
}
