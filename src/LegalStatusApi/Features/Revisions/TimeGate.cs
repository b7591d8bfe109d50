using System.Globalization;
using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Http;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace LegalStatusApi.Features.Revisions;

/// <summary>
/// Leads a request with Accept-Datetime to the answer of the revision that was current then (RFC 7089, pattern 1.1): the record clock,
/// never the law's. Before the first revision that is the first, after the latest the latest.
/// </summary>
public static class TimeGate
{
    public static void UseTimeGate(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (!IsAsked(http))
        {
            await next(http);
            return;
        }

        if (!DateTimeOffset.TryParseExact(http.Request.Headers[Memento.AcceptDatetime], "r", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var instant))
        {
            const string mistake = "Write an instant as RFC 9110 has it: Sat, 21 Nov 2026 12:00:00 GMT.";
            await Problems.WriteAsync(http, Problems.InvalidParameters.With(
                $"{Memento.AcceptDatetime}: {mistake}", [new ParameterError(Memento.AcceptDatetime, mistake)]));
            return;
        }

        var revision = await FindAsync(http.RequestServices.GetRequiredService<NpgsqlDataSource>(), instant, http.RequestAborted);
        if (revision is null)
        {
            await next(http);
            return;
        }

        Lead(http, revision.Value);
    });

    // Whoever names a revision has decided already.
    private static bool IsAsked(HttpContext http) =>
        http.Request.Headers.ContainsKey(Memento.AcceptDatetime)
        && HttpMethods.IsGet(http.Request.Method)
        && Check.Takes(http.GetEndpoint(), "asOf")
        && !http.Request.Query.ContainsKey("revision") && !http.Request.Query.ContainsKey("asOf") && !http.Request.Query.ContainsKey("cursor");

    private static Task<long?> FindAsync(NpgsqlDataSource database, DateTimeOffset instant, CancellationToken cancellation) =>
        database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
            SqlFile.Beside(typeof(TimeGate), "FindRevisionAt"), new { Instant = instant.UtcDateTime }, cancellationToken: cancellation)), cancellation);

    private static void Lead(HttpContext http, long revision)
    {
        var original = Memento.Original(http.Request);
        http.Response.StatusCode = StatusCodes.Status302Found;
        http.Response.Headers.Location = AskedRevision.AtRevision(original, revision);
        http.Response.Headers.Vary = Memento.AcceptDatetime;
        http.Response.Headers.CacheControl = new Freshness().CacheControl;
        http.Response.Headers.Append(HeaderNames.Link, $"<{original}>; rel=\"original timegate\"");
    }
}
