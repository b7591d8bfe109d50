using LegalStatusApi.Dataset;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>
/// Takes what a set says of a record out of the set: the record is again as the revision has it. A set that then holds nothing
/// that others changed is based on the current revision from here on.
/// </summary>
public static class RevertRecord
{
    public static async Task<Written> RevertAsync(Write write, string id)
    {
        var json = write.Json();
        Write.OnlyKnown(json, "record");
        var record = Write.Text(json, "record", 200);
        var outcome = await EditDraft.KeepAsync(write, id, "revert", record, _ => "", _ => [], (held, current) => Without(record, held, current));
        var set = outcome.Set;
        await Publication.TakeTurnAsync(write.Connection, write.Cancellation);
        if ((await DiffChangeSet.ConflictsAsync(write, set)).Count == 0)
        {
            await write.ExecuteAsync(typeof(ChangeSet), "MoveToCurrentRevision", new { set.Id });
        }

        return new Written(StatusCodes.Status200OK,
            new EditDraft.Response(set.Id, set.Version + 1, outcome.Differences.Added.Count, outcome.Differences.Closed.Count), Version: set.Version + 1);
    }

    private static IReadOnlyList<ProposedRow> Without(string record, IReadOnlyList<ProposedRow> held, IReadOnlyList<Differences.CurrentRow> current)
    {
        var said = current.ToDictionary(row => (row.Relation, row.Id), row => row.Content);
        var rows = held.Select(row => (Held: row, Row: CurrentText.Parse(row.Relation, row.Content ?? said[(row.Relation, row.Id)]))).ToList();
        var keys = RecordKeys.Of(rows.Select(row => row.Row), current);
        var kept = rows.Where(row => keys.RecordOf(row.Row) != record).Select(row => row.Held).ToList();
        return kept.Count < held.Count
            ? kept
            : throw new RefusedException(Problems.UnknownRecord.With($"The set says nothing of '{Check.Shown(record)}'."));
    }
}
