using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>A proposal as it is stored.</summary>
public sealed record ChangeSet(
    string Id,
    string Author,
    string AuthorName,
    string Title,
    string Reason,
    string State,
    long BaseRevision,
    int Version,
    DateTime CreatedAt,
    DateTime? SubmittedAt,
    string? Reviewer,
    string? ReviewerName,
    DateTime? ReviewedAt,
    byte[]? ApprovedHash,
    string? Rejection,
    long? Revision)
{
    public bool IsOpen => State is ChangeSetState.Draft or ChangeSetState.InReview or ChangeSetState.Approved;

    /// <summary>The set, held for this transaction; 404 where there is none.</summary>
    public static async Task<ChangeSet> HoldAsync(Write write, string id) =>
        await write.QueryAsync<ChangeSet>(typeof(ChangeSet), "HoldChangeSet", new { Id = id }) is [var set]
            ? set
            : throw new RefusedException(Problems.UnknownRecord.With($"There is no change set '{Check.Shown(id)}'."));

    /// <summary>409 unless the set is in a state from which the step goes.</summary>
    public void Require(SetStep step)
    {
        if (step.RefusalIn(State) is { } problem)
        {
            throw new RefusedException(problem);
        }
    }
}

/// <summary>A row as it is to be, or (no content) a row that is to be closed.</summary>
public sealed record ProposedRow(string Relation, string Id, string? Content, string PutBy);

/// <summary>Which kind of change a record's change is, and why.</summary>
/// <param name="Record">Key of the record.</param>
/// <param name="Kind">added, law_changed, corrected, reverified or withdrawn.</param>
/// <param name="Reason">Why.</param>
public sealed record ProposedNote(string Record, string Kind, string Reason);

/// <summary>What a change set holds, laid over what a revision says.</summary>
public static class Proposal
{
    public static IReadOnlyList<Row> Over(IEnumerable<Differences.CurrentRow> current, IEnumerable<ProposedRow> proposed)
    {
        var rows = current.ToDictionary(row => (row.Relation, row.Id), CurrentText.Of);
        foreach (var row in proposed)
        {
            if (row.Content is null)
            {
                rows.Remove((row.Relation, row.Id));
            }
            else
            {
                rows[(row.Relation, row.Id)] = CurrentText.Parse(row.Relation, row.Content);
            }
        }

        return [.. rows.Values];
    }
}
