using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Explorer;
using LegalStatusApi.Features.Maintenance.ChangeSets;
using LegalStatusApi.Http;
using Npgsql;
using Microsoft.AspNetCore.Mvc;

namespace LegalStatusApi.Features.Maintenance.Desk.Sets;

/// <summary>Change sets, newest first.</summary>
public static class ShowSets
{
    public sealed record Request([FromQuery] string? State, [FromQuery] string? Author, [FromQuery] string? Cursor);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, TimeProvider clock,
        CancellationToken cancellation)
    {
        var check = Check.OfForm(http);
        var state = check.Term("state", request.State, ChangeSetState.All);
        var paging = Paging.Read(check, http, clock, null, request.Cursor, null, null);
        if (check.Failed)
        {
            return await DeskPage.OfProblem(http, check.Problem());
        }

        var found = await ListChangeSets.FindAsync(state, PageQuestion.NullIfEmpty(request.Author), paging, writer, cancellation);
        return await DeskPage.Of<SetsPage>(http, visit => new SetsView(visit, request, found));
    }
}

/// <param name="Asked">The filters, as they were typed.</param>
/// <param name="Found">A part of the sets.</param>
public sealed record SetsView(DeskVisit Visit, ShowSets.Request Asked, ListChangeSets.Response Found);
