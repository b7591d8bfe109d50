using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Jurisdictions;

/// <summary>One place, the places above and below it, and how much of its law is on record.</summary>
public static class ShowJurisdiction
{
    private const string Path = "/v1/jurisdictions/";

    /// <param name="Code">ISO 3166-1 alpha-2, ISO 3166-2, those and a slug, UN or EU.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request([FromRoute] string Code, [FromQuery] string? Revision, [FromQuery] string? AsOf);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var asked = AskedRevision.Read(check, clock, request.Revision, request.AsOf);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        if (!JurisdictionCode.TryCanonicalize(request.Code, out var code))
        {
            return (await KnownNames.FindAsync(database, cancellation)).NoSuchPlace(request.Code).Result();
        }

        if (code != request.Code)
        {
            return Answer.CanonicalAt(http.Request, Path + code);
        }

        var found = await FindAsync(code, asked, database, cancellation);
        return found switch
        {
            null => asked.NoSuchRevision().Result(),
            { Said: [var place] } => Answer.Of(place, asked.FreshnessOf(found.Revision, Path + code)),
            _ => (await KnownNames.FindAsync(database, cancellation)).NoSuchPlace(code).Result(),
        };
    }

    /// <returns>One place, or none where the code is not on record; null where there is no such revision.</returns>
    public static Task<ReadAt<IReadOnlyList<JurisdictionResponse>>?> FindAsync(
        string code, AskedRevision asked, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(asked, (connection, revision) => connection.QueryJsonAsync<JurisdictionResponse>(
            SqlFile.Beside(typeof(ShowJurisdiction), nameof(ShowJurisdiction)), new { Code = code, Revision = revision.Number }, cancellation),
            cancellation);
}
