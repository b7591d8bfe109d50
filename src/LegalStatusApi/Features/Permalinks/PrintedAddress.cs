using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace LegalStatusApi.Features.Permalinks;

/// <summary>A permalink as this service gives it: an answer with its place, substance, day and revision.</summary>
public sealed record PrintedAddress(string Jurisdiction, string Substance, string? Form, DateOnly On, long Revision)
{
    private const int Longest = 1000;
    private static readonly string[] Parameters = ["form", "on", "revision"];

    public string PresentAt(long revision) => Status(On).PermalinkOf(OneStack.PathOf("/v1/status", Jurisdiction, Substance), revision)!;

    public string TodayAt(DateOnly today, long revision) => Status(today).PermalinkOf(OneStack.PathOf("/v1/status", Jurisdiction, Substance), revision)!;

    /// <summary>The parts of a permalink, whatever host it names; null where it is none, with every mistake kept.</summary>
    public static PrintedAddress? Read(Check check, string text, DateOnly today)
    {
        if (text.Length > Longest || LocalOf(text) is not { } address || address.AbsolutePath.Split('/') is not ["", "v1", "status", var place, var substance]
            || place.Length == 0 || substance.Length == 0)
        {
            check.Refuse("permalink", "Give a permalink of a status, such as /v1/status/DE/lsd?on=2024-01-01&revision=1.");
            return null;
        }

        var query = QueryHelpers.ParseQuery(address.Query);
        foreach (var (name, values) in query.Where(each => !Parameters.Contains(each.Key, StringComparer.Ordinal) || each.Value.Count != 1))
        {
            check.Refuse(Check.Shown(name), values.Count > 1 ? "Given more than once." : $"A permalink has no such parameter. Known here: {string.Join(", ", Parameters)}.");
        }

        var code = check.Code("jurisdiction", Uri.UnescapeDataString(place));
        var day = Needed(check, query, "on") is { } on ? check.Day("on", on) : null;
        var revision = Needed(check, query, "revision") is { } number ? check.Number("revision", number, 1, long.MaxValue) : null;
        var form = query.TryGetValue("form", out var said) ? check.Slug("form", said.ToString()) : null;
        var slug = Uri.UnescapeDataString(substance).ToLowerInvariant();
        if (slug.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter)))
        {
            check.Refuse("substance", "It holds control characters or is not UTF-8.");
        }

        if (day > today)
        {
            check.Refuse("on", "The day lies ahead: an answer for it has no permalink, since the law may still change.");
        }

        return check.Failed ? null : new PrintedAddress(code!, slug, form, day!.Value, revision!.Value);
    }

    private StatusQuestion Status(DateOnly day) => new(day, true, Form, new AskedRevision(Revision, null), day);

    private static string? Needed(Check check, Dictionary<string, Microsoft.Extensions.Primitives.StringValues> query, string name)
    {
        if (query.TryGetValue(name, out var said) && said.ToString() is { Length: > 0 } text)
        {
            return text;
        }

        check.Refuse(name, "Missing: only an answer whose day and revision are both named has a permalink.");
        return null;
    }

    // The host is whatever proxy or mirror the answer was read from: only what follows it counts.
    private static Uri? LocalOf(string text) =>
        text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal) ? Uri.TryCreate($"http://local{text}", UriKind.Absolute, out var local) ? local : null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;
}
