using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>Pages as a reader of HTML sees them.</summary>
public static class PagesOfApi
{
    public static readonly IReadOnlyList<string> Addresses =
    [
        "/", "/places", "/places/DE", "/places/DE/lsd", "/places/DE/lsd?on=2024-01-01&revision=1", "/substances/lsd", "/search?q=lsd", "/compare",
        "/compare?jurisdiction=DE&substance=lsd", "/changes", "/pending", "/coverage", "/sources", "/sources/de-btmg", "/report", "/revisions/1/diff", "/vocabulary", "/about", "/privacy", "/api", "/problems",
        "/problems/not-found",
    ];

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>A page that must have this status.</summary>
    public static async Task<IHtmlDocument> PageAsync(this TestApi api, string address, int status = 200)
    {
        using var answer = await api.Client.GetAsync(address, TestContext.Current.CancellationToken);
        return await answer.PageAsync(status);
    }

    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage answer, int status = 200)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == status, $"{answer.RequestMessage?.RequestUri} gave {(int)answer.StatusCode}: {html[..Math.Min(html.Length, 2_000)]}");
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        return Parse(html);
    }

    /// <summary>The text of the one element, its white space as a browser shows it.</summary>
    public static string TextOf(this IHtmlDocument page, string selector)
    {
        var found = page.QuerySelectorAll(selector);
        Assert.True(found.Length == 1, $"{found.Length} elements are {selector} on {page.Title}");
        return string.Join(' ', found[0].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    public static string WordsOf(this IHtmlDocument page) => string.Join(' ', page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static Uri? To(this HttpResponseMessage answer) => answer.StatusCode == HttpStatusCode.PermanentRedirect ? answer.Headers.Location : null;
}
