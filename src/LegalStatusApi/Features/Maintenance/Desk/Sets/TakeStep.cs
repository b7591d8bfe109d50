using System.Text.Json.Nodes;
using LegalStatusApi.Database;
using LegalStatusApi.Features.Maintenance.ChangeSets;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Desk.Sets;

/// <summary>The steps of a change set, as its page offers them.</summary>
public static class TakeStep
{
    public static Task<IResult> SubmitAsync(HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, string id) =>
        RunAsync(http, writer, id, null, Transitions.SubmitAsync);

    public static Task<IResult> WithdrawAsync(HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, string id) =>
        RunAsync(http, writer, id, null, Transitions.WithdrawAsync);

    public static Task<IResult> PublishAsync(HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, string id) =>
        RunAsync(http, writer, id, null, Transitions.PublishAsync);

    /// <summary>Approves the diff that the page showed, by its hash.</summary>
    public static Task<IResult> ApproveAsync(HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, string id) =>
        RunAsync(http, writer, id, "hash", Transitions.ApproveAsync);

    public static Task<IResult> RejectAsync(HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, string id) =>
        RunAsync(http, writer, id, "reason", Transitions.RejectAsync);

    /// <summary>Takes what the set says of a record out of it.</summary>
    public static Task<IResult> RevertAsync(HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, string id) =>
        RunAsync(http, writer, id, "record", RevertRecord.RevertAsync);

    private static async Task<IResult> RunAsync(
        HttpContext http, NpgsqlDataSource writer, string id, string? field, Func<Write, string, Task<Written>> work)
    {
        var form = await DeskForm.ReadAsync(http);
        JsonObject? body = field is null ? null : form.Body(field);
        var (done, problem) = await Writes.RunAsync(form.Sent(body), Maintainer.Of(http.User), writer, write => work(write, id));
        return done is null
            ? await ShowSet.ShowAsync(http, writer, id, problem, form["reason"])
            : DeskPage.SeeOther(http, $"/desk/changesets/{id}");
    }
}
