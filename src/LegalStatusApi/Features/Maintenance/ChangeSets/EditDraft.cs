using System.Text.Json;
using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>
/// The one way in which a draft changes: what it holds is laid over the revision it is based on, written as the data set's
/// text, edited there, and read again by the rules that every text obeys. What then differs from the revision is the set.
/// </summary>
public static class EditDraft
{
    /// <summary>What an edit does to the text; it returns where in the text the record stands, as mistakes name it.</summary>
    public delegate string Edit(SeedEdit text);

    /// <summary>What of the rows that a set holds it is to hold still, before it is edited.</summary>
    public delegate IReadOnlyList<ProposedRow> Choice(IReadOnlyList<ProposedRow> held, IReadOnlyList<Differences.CurrentRow> current);

    /// <summary>What a draft holds now.</summary>
    /// <param name="Changeset">Id of the set.</param>
    /// <param name="Version">Its version now, which is its ETag too.</param>
    /// <param name="Puts">How many rows it puts in all.</param>
    /// <param name="Closes">How many rows it closes in all.</param>
    public sealed record Response(string Changeset, int Version, int Puts, int Closes);

    /// <summary>What an edit makes of the set.</summary>
    /// <param name="Set">The set as it was.</param>
    /// <param name="Held">The rows that it held.</param>
    /// <param name="Differences">What it changes now of the revision it is based on.</param>
    /// <param name="Touched">The same, record by record.</param>
    public sealed record Outcome(ChangeSet Set, IReadOnlyList<ProposedRow> Held, Differences Differences, IReadOnlyList<KindsOfChange.Touched> Touched);

    public static async Task<Written> RunAsync(Write write, string id, string action, string subject, Edit edit, ProposedNote? note)
    {
        var (set, _, differences, _) = await KeepAsync(write, id, action, subject, edit, _ => note is null ? [] : [note]);
        return new Written(StatusCodes.Status200OK,
            new Response(set.Id, set.Version + 1, differences.Added.Count, differences.Closed.Count),
            Version: set.Version + 1);
    }

    /// <summary>Edits the set and keeps what comes of it, with the notes that are made of it.</summary>
    public static async Task<Outcome> KeepAsync(
        Write write, string id, string action, string subject, Edit edit, Func<Outcome, IEnumerable<ProposedNote>> notesOf, Choice? choice = null)
    {
        var set = await OpenForEditAsync(write, id);
        var outcome = await ApplyAsync(write, set, edit, choice);
        var differences = outcome.Differences;
        var rows = Rows(differences);
        await write.ExecuteAsync(typeof(ChangeSet), "ReplaceProposedRows", new { set.Id, PutBy = write.Who.Id, Rows = RowsAsJson(rows) });
        foreach (var note in notesOf(outcome))
        {
            await write.ExecuteAsync(typeof(ChangeSet), "PutProposedNote", new { set.Id, note.Record, note.Kind, note.Reason, PutBy = write.Who.Id });
        }

        await write.ExecuteAsync(typeof(ChangeSet), "DropIdleNotes", new { set.Id, Records = outcome.Touched.Select(record => record.Key).ToArray() });
        await SetStateAsync(write, set.Id, ChangeSetState.Draft);
        await write.AuditAsync(action, $"{set.Id} {subject}", before: Unlike(outcome.Held, rows), after: Unlike(rows, outcome.Held));
        return outcome;
    }

    /// <summary>What the edit makes of the set, without keeping it; mistakes are a refusal that names each.</summary>
    public static async Task<Outcome> ApplyAsync(Write write, ChangeSet set, Edit edit, Choice? choice = null)
    {
        var (current, held, text) = await LayAsync(write, set, choice);
        var place = edit(text);
        var read = SeedReader.Read(text.Files, inAnyOrder: true);
        if (read.Mistakes.Count > 0)
        {
            throw new RefusedException(Problems.Impossible.With(
                $"{read.Mistakes.Count} mistake{(read.Mistakes.Count == 1 ? "" : "s")}; nothing was changed.",
                [.. read.Mistakes.Take(200).Select(mistake => ErrorOf(mistake, place))]));
        }

        var differences = Differences.Between(read.Rows, current, withdrawMissing: true);
        return differences.Refusals.Count == 0
            ? new Outcome(set, held, differences, KindsOfChange.TouchedBy(differences, current))
            : throw new RefusedException(Problems.Impossible.With(string.Join(" ", differences.Refusals)));
    }

    /// <summary>The set, held, of the version that was named; refused where it is edited no more.</summary>
    public static async Task<ChangeSet> HoldEditableAsync(Write write, string id)
    {
        var set = await ChangeSet.HoldAsync(write, id);
        set.Require(SetStep.Edit);
        write.RequireMatch(set.Version);
        return set;
    }

