using System.Globalization;
using System.Net;
using System.Text.Json.Serialization;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;

namespace LegalStatusApi.Features.Maps;

/// <summary>What another site puts into its page for an address of this service (oEmbed 1.0).</summary>
public static class ShowOEmbed
{
    public const string Path = "/v1/oembed";

    private const int LeastWidth = 200;
    private const int MostWidth = 4000;
    private const int OrdinaryWidth = 800;

    /// <param name="Url">The address that is to be embedded: a map, an embed or an answer of this service.</param>
    /// <param name="Format">json; xml is not offered (501).</param>
    /// <param name="MaxWidth">The widest that fits, in pixels.</param>
    /// <param name="MaxHeight">The highest that fits, in pixels.</param>
    public sealed record Request(
        [FromQuery] string? Url,
        [FromQuery] string? Format,
        [FromQuery(Name = "maxwidth")] string? MaxWidth,
        [FromQuery(Name = "maxheight")] string? MaxHeight);

    /// <summary>What to put into a page, as oEmbed 1.0 has it.</summary>
    /// <param name="Type">rich.</param>
    /// <param name="Version">1.0.</param>
    /// <param name="Title">What it is.</param>
    /// <param name="ProviderName">The service.</param>
    /// <param name="ProviderUrl">Its address.</param>
    /// <param name="CacheAge">For how many seconds it may be kept.</param>
    /// <param name="Html">What to put into the page.</param>
    /// <param name="Width">Its width in pixels.</param>
    /// <param name="Height">Its height in pixels; absent where it depends on the page's type.</param>
    public sealed record OEmbedResponse(
        string Type,
        string Version,
        string Title,
        [property: JsonPropertyName("provider_name")] string ProviderName,
        [property: JsonPropertyName("provider_url")] string ProviderUrl,
        [property: JsonPropertyName("cache_age")] int CacheAge,
        string Html,
        int Width,
        int? Height);

    private sealed record Box(int Width, int? MaxHeight);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, StackCache stacks, TimeProvider clock, CancellationToken cancellation)
    {
        if (request.Format == "xml")
        {
            return Problems.NotImplemented.With("oEmbed is answered as JSON alone: send format=json, or leave it out.").Result();
        }

        var check = Check.Of(http);
        if (string.IsNullOrEmpty(request.Url))
        {
            check.Refuse("url", "Missing: name the address that is to be embedded.");
        }

        var width = check.Number("maxwidth", request.MaxWidth, LeastWidth, int.MaxValue) ?? OrdinaryWidth;
        var height = check.Number("maxheight", request.MaxHeight, LeastWidth, int.MaxValue);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var box = new Box((int)Math.Min(width, MostWidth), (int?)height);
        return EmbeddedAddress.Of(request.Url!, http.Request) is { } address
            && address.Read(check, clock) is { } question && !check.Failed
            ? await AnswerAsync(address, question, box, http.Request, stacks, cancellation)
            : Nothing(request.Url!);
    }

    private static IResult Nothing(string url) =>
        Problems.NotFound.With($"'{Check.Shown(url)}' is no address of a map or an answer of this service, or its parameters are wrong.").Result();

    private static async Task<IResult> AnswerAsync(
        EmbeddedAddress address, MapQuestion question, Box box, HttpRequest request, StackCache stacks, CancellationToken cancellation)
    {
        if (address.Place is null)
        {
            var found = await DrawMap.FindAsync(question, stacks.Database, cancellation);
            return found.Map is { } map ? FrameOf(map, box, request) : Nothing(address.Url);
        }

        var known = await stacks.FindAsync([(address.Place, question.Substance)], question.Day.Asked, cancellation);
        return known is [{ Stack: { } stack }] && OneStack.FormOf(stack.Substance, question.Day.Form) is { Problem: null } asked
            ? SentenceOf(StatusAnswer.Of(stack, asked.Form, question.Day.On, question.Day.IsFuture), question, box, address.IsPage, request)
            : Nothing(address.Url);
    }

    private static IResult FrameOf(MapOfDay map, Box box, HttpRequest request)
    {
        var question = map.Question;
        var latest = question.AddressAt(EmbedMap.PathOf);
        // A map without a day stays the map of today; one with a day and a revision stays as it is.
        var embed = question.Day.OnWasGiven ? question.Day.LatestOf(latest)
            : question.Day.Form is null ? latest
            : $"{latest}{(latest.Contains('?', StringComparison.Ordinal) ? '&' : '?')}form={Uri.EscapeDataString(question.Day.Form)}";
        if (question.Day.Asked.Number is { } revision)
        {
            embed = AskedRevision.AtRevision(embed, revision);
        }

        var height = EmbedHeight.At(box.Width, map);
        var fitting = box.MaxHeight is { } most ? Math.Min(height, most) : height;
        var html = string.Create(CultureInfo.InvariantCulture,
            $"<iframe src=\"{WebUtility.HtmlEncode(request.Absolute(embed))}\" width=\"{box.Width}\" height=\"{fitting}\" title=\"{WebUtility.HtmlEncode(map.Title)}\" frameborder=\"0\" loading=\"lazy\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>");
        return Embedding(map.Title, html, box.Width, fitting, map.Revision, question, request);
    }

    private static IResult SentenceOf(StatusAnswer answer, MapQuestion question, Box box, bool isPage, HttpRequest request)
    {
        var path = LookUpStatus.PathOf(answer.Stack);
        // Readers of a page are led to the page, and those of an answer to the answer.
        var shown = isPage ? $"/places/{answer.Stack.Jurisdiction}/{answer.Stack.Substance.Slug}" : path;
        var address = request.Absolute(question.Day.PermalinkOf(shown, answer.Stack.Revision.Number) ?? question.Day.LatestOf(shown));
        var title = $"{answer.Place.Name}: {Wording.SubjectOf(answer)} in law on {answer.On:yyyy-MM-dd}";
        var link = WebUtility.HtmlEncode(address);
        var html = $"<blockquote cite=\"{link}\"><p>{WebUtility.HtmlEncode(Wording.Of(answer).Say)}</p>"
            + $"<p><a href=\"{link}\">{WebUtility.HtmlEncode(title)}</a>. {Records.Notices.LawOn(answer.On)}</p></blockquote>";
        return Embedding(title, html, box.Width, null, answer.Stack.Revision, question, request);
    }

    private static IResult Embedding(
        string title, string html, int width, int? height, Revision revision, MapQuestion question, HttpRequest request) => Answer.Of(
        new OEmbedResponse("rich", "1.0", title, "Legal Status API", request.Absolute("/"), question.Day.IsPinned ? 31_536_000 : 3600, html, width, height),
        new Freshness(revision.RecordedAt));
}
