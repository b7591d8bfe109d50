using LegalStatusApi.Caching;
using LegalStatusApi.Features.Changes;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Explorer.Lists;

/// <summary>What changed in law and on record, newest first.</summary>
public static class ShowChangesPage
{
    public const string Path = "/changes";
    private const string Shown = "50";

    /// <param name="Kind">law or record; both where absent or empty.</param>
    /// <param name="Jurisdiction">Only of this place itself.</param>
    /// <param name="Substance">Only of this substance.</param>
    /// <param name="Cursor">Where the part before ended.</param>
    public sealed record Request([FromQuery] string? Kind, [FromQuery] string? Jurisdiction, [FromQuery] string? Substance, [FromQuery] string? Cursor);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, LatestRevision latest, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.OfForm(http);
        var asked = new ListChanges.Request(
            PageQuestion.NullIfEmpty(request.Kind), await TypedPlaces.CodeOfAsync(check, request.Jurisdiction, database, cancellation), PageQuestion.NullIfEmpty(request.Substance),
            null, null, Shown, PageQuestion.NullIfEmpty(request.Cursor));
        var (page, problem) = await ListChanges.FindPageAsync(check, asked, http.Request, database, clock, cancellation, latest.Current);
        return page is null ? problem!.Result() : await Page.Of<ChangesPageView>(http, page, page.Revision.RecordedAt);
    }
}