    /// <summary>The data set's text as the set would have it.</summary>
    public static async Task<SeedEdit> TextAsync(Write write, ChangeSet set) => (await LayAsync(write, set)).Text;

    /// <summary>The rows of the revision that the set is based on, what the set holds, and the text that both make.</summary>
    public static async Task<(IReadOnlyList<Differences.CurrentRow> Current, IReadOnlyList<ProposedRow> Held, SeedEdit Text)> LayAsync(
        Write write, ChangeSet set, Choice? choice = null)
    {
        var current = await KnownRevisions.RowsAsync(write.Connection, set.BaseRevision, write.Cancellation);
        var held = await write.QueryAsync<ProposedRow>(typeof(ChangeSet), "FindProposedRows", new { set.Id });
        return (current, held, TextOf(current, choice is null ? held : choice(held, current)));
    }

    /// <summary>The text that a revision makes with what a set holds laid over it.</summary>
    public static SeedEdit TextOf(IReadOnlyList<Differences.CurrentRow> current, IReadOnlyList<ProposedRow> held) => new(SeedWriter.Write(Proposal.Over(current, held)));

    public static Task<int> SetStateAsync(
        Write write, string id, string state, long? baseRevision = null, byte[]? approvedHash = null, string? rejection = null, long? revision = null,
        DiffChangeSet.Response? diff = null) =>
        write.ExecuteAsync(typeof(ChangeSet), "SetState", new
        {
            Id = id, State = state, BaseRevision = baseRevision, Reviewer = write.Who.Id, ApprovedHash = approvedHash, Rejection = rejection, Revision = revision,
            Diff = diff is null ? null : JsonSerializer.Serialize(diff, ApiJson.Options),
        });

    // An edit of a set that is in review, approved or rejected takes it back to a draft: what was judged is no longer what it holds.
    private static async Task<ChangeSet> OpenForEditAsync(Write write, string id)
    {
        var set = await HoldEditableAsync(write, id);
        if (set.State == ChangeSetState.Draft)
        {
            return set;
        }

        await SetStateAsync(write, set.Id, ChangeSetState.Draft);
        return set with { State = ChangeSetState.Draft, Version = set.Version + 1 };
    }

    // A mistake in the record that was sent is named as a member of it; any other by its file.
    private static ParameterError ErrorOf(Mistake mistake, string place)
    {
        var where = $"{mistake.File} {mistake.Field}";
        var isOfRecord = place.Length > 0 && where.StartsWith(place, StringComparison.Ordinal)
            && (where.Length == place.Length || where[place.Length] == '.' || place[^1] == ' ');
        return isOfRecord
            ? new ParameterError(where[place.Length..].TrimStart('.') is { Length: > 0 } member ? member : "body", mistake.Message)
            : new ParameterError($"{mistake.File}:{mistake.Field}", mistake.Message);
    }

    private static List<ProposedRow> Rows(Differences differences)
    {
        var added = differences.Added.Select(row => new ProposedRow(row.Relation, row.Identity, JsonSerializer.Serialize(row, row.GetType(), Row.Json), ""));
        var closed = differences.Closed.Where(row => differences.Added.All(put => put.Relation != row.Relation || put.Identity != row.Id))
            .Select(row => new ProposedRow(row.Relation, row.Id, null, ""));
        return [.. added, .. closed];
    }

    private static string RowsAsJson(IEnumerable<ProposedRow> rows) => new JsonArray([.. rows.Select(row => (JsonNode)new JsonObject
    {
        ["relation"] = row.Relation, ["id"] = row.Id, ["content"] = row.Content is null ? null : JsonNode.Parse(row.Content),
    })]).ToJsonString(Row.Json);

    // What the one list says and the other does not, row by row: what an edit found, and what it left.
    private static JsonArray Unlike(IEnumerable<ProposedRow> rows, IEnumerable<ProposedRow> others)
    {
        var known = others.Select(row => (row.Relation, row.Id, Canonical(row.Content))).ToHashSet();
        return new JsonArray([.. rows.Where(row => !known.Contains((row.Relation, row.Id, Canonical(row.Content)))).Select(row => (JsonNode)new JsonObject
        {
            ["relation"] = row.Relation, ["id"] = row.Id, ["content"] = row.Content is null ? null : JsonNode.Parse(row.Content),
        })]);
    }

    private static string? Canonical(string? content) => content is null ? null : CanonicalJson.Text(JsonNode.Parse(content));
}
