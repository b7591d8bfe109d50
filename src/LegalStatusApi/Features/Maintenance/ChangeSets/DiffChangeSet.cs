using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>What a change set would change: record by record, field by field, and which answers for which days.</summary>
public static class DiffChangeSet
{
    /// <summary>What a change set would change.</summary>
    /// <param name="Changeset">Id of the set.</param>
    /// <param name="BaseRevision">The revision it is compared with.</param>
    /// <param name="Hash">SHA-256 over the canonical JSON of changes, records and answers: what an approval names.</param>
    /// <param name="Changes">Which kind of change each record's is, and why; those without a kind cannot be submitted yet.</param>
    /// <param name="Records">What changes, row by row.</param>
    /// <param name="Answers">Which answers become another, for which days.</param>
    /// <param name="Conflicts">Records that others changed since the revision that the set is based on: while there are any, it goes no further.</param>
    public sealed record Response(
        string Changeset, long BaseRevision, string Hash, IReadOnlyList<KindsOfChange.Change> Changes, IReadOnlyList<ChangedRecord> Records, IReadOnlyList<ChangedAnswer> Answers,
        IReadOnlyList<string> Conflicts);

    /// <summary>A row that it changes.</summary>
    /// <param name="Record">Key of the record that it belongs to.</param>
    /// <param name="Relation">What it is: classification, citation, source …</param>
    /// <param name="Id">Its id.</param>
    /// <param name="Action">added, changed or closed.</param>
    /// <param name="Fields">Field by field; of an added record all it says, of a closed one all it said.</param>
    public sealed record ChangedRecord(string Record, string Relation, string Id, string Action, IReadOnlyList<ChangedField> Fields);

    private sealed record MovedRow(string Relation, string Record);

    private sealed record Pair(string Jurisdiction, string Substance);

    /// <summary>What was found of a set, and the rows that a publication of it closes and adds.</summary>
    /// <param name="Diff">What it would change.</param>
    /// <param name="Differences">How.</param>
    public sealed record Judged(Response Diff, Differences Differences);

    /// <summary>The diff of a set as it is; of one that goes no further, as it was judged.</summary>
    public static async Task<Written> ShowAsync(Write write, string id)
    {
        var set = await ChangeSet.HoldAsync(write, id);
        if (set.IsOpen)
        {
            return new Written(StatusCodes.Status200OK, (await PreviewAsync(write, set, isComplete: false)).Diff, Version: set.Version);
        }

        var kept = (await write.QueryAsync<string?>(typeof(ChangeSet), "FindKeptDiff", new { set.Id })).Single()
            ?? throw new RefusedException(Problems.Conflict.With($"The set is {set.State} and was never submitted, so that no diff of it was kept."));
        return new Written(StatusCodes.Status200OK, JsonNode.Parse(kept), Version: set.Version);
    }

