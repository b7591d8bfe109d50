using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Explorer;

/// <summary>What the address of a page asked, so that a refusal can show it to be mended.</summary>
/// <param name="Path">The page.</param>
/// <param name="Fields">What it was asked by name, as it was typed.</param>
/// <param name="Searched">The same as words for the search.</param>
/// <param name="HasForm">Asking the same page again can help: what is wrong is not its address.</param>
public sealed record AskedAgain(string Path, IReadOnlyList<AskedAgain.Field> Fields, string? Searched, bool HasForm)
{
    private const int Longest = 2000;

    // In the order in which a form shows them. Where a part of a list ended is nothing to be typed.
    private static readonly (string Name, string Label)[] Labels =
    [
        ("jurisdiction", "Place"), ("substance", "Substance"), ("form", "Form"), ("region", "Part of the world"), ("on", "Law on (yyyy-mm-dd)"),
        ("on2", "and on (yyyy-mm-dd)"), ("kind", "Of"), ("type", "Kind"), ("from", "From revision"), ("revision", "Revision of the record"),
    ];

    /// <param name="Name">Of the parameter.</param>
    /// <param name="Label">What it is.</param>
    /// <param name="Typed">What was typed.</param>
    public sealed record Field(string Name, string Label, string Typed);

    /// <summary>The question of a page; of other addresses there is none.</summary>
    public static AskedAgain Of(HttpContext http, Problem problem)
    {
        var isPage = HttpMethods.IsGet(http.Request.Method) && http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<ForPeople>() is not null;
        var fields = isPage
            ? Labels.Where(each => Check.Takes(http.GetEndpoint(), each.Name)).Select(each => new Field(each.Name, each.Label, Shown(http.Request.Query[each.Name].ToString()))).ToList()
            : [];
        var isAsked = fields.Exists(field => field.Typed.Length > 0);
        return new AskedAgain(
            http.Request.Path.ToUriComponent(), fields, SearchedIn(http), isAsked && (problem.Errors is not null || http.Request.RouteValues.Count == 0));
    }

    /// <summary>The same question about another place.</summary>
    public string Of(string place) => Path.Split('/') is ["", "places", _, .. var rest]
        ? PageQuestion.Address(string.Join('/', ["", "places", place, .. rest]), [.. Fields.Select(field => (field.Name, (string?)field.Typed))])
        : $"/places/{place}";

    private static string? SearchedIn(HttpContext http)
    {
        var words = new[] { Typed(http, "substance"), Typed(http, "code") ?? Typed(http, "jurisdiction") }.OfType<string>().ToList();
        return Typed(http, "q") ?? (words.Count == 0 ? null : string.Join(' ', words));
    }

    private static string? Typed(HttpContext http, string name) =>
        PageQuestion.NullIfEmpty(Shown(http.GetRouteValue(name) as string ?? http.Request.Query[name].ToString()));

    // Characters that no field takes are what the refusal is about, or are nothing that can be shown.
    private static string Shown(string? typed) => new([.. (typed ?? "").Where(letter => !char.IsControl(letter)).Take(Longest)]);
}
