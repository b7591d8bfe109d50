using LegalStatusApi.Caching;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Features.Substances;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Explorer.Lists;

/// <summary>A substance: what it and its forms are called, and where to ask about it.</summary>
public static class ShowSubstancePage
{
    /// <param name="Substance">Slug.</param>
    /// <param name="Form">Slug of a form, to which the page leads.</param>
    public sealed record Request([FromRoute] string Substance, [FromQuery] string? Form);

    public static async Task<IResult> Handle([AsParameters] Request request, HttpContext http, NpgsqlDataSource database, LatestRevision latest, CancellationToken cancellation)
    {
        var check = Check.OfForm(http);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var found = await FetchSubstances.FindAsync(database, latest.Asked, request.Substance, null, 1, cancellation);
        if (found is { Said: [var substance] })
        {
            return await Page.Of<SubstancePage>(http, substance, found.Revision.RecordedAt);
        }

        var names = await KnownNames.FindAsync(database, cancellation);
        return names.SubstanceOf(request.Substance) is { } slug && slug != request.Substance
            ? Answer.CanonicalAt(http.Request, $"/substances/{slug}")
            : names.NoSuchSubstance(request.Substance).Result();
    }
}