    /// <summary>Publishes the set for a look, within a savepoint, and takes it back: what the database would refuse is refused here.</summary>
    /// <param name="isComplete">Refused where of some change it is not said of which kind it is.</param>
    public static async Task<Judged> PreviewAsync(Write write, ChangeSet set, bool isComplete)
    {
        await Publication.TakeTurnAsync(write.Connection, write.Cancellation);
        var current = await KnownRevisions.RowsAsync(write.Connection, null, write.Cancellation);
        var differences = await DifferencesAsync(write, set, current);
        var changes = await ChangesAsync(write, set, differences, current, isComplete);
        await write.ExecuteAsync(typeof(DiffChangeSet), "Savepoint", new { });
        var revision = await Publication.WriteAsync(write.Connection, differences, new PublicationNote("preview", null, "preview"), [], null, write.Cancellation);
        await write.ExecuteAsync(typeof(DiffChangeSet), "CheckConstraints", new { });
        var pairs = await write.QueryAsync<Pair>(typeof(DiffChangeSet), "FindAffectedPairs", new { Revision = revision });
        var answers = await AnswersAsync(write, pairs, revision);
        await write.ExecuteAsync(typeof(DiffChangeSet), "RollbackToSavepoint", new { });

        var records = Records(differences, RecordKeys.Of(differences.Added, current)).ToList();
        var canonical = JsonSerializer.SerializeToNode(new { changes, records, answers }, ApiJson.Options);
        var hash = Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Utf8(canonical)));
        var conflicts = await ConflictsAsync(write, set);
        return new Judged(new Response(set.Id, revision - 1, hash, changes, records, answers, conflicts), differences);
    }

    /// <summary>What the set changes and others changed since.</summary>
    public static async Task<IReadOnlyList<string>> ConflictsAsync(Write write, ChangeSet set) =>
        [.. (await write.QueryAsync<MovedRow>(typeof(ChangeSet), "FindMovedRows", new { set.Id, set.BaseRevision })).Select(row => $"{row.Relation} {row.Record}")];

    private static async Task<IReadOnlyList<KindsOfChange.Change>> ChangesAsync(
        Write write, ChangeSet set, Differences differences, IReadOnlyList<Differences.CurrentRow> current, bool isComplete)
    {
        var notes = await write.QueryAsync<ProposedNote>(typeof(ChangeSet), "FindProposedNotes", new { set.Id });
        var touched = KindsOfChange.TouchedBy(differences, current);
        var changes = KindsOfChange.Of(touched, notes, set.Reason);
        if (isComplete)
        {
            KindsOfChange.Require(touched, changes);
        }

        return changes;
    }

    /// <summary>What the set changes of the current revision, its final state judged by every rule.</summary>
    private static async Task<Differences> DifferencesAsync(Write write, ChangeSet set, IReadOnlyList<Differences.CurrentRow> current)
    {
        var held = await write.QueryAsync<ProposedRow>(typeof(ChangeSet), "FindProposedRows", new { set.Id });
        var read = SeedReader.Read(SeedWriter.Write(Proposal.Over(current, held)));
        if (read.Mistakes.Count > 0)
        {
            throw new RefusedException(Problems.Impossible.With("The set as a whole cannot be published.",
                [.. read.Mistakes.Take(200).Select(mistake => new ParameterError($"{mistake.File}:{mistake.Field}", mistake.Message))]));
        }

        return Differences.Between(read.Rows, current, withdrawMissing: true);
    }

    private static async Task<IReadOnlyList<ChangedAnswer>> AnswersAsync(Write write, IReadOnlyList<Pair> pairs, long revision)
    {
        var asked = pairs.Select(pair => (pair.Jurisdiction, pair.Substance)).ToList();
        var after = await FetchStacks.FindAsync(write.Connection, asked, new AskedRevision(revision, null), write.Cancellation);
        var before = await FetchStacks.FindAsync(write.Connection, asked, new AskedRevision(revision - 1, null), write.Cancellation);
        return [.. before.Zip(after)
            .Where(each => each.First.Stack is not null && each.Second.Stack is not null)
            .SelectMany(each => ChangedAnswers.Between(each.First.Stack!, each.Second.Stack!))];
    }

    private static IEnumerable<ChangedRecord> Records(Differences differences, RecordKeys keys)
    {
        var closed = differences.Closed.ToDictionary(row => (row.Relation, row.Id), row => JsonNode.Parse(row.Content)!.AsObject());
        foreach (var row in differences.Added)
        {
            var after = JsonSerializer.SerializeToNode(row, row.GetType(), Row.Json)!.AsObject();
            var changed = closed.Remove((row.Relation, row.Identity), out var before);
            yield return new ChangedRecord(keys.RecordOf(row), row.Relation, row.Identity, changed ? "changed" : "added", Fields(before ?? [], after));
        }

        foreach (var ((relation, id), before) in closed)
        {
            yield return new ChangedRecord(keys.RecordOf(CurrentText.Parse(relation, before.ToJsonString(Row.Json))), relation, id, "closed", Fields(before, []));
        }
    }

    public static List<ChangedField> Fields(JsonObject before, JsonObject after) =>
        [.. before.Select(field => field.Key).Union(after.Select(field => field.Key), StringComparer.Ordinal)
            .Where(name => CanonicalJson.Text(before[name]) != CanonicalJson.Text(after[name]))
            .Select(name => new ChangedField(name, before[name]?.DeepClone(), after[name]?.DeepClone()))];
}
