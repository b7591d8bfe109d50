using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Sources;

/// <summary>One source and its versions.</summary>
public static class ShowSource
{
    /// <param name="Key">Key of the source.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request([FromRoute] string Key, [FromQuery] string? Revision, [FromQuery] string? AsOf);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var asked = AskedRevision.Read(check, clock, request.Revision, request.AsOf);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var key = request.Key.ToLowerInvariant();
        if (key != request.Key)
        {
            return Answer.CanonicalAt(http.Request, PathOf(key));
        }

        var found = await FetchSource.FindAsync(database, asked, key, cancellation);
        return found switch
        {
            null => asked.NoSuchRevision().Result(),
            { Said.Source: { } source } => Answer.Of(source, asked.FreshnessOf(found.Revision, PathOf(key))),
            _ => FetchSource.NoSuchSource(key, found.Said.Nearest).Result(),
        };
    }

    public static string PathOf(string key) => $"/v1/sources/{Uri.EscapeDataString(key)}";
}
