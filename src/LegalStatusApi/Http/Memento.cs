using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Http;

/// <summary>
/// Time travel by HTTP (RFC 7089): an address without revision is at once the resource and its TimeGate, the same address with a
/// revision is a memento of it.
/// </summary>
public static class Memento
{
    public const string AcceptDatetime = "Accept-Datetime";
    public const string MementoDatetime = "Memento-Datetime";

    /// <summary>Says of an answer at a revision that it is a memento, of when and of what.</summary>
    public static void Describe(HttpContext http, Freshness freshness)
    {
        if (!Check.Takes(http.GetEndpoint(), "asOf"))
        {
            return;
        }

        http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, AcceptDatetime);
        if (freshness.RecordedAt is not { } recordedAt || !http.Request.Query.ContainsKey("revision"))
        {
            return;
        }

        http.Response.Headers[MementoDatetime] = HeaderUtilities.FormatDate(recordedAt);
        http.Response.Headers.Append(HeaderNames.Link, $"<{Original(http.Request)}>; rel=\"original timegate\"");
    }

    /// <summary>The address without the revision.</summary>
    public static string Original(HttpRequest request)
    {
        var query = request.Query.Where(each => each.Key is not ("revision" or "asOf" or "cursor"))
            .SelectMany(each => each.Value, (each, value) => KeyValuePair.Create(each.Key, value));
        return request.Path.ToUriComponent() + QueryString.Create(query);
    }
}
