using LegalStatusApi.Database;
using LegalStatusApi.Features.Maintenance.ChangeSets;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Desk.Sets;

/// <summary>Opens a draft.</summary>
public static class OpenSet
{
    private const string Below = "/v1/changesets/";

    public static Task<IResult> Show(HttpContext http) => DeskPage.Of<OpenPage>(http, visit => new OpenView(visit, "", "", null));

    public static async Task<IResult> OpenAsync(HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer)
    {
        var form = await DeskForm.ReadAsync(http);
        var (done, problem) = await Writes.RunAsync(form.Sent(form.Body("title", "reason")), Maintainer.Of(http.User), writer, OpenChangeSet.OpenAsync);
        return done is null
            ? await DeskPage.Of<OpenPage>(http, visit => new OpenView(visit, form["title"], form["reason"], problem), problem!.Status)
            : DeskPage.SeeOther(http, $"/desk/changesets/{done.Location![Below.Length..]}");
    }
}

/// <param name="Title">As it was typed.</param>
/// <param name="Reason">As it was typed.</param>
/// <param name="Problem">Why it was refused.</param>
public sealed record OpenView(DeskVisit Visit, string Title, string Reason, Problem? Problem)
{
    public Editing.Typed Typed { get; } = new(new() { ["title"] = Title, ["reason"] = Reason }, Problem);
}
