using System.Text.Json.Nodes;
using LegalStatusApi.Database;
using LegalStatusApi.Features.Maintenance.Review;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Desk.Queue;

/// <summary>Takes an item of the queue, lets go of it, or says what settled it.</summary>
public static class WorkOnQueue
{
    public static async Task<IResult> Handle(
        string id, string work, HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, TimeProvider clock)
    {
        var form = await DeskForm.ReadAsync(http);
        var (done, problem) = work switch
        {
            "claim" => await RunAsync(form, null, write => WorkOnItems.ClaimAsync(write, id, clock.Today())),
            "release" => await RunAsync(form, new JsonObject { ["release"] = true }, write => WorkOnItems.ClaimAsync(write, id, clock.Today())),
            "settle" => await RunAsync(form, form.Body("how"), write => WorkOnItems.SettleAsync(write, id, clock.Today())),
            _ => (null, Problems.NotFound.With("An item is claimed, released or settled.")),
        };
        if (done is null)
        {
            return await DeskPage.Of<SettlePage>(http, visit => new SettleView(visit, id, work == "settle" ? form["how"] : null, problem!), problem!.Status);
        }

        return DeskPage.SeeOther(http, SignIn.OwnAddress(form["back"]) is { Length: > 5 } back ? back : "/desk/queue");

        Task<(StoredAnswer? Done, Problem? Problem)> RunAsync(DeskForm sent, JsonObject? body, Func<Write, Task<Written>> task) =>
            Writes.RunAsync(sent.Sent(body), Maintainer.Of(http.User), writer, task);
    }
}

/// <param name="Typed">What settled it, as it was typed.</param>
/// <param name="Problem">Why it was refused.</param>
public sealed record SettleView(DeskVisit Visit, string Id, string? Typed, Problem Problem);
