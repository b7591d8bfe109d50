using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>The way of a change set: draft, in review, approved, published; or rejected, or withdrawn.</summary>
public static class Transitions
{
    /// <summary>Where a change set stands now.</summary>
    /// <param name="Changeset">Id of the set.</param>
    /// <param name="State">Where it stands now.</param>
    /// <param name="Version">Its version now, which is its ETag too.</param>
    /// <param name="Result">What came of it: the hash of the diff, the revision, or the reason.</param>
    public sealed record Response(string Changeset, string State, int Version, JsonNode? Result);

    public static async Task<Written> SubmitAsync(Write write, string id)
    {
        var set = await StartAsync(write, id, SetStep.Submit);
        set = await RebaseAsync(write, set);
        var (diff, _) = await DiffChangeSet.PreviewAsync(write, set, isComplete: true);
        if (diff.Records.Count == 0)
        {
            throw new RefusedException(Problems.Impossible.With("The set changes nothing."));
        }

        await EditDraft.SetStateAsync(write, set.Id, ChangeSetState.InReview, baseRevision: diff.BaseRevision, diff: diff);
        return await DoneAsync(write, set, "submit", ChangeSetState.InReview, new { diff.Hash });
    }

    /// <summary>By somebody who put nothing in it, for the diff that was seen.</summary>
    public static async Task<Written> ApproveAsync(Write write, string id)
    {
        var set = await StartAsync(write, id, SetStep.Approve);
        var json = write.Json();
        Write.OnlyKnown(json, "hash");
        var seen = Write.Text(json, "hash", 64);
        set = await RebaseAsync(write, set);
        var (diff, _) = await DiffChangeSet.PreviewAsync(write, set, isComplete: true);
        if (!string.Equals(seen, diff.Hash, StringComparison.Ordinal))
        {
            throw new RefusedException(Problems.Conflict.With($"The diff is not the one you saw: its hash is {diff.Hash} now. Read it again."));
        }

        await EditDraft.SetStateAsync(write, set.Id, ChangeSetState.Approved, diff.BaseRevision, Convert.FromHexString(diff.Hash), diff: diff);
        return await DoneAsync(write, set, "approve", ChangeSetState.Approved, new { diff.Hash });
    }

    public static async Task<Written> RejectAsync(Write write, string id)
    {
        var set = await StartAsync(write, id, SetStep.Reject);
        var json = write.Json();
        Write.OnlyKnown(json, "reason");
        var reason = Write.Text(json, "reason", 2000);
        await EditDraft.SetStateAsync(write, set.Id, ChangeSetState.Rejected, rejection: reason);
        return await DoneAsync(write, set, "reject", ChangeSetState.Rejected, new { reason });
    }

    public static async Task<Written> WithdrawAsync(Write write, string id)
    {
        var set = await StartAsync(write, id, SetStep.Withdraw);
        await EditDraft.SetStateAsync(write, set.Id, ChangeSetState.Withdrawn);
        return await DoneAsync(write, set, "withdraw", ChangeSetState.Withdrawn, null);
    }

    /// <summary>All or nothing, one new revision; what was approved is what is published.</summary>
    public static async Task<Written> PublishAsync(Write write, string id)
    {
        var set = await StartAsync(write, id, SetStep.Publish);
        set = await RebaseAsync(write, set);
        var (diff, differences) = await DiffChangeSet.PreviewAsync(write, set, isComplete: true);
        if (!Convert.FromHexString(diff.Hash).AsSpan().SequenceEqual(set.ApprovedHash))
        {
            throw new RefusedException(Problems.Conflict.With("What would be published is not what was approved. It needs another review."));
        }

        var revision = await Publication.ApplyAsync(write.Connection, differences,
            new PublicationNote(set.AuthorName, set.ReviewerName, set.Reason),
            [.. diff.Changes.Select(change => new RecordChange(change.Record, change.Kind!, change.Reason, change.Kind == "corrected" ? diff.BaseRevision : null))],
            null, write.Cancellation);
        await EditDraft.SetStateAsync(write, set.Id, ChangeSetState.Published, revision: revision, diff: diff);
        return await DoneAsync(write, set, "publish", ChangeSetState.Published, new { revision, diff.Hash });
    }

    /// <summary>Everybody who opened the set or put anything into it, by id.</summary>
    public static async Task<IReadOnlyList<string>> ContributorsAsync(NpgsqlConnection connection, string id, CancellationToken cancellation) =>
        [.. await connection.QueryAsync<string>(new CommandDefinition(
            SqlFile.Beside(typeof(Transitions), "FindContributors"), new { Id = id }, cancellationToken: cancellation))];

    private static async Task<ChangeSet> StartAsync(Write write, string id, SetStep step)
    {
        var set = await ChangeSet.HoldAsync(write, id);
        set.Require(step);
        write.RequireMatch(set.Version);
        var contributors = step.By == StepBy.AnotherPerson ? await ContributorsAsync(write.Connection, set.Id, write.Cancellation) : [];
        return step.RefusalOf(set.Author == write.Who.Id, contributors.Contains(write.Who.Id, StringComparer.Ordinal)) is { } problem
            ? throw new RefusedException(problem)
            : set;
    }

    private static async Task<Written> DoneAsync(Write write, ChangeSet set, string action, string state, object? after)
    {
        await write.AuditAsync(action, set.Id, before: set.State, after: after ?? state);
        return new Written(StatusCodes.Status200OK, new Response(set.Id, state, set.Version + 1, JsonSerializer.SerializeToNode(after, ApiJson.Options)), Version: set.Version + 1);
    }

    // What nobody else touched since may be moved to the current revision; anything else is named.
    private static async Task<ChangeSet> RebaseAsync(Write write, ChangeSet set)
    {
        // In turn: whoever is publishing now must not come between this look and what follows from it.
        await Publication.TakeTurnAsync(write.Connection, write.Cancellation);
        var conflicts = await DiffChangeSet.ConflictsAsync(write, set);
        return conflicts.Count == 0
            ? set
            : throw new RefusedException(Problems.Conflict.With(
                $"Since revision {set.BaseRevision}, on which the set is based, others changed: {string.Join(", ", conflicts.Take(20))}. "
                + "Take them out of the set (POST …/revert) and put them again as you want them, or start anew."));
    }
}
