using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Substances;

/// <summary>One substance, its forms, and what other registers call it.</summary>
public static class ShowSubstance
{
    private const string Path = "/v1/substances/";

    /// <param name="Slug">Slug; synonyms and CAS numbers are redirected to it.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request([FromRoute] string Slug, [FromQuery] string? Revision, [FromQuery] string? AsOf);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var asked = AskedRevision.Read(check, clock, request.Revision, request.AsOf);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var found = await FetchSubstances.FindAsync(database, asked, request.Slug, null, 1, cancellation);
        return found switch
        {
            null => asked.NoSuchRevision().Result(),
            { Said: [var substance] } => Answer.Of(
                substance with { Revision = found.Revision.Number }, asked.FreshnessOf(found.Revision, Path + substance.Slug)),
            _ => await ElsewhereAsync(request.Slug, http, database, cancellation),
        };
    }

    // A synonym or a CAS number leads to the substance; anything else is a problem that offers the nearest.
    private static async Task<IResult> ElsewhereAsync(
        string typed, HttpContext http, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var names = await KnownNames.FindAsync(database, cancellation);
        return names.SubstanceOf(typed) is { } slug && slug != typed
            ? Answer.CanonicalAt(http.Request, Path + slug)
            : names.NoSuchSubstance(typed).Result();
    }
}
