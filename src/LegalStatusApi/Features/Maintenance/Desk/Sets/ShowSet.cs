using LegalStatusApi.Database;
using LegalStatusApi.Features.Maintenance.ChangeSets;
using LegalStatusApi.Features.Maintenance.Desk.Editing;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Desk.Sets;

/// <summary>A change set: what it would change, record by record and answer by answer, and what may be done with it now.</summary>
public static class ShowSet
{
    /// <param name="Place">Whose records are to be edited: leads on to them.</param>
    /// <param name="New">It is a place that is not there yet: leads on to its form.</param>
    /// <param name="Saved">Key of the record that was put into it just now.</param>
    public sealed record Request([FromQuery] string? Place, [FromQuery] string? New, [FromQuery] string? Saved);

    /// <summary>The page of the set after a record was put into it, which says so.</summary>
    public static string AddressAfter(string id, string record) => $"{DeskEndpoints.Home}/changesets/{Uri.EscapeDataString(id)}?saved={Uri.EscapeDataString(record)}";

    public static async Task<IResult> Handle(
        [FromRoute] string id, [AsParameters] Request request, HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer)
    {
        if (string.IsNullOrWhiteSpace(request.Place))
        {
            return await ShowAsync(http, writer, id, null, null, request.Saved);
        }

        var check = Check.OfForm(http);
        var place = request.Place.Trim() == ShowPlaceRecords.General ? ShowPlaceRecords.General : check.Code("place", request.Place.Trim());
        return check.Failed
            ? await ShowAsync(http, writer, id, check.Problem(), null)
            : DeskPage.SeeOther(http, $"{DeskEndpoints.Home}/changesets/{Uri.EscapeDataString(id)}/{(request.New is null ? "places" : DraftText.Places)}/{place}");
    }

    /// <summary>The set as it is now; after a refusal also why, and what was typed.</summary>
    public static async Task<IResult> ShowAsync(HttpContext http, NpgsqlDataSource writer, string id, Problem? refused, string? typed, string? saved = null)
    {
        var cancellation = http.RequestAborted;
        var (set, contributors) = await writer.ReadAsync(async connection =>
            (await ShowChangeSet.FindAsync(connection, id, cancellation), await Transitions.ContributorsAsync(connection, id, cancellation)), cancellation);
        if (set is null)
        {
            return await DeskPage.OfProblem(http, refused ?? Problems.UnknownRecord.With($"There is no change set '{Check.Shown(id)}'."));
        }

        var who = Maintainer.Of(http.User);
        var (done, mistakes) = set.Rows.Count == 0
            ? (null, null)
            : await Writes.RunAsync(SentWrite.OfForm(http, null, null, ""), who, writer, write => DiffChangeSet.ShowAsync(write, id));
        return await DeskPage.Of<SetPage>(http, visit => new SetView(
            visit, set, done?.Read<DiffChangeSet.Response>(), mistakes, refused, typed, set.Author == who.Name, contributors.Contains(who.Id, StringComparer.Ordinal)) { Saved = saved },
            refused?.Status ?? StatusCodes.Status200OK);
    }
}

/// <param name="Set">The set and what it holds.</param>
/// <param name="Diff">What it would change; null where it holds nothing, or what it holds cannot be.</param>
/// <param name="Mistakes">Why it cannot be.</param>
/// <param name="Refused">Why what was just asked for was not done.</param>
/// <param name="Typed">What was typed then.</param>
/// <param name="IsAuthor">Who is signed in opened it.</param>
/// <param name="PutSomethingIn">Who is signed in opened it or put something into it.</param>
public sealed record SetView(
    DeskVisit Visit, ShowChangeSet.Response Set, DiffChangeSet.Response? Diff, Problem? Mistakes, Problem? Refused, string? Typed,
    bool IsAuthor, bool PutSomethingIn)
{
    /// <summary>Key of the record that was put into it just now; null where none was.</summary>
    public string? Saved { get; init; }

    /// <summary>What to say of it: only what the set holds is said to be in it.</summary>
    public string? SavedInWords => Diff?.Changes.Any(change => change.Record == Saved) != true ? null
        : $"{Saved} is in this draft{(IsNew(Saved) ? ", as a new record" : "")}. Readers see nothing of it until the set is published.";

    // A record that was there may be given new citations, and is no new one by that.
    private bool IsNew(string? record) => Diff!.Records.Any(row =>
        row.Record == record && row.Action == "added" && row.Relation is "classification" or "lead" or "pending_law" or "jurisdiction");

    public string Address => $"/desk/changesets/{Set.Id}";

    /// <summary>It may be edited, and by who is signed in.</summary>
    public bool IsEditable => WhyNot(SetStep.Edit) is null;

    /// <summary>Why the step cannot be taken now by who is signed in; null where it can.</summary>
    public string? WhyNot(SetStep step) =>
        step.RefusalIn(Set.State)?.Detail
        ?? (Visit.May(step.Scope) ? null : $"Your key does not have the scope {step.Scope}.")
        ?? step.RefusalOf(IsAuthor, PutSomethingIn)?.Detail;
}
