using System.Text;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Changes;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Mcp;

/// <summary>changes: what changed in law, and what changed on record.</summary>
public static class ChangesTool
{
    private const int Most = 50;
    private const int Ordinary = 20;

    public static readonly Tool Tool = new(
        "changes",
        "What changed",
        "Events of the law (a status took effect or ended) and of the record (added, corrected, re-verified, withdrawn), never mixed: kind says which. The latest, newest first; "
            + "given the since of an earlier answer, what is new, oldest first, each event once. Nothing is told before its day; what is still to come is in /v1/pending.",
        [
            new("kind", "law or record; both where absent.", Known: ChangeTerms.Kinds),
            CommonArguments.Jurisdiction with { IsNeeded = false, Description = $"Only of this place itself. {CommonArguments.Jurisdiction.Description}" },
            CommonArguments.Substance with { IsNeeded = false, Description = "Only of this substance, its forms included: psilocybin, lsd or ketamine." },
            new("since", "The since of an earlier answer with the same filters: only what is new after it."),
            new("cursor", "In looking back from the latest: the cursor of the part before."),
            new("limit", $"How many at most, 1 to {Most}; {Ordinary} where absent.", IsNumber: true),
        ],
        AnswerAsync);

    /// <summary>Changes as an agent is told them.</summary>
    /// <param name="On">The day (UTC) up to which the law is told.</param>
    /// <param name="Revision">The revision up to which the record is told.</param>
    /// <param name="Items">The events.</param>
    /// <param name="Since">Send it as since, with the same filters, for what is new after this.</param>
    /// <param name="Cursor">In looking back: send it as cursor for the part that follows; absent in the last.</param>
    /// <param name="HasMore">More follows: with cursor in looking back, else with since.</param>
    /// <param name="Permalink">Where the same list is; it changes with each publication and each day.</param>
    /// <param name="Notice">What every reuse must say.</param>
    public sealed record Told(
        string On, long Revision, IReadOnlyList<ToldEvent> Items, string Since, string? Cursor, bool HasMore, string? Permalink, string Notice);

    /// <summary>One event.</summary>
    /// <param name="On">Of the law: the day, as precisely as it is known; of the record: the day on which it was published.</param>
    /// <param name="Level">Whose law.</param>
    /// <param name="Verification">How well what the law says was checked; absent of an event of the record.</param>
    /// <param name="Conflicts">With levels above, on that day; absent where it was not compared.</param>
    /// <param name="Kind">law or record.</param>
    /// <param name="Change">What happened.</param>
    /// <param name="Status">Of the law: what took effect or ended.</param>
    /// <param name="Substance">Slug of the substance.</param>
    /// <param name="Form">Slug of the form; absent for the substance itself.</param>
    /// <param name="Say">Plain sentences that are safe to print.</param>
    /// <param name="Id">Stable: the same event has it whenever it is told.</param>
    /// <param name="Permalink">Where to read on.</param>
    public sealed record ToldEvent(
        string On,
        ToldLevel? Level,
        ToldCheck? Verification,
        IReadOnlyList<ConflictResponse>? Conflicts,
        string Kind,
        string Change,
        string? Status,
        string? Substance,
        string? Form,
        string Say,
        string Id,
        string? Permalink);

    private static async Task<ToolAnswer> AnswerAsync(ToolCall call)
    {
        var limit = call.Check.Number("limit", call["limit"], 1, Most) ?? Ordinary;
        var request = new ListChanges.Request(call["kind"], call["jurisdiction"], call["substance"], null, call["since"], $"{limit}", call["cursor"]);
        var (page, problem) = await ListChanges.FindPageAsync(call.Check, request, call.Request, call.Stacks.Database, call.Clock, call.Cancellation);
        if (page is null)
        {
            throw new RefusedException(problem!);
        }

        var stacks = await StacksAsync(call, page);
        var said = ChangesResponse.Of(page);
        var told = new Told(
            said.On, said.Revision, [.. page.Shown.Select(happening => EventOf(call, happening, stacks, page.On))], said.Since,
            page.Next is { Name: "cursor" } next ? next.Value : null, page.Next is not null, call.Absolute(page.Address(ListChanges.Path)), said.Notice);
        return new ToolAnswer(TextOf(told), told);
    }

    // What the levels above say is in no event: one more statement for all of them.
    private static async Task<Dictionary<(string, string), Stack>> StacksAsync(ToolCall call, ChangesPage page)
    {
        var pairs = page.Shown.Where(each => each is { IsLaw: true, IsRetraction: false, Place: not null, Substance: not null })
            .Select(each => (each.Place!.Code, each.Substance!)).Distinct().ToList();
        var found = pairs.Count == 0 ? []
            : await call.Stacks.FindAsync(pairs, new AskedRevision(page.Revision.Number, null), call.Cancellation);
        return found.Where(each => each.Stack is not null).ToDictionary(each => (each.Jurisdiction, each.Substance), each => each.Stack!);
    }

    private static ToldEvent EventOf(ToolCall call, Happening happening, Dictionary<(string, string), Stack> stacks, DateOnly today)
    {
        var record = happening.IsLaw ? happening.Record : null;
        var stack = happening is { Place: { } place, Substance: { } substance } ? stacks.GetValueOrDefault((place.Code, substance)) : null;
        return new ToldEvent(
            happening.On?.ToString() ?? happening.At.ToString("yyyy-MM-dd"),
            happening.Place is { } whose ? ToldLevel.Of(whose) : null,
            happening.IsLaw ? ToldCheck.Of(record) : null,
            stack is null || record is null || happening.Boundary != "begins" ? null : ToldConflicts.At(stack, record, happening.On?.Last, today),
            happening.Kind, happening.Change, happening.IsLaw ? happening.Status : null, happening.Substance, happening.Form,
            happening.Say, happening.EventId, call.Absolute(ChangesPage.LinkOf(happening)));
    }

    private static string TextOf(Told told)
    {
        var text = new StringBuilder($"What changed up to {told.On}, as recorded in revision {told.Revision}: {told.Items.Count} events{(told.HasMore ? ", and more follow" : "")}.").AppendLine();
        foreach (var item in told.Items)
        {
            text.AppendLine($"- {item.On}. {(item.Level is null ? "" : $"Level of law: {item.Level}. ")}"
                + (item.Verification is null ? "" : $"Verification: {item.Verification.Value ?? "none"}{(item.Verification.IsLead ? " (not checked in the law itself)" : "")}. Conflicts: {ToldConflicts.Line(item.Conflicts)} ")
                + $"{(item.Kind == ChangeTerms.Law ? "Law" : "Record, not law")}: {item.Change}. {(item.Status is null ? "" : $"Status: {item.Status}. ")}{item.Say}");
        }

        return text.AppendLine(told.Cursor is null ? $"For what is new after this, send since: {told.Since}" : $"For the part that follows, send cursor: {told.Cursor}")
            .AppendLine($"Permalink of the list: {told.Permalink}").Append(told.Notice).ToString();
    }
}
