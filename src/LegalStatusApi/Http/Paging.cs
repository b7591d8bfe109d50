using System.Collections;
using System.Security.Cryptography;
using System.Text;
using LegalStatusApi.Domain;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Http;

/// <summary>A part of a list.</summary>
/// <param name="Items">In the order of the list.</param>
/// <param name="Next">Address of the part that follows, at the same revision; absent in the last part.</param>
/// <param name="Revision">The revision that the whole list is read at.</param>
public sealed record ListResponse<T>(IReadOnlyList<T> Items, string? Next, long Revision) : IRows
{
    Type IRows.RowType => typeof(T);

    IEnumerable IRows.Rows => Items;
}

/// <summary>
/// Which part of a list is asked for. A list is read along its key, from the last key of the part before, and all its
/// parts at one revision, so that a list that changes meanwhile is never torn.
/// </summary>
public sealed class Paging
{
    public const int Most = 500;
    public const int Ordinary = 100;
    private readonly HttpContext _http;
    private readonly Cursor? _cursor;
    private readonly int _limit;
    private readonly AskedRevision _asked;

    private Paging(HttpContext http, int limit, Cursor? cursor, AskedRevision asked) =>
        (_http, _limit, _cursor, _asked) = (http, limit, cursor, asked);

    /// <summary>The revision to read: that of the part before, if there was one.</summary>
    public AskedRevision Asked => _cursor is null ? _asked : new AskedRevision(_cursor.Revision, null);

    /// <summary>One row more than is shown says whether a part follows.</summary>
    public int Take => _limit + 1;

    /// <summary>This is the first part.</summary>
    public bool IsFirst => _cursor is null;

    /// <param name="keyParts">Of how many values the list's key is made.</param>
    public static Paging Read(
        Check check, HttpContext http, TimeProvider clock, string? limit, string? cursor, string? revision, string? asOf, int keyParts = 1)
    {
        var most = check.Number("limit", limit, 1, Most) ?? (Formats.AskedOf(http) == Formats.Csv ? Most : Ordinary);
        var asked = AskedRevision.Read(check, clock, revision, asOf);
        Cursor? after = null;
        if (!string.IsNullOrEmpty(cursor) && !(Cursor.TryRead(cursor, out after) && after.Key.Length == keyParts && after.List == ListOf(http)))
        {
            after = null;
            check.Refuse("cursor", "Not a cursor of this list with these filters: follow next as it stands, or leave the cursor out.");
        }

        return new Paging(http, (int)most, after, asked);
    }

    /// <summary>A part of the key of the last item seen; null before the first.</summary>
    public string? After(int part = 0) => _cursor?.Key[part];

    /// <summary>The same where the key is a number.</summary>
    public long? AfterNumber(Check check) => check.Number("cursor", After(), 0, long.MaxValue);

    public IResult AnswerOf<T>(Revision revision, IReadOnlyList<T> found, Func<T, string[]> keyOf)
    {
        // A cursor pins its revision as much as a revision that is named.
        // The form of the answer is no part of the question: Answer adds it to both addresses.
        var latest = AddressWith();
        var freshness = new Freshness(revision.RecordedAt, AskedRevision.AtRevision(latest, revision.Number), Asked.Number is not null, latest);
        return Answer.Of(PartOf(revision.Number, found, keyOf, item => item), freshness);
    }

    /// <summary>The part itself, for lists whose answer keeps otherwise; its Link is set.</summary>
    public ListResponse<TItem> PartOf<T, TItem>(long revision, IReadOnlyList<T> found, Func<T, string[]> keyOf, Func<T, TItem> itemOf)
    {
        var shown = found.Take(_limit).ToList();
        var next = found.Count > _limit
            ? AddressWith("cursor", new Cursor(ListOf(_http), revision, keyOf(shown[^1])).ToString())
            : null;
        if (next is not null)
        {
            _http.Response.Headers.Append(HeaderNames.Link, $"<{next}>; rel=\"next\"");
        }

        return new ListResponse<TItem>([.. shown.Select(itemOf)], next, revision);
    }

    private string AddressWith(string? name = null, string? value = null)
    {
        var kept = _http.Request.Query.Where(each => each.Key != "cursor" && (name is not null || each.Key is not ("revision" or "asOf" or Formats.Parameter)));
        var query = new QueryBuilder(kept.SelectMany(each => each.Value, (each, text) => KeyValuePair.Create(each.Key, text ?? "")));
        if (name is not null)
        {
            query.Add(name, value!);
        }

        return _http.Request.Path.ToUriComponent() + query.ToQueryString();
    }

    /// <summary>The cursor by which the API goes on after an item that a page showed last.</summary>
    public static string CursorAfter(string path, IEnumerable<(string Name, string? Value)> filters, long revision, params string[] key) =>
        new Cursor(ListOf(path, filters.Where(each => !string.IsNullOrEmpty(each.Value))), revision, key).ToString();

    private static string ListOf(HttpContext http) => ListOf(
        http.Request.Path, http.Request.Query.Where(each => each.Key is not ("limit" or "cursor" or Formats.Parameter)).Select(each => (each.Key, (string?)each.Value.ToString())));

    // A list is an address with its filters; how many items are shown at once is no part of it, nor whether it is a page.
    private static string ListOf(string path, IEnumerable<(string Name, string? Value)> filters)
    {
        var address = path.StartsWith("/v1/", StringComparison.Ordinal) ? path : $"/v1{path}";
        var list = $"{address}\n{string.Join('\n', filters.OrderBy(each => each.Name, StringComparer.Ordinal).Select(each => $"{each.Name}={each.Value}"))}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list))[..8]);
    }
}
