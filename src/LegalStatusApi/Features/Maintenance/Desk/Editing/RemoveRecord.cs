using LegalStatusApi.Database;
using LegalStatusApi.Features.Explorer;
using LegalStatusApi.Features.Maintenance.ChangeSets;
using LegalStatusApi.Features.Maintenance.Desk.Sets;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Desk.Editing;

/// <summary>Takes a record out, with the reason.</summary>
/// <param name="shelf">Which records these are, as the API's addresses have it.</param>
public sealed class RemoveRecord(string shelf)
{
    public async Task<IResult> RemoveAsync(
        [FromRoute] string id, [FromRoute] string key, HttpContext http,
        [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer)
    {
        var form = await DeskForm.ReadAsync(http);
        var reason = PageQuestion.NullIfEmpty(form["reason"].ReplaceLineEndings("\n").Trim());
        var (done, problem) = await Writes.RunAsync(
            form.Sent(null), Maintainer.Of(http.User), writer, write => PutRecord.RemoveAsync(write, id, shelf, http.GetRouteValue("place") as string, key, reason));
        return done is null
            ? await ShowSet.ShowAsync(http, writer, id, problem, null)
            : DeskPage.SeeOther(http, $"{DeskEndpoints.Home}/changesets/{id}");
    }
}
