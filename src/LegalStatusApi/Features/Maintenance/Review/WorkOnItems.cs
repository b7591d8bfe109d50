using System.Text.Json;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance.Review;

/// <summary>A maintainer takes an item of the queue, lets go of it, or says what settled it.</summary>
public static class WorkOnItems
{
    private sealed record FoundRevision(long Number, DateTime RecordedAt);

    /// <summary>Names who works on the item; with <c>{"release": true}</c> nobody any more.</summary>
    public static async Task<Written> ClaimAsync(Write write, string id, DateOnly today)
    {
        var releases = Releases(write);
        var item = await HoldAsync(write, id, today);
        if (item.State == ReviewTerms.Settled)
        {
            throw new RefusedException(Problems.Conflict.With("It is settled. It will be open again if the record changes, or after 180 days."));
        }

        RequireNobodyElse(write, item);
        await write.ExecuteAsync(typeof(WorkOnItems), releases ? "ReleaseItem" : "ClaimItem", new
        {
            item.Kind, item.Subject, Maintainer = write.Who.Id, Today = today.ToDateTime(TimeOnly.MinValue),
        });
        await write.AuditAsync(releases ? "release" : "claim", id, before: item.ClaimedByName, after: new { item.Kind, item.Subject });
        return Now(item, releases ? item with { State = ReviewTerms.Open } : item with { State = ReviewTerms.Claimed, ClaimedByName = write.Who.Name });
    }

    /// <summary>Says what settled the item, for the record as it is now.</summary>
    public static async Task<Written> SettleAsync(Write write, string id, DateOnly today)
    {
        var json = write.Json();
        Write.OnlyKnown(json, "how");
        var how = Write.Text(json, "how", 2000);
        var item = await HoldAsync(write, id, today);
        if (item.State == ReviewTerms.Settled)
        {
            throw new RefusedException(Problems.Conflict.With("It is settled already."));
        }

        RequireNobodyElse(write, item);
        await write.ExecuteAsync(typeof(WorkOnItems), "SettleItem", new
        {
            item.Kind, item.Subject, Maintainer = write.Who.Id, How = how, item.ChangedIn, Today = today.ToDateTime(TimeOnly.MinValue),
        });
        await write.AuditAsync("settle", id, before: item.State, after: new { item.Kind, item.Subject, how });
        return Now(item, item with { State = ReviewTerms.Settled, SettledOn = today, SettledBy = write.Who.Name, How = how });
    }

    private static Written Now(FoundItem before, FoundItem after) =>
        new(StatusCodes.Status200OK, after.Item with { Id = before.Id });

    private static bool Releases(Write write)
    {
        if (string.IsNullOrWhiteSpace(write.BodyText))
        {
            return false;
        }

        var json = write.Json();
        Write.OnlyKnown(json, "release");
        return json["release"] switch
        {
            null => false,
            { } said when said.GetValueKind() is JsonValueKind.True or JsonValueKind.False => said.GetValue<bool>(),
            _ => throw new RefusedException(Problems.Impossible.With(
                "release: Give true or false.", [new ParameterError("release", "Give true or false.")])),
        };
    }

    // The queue is computed, so the item is looked for in the whole of it; it is held first, so that nobody claims it meanwhile.
    private static async Task<FoundItem> HoldAsync(Write write, string id, DateOnly today)
    {
        await write.QueryAsync<string>(typeof(WorkOnItems), "HoldItem", new { Id = id });
        var current = await write.QueryAsync<FoundRevision>(typeof(RecordReads), "FindRevision", new { Revision = (long?)null, AsOf = (DateTime?)null });
        var items = current is [var revision]
            ? await FindReviewItems.FindAsync(write.Connection,
                new ReviewQuestion(revision.Number, today, [ReviewTerms.Open, ReviewTerms.Claimed, ReviewTerms.Settled]), write.Cancellation)
            : [];
        return items.FirstOrDefault(item => item.Id == id)
            ?? throw new RefusedException(Problems.UnknownRecord.With($"There is no item '{Check.Shown(id)}' in the review queue. See /v1/review-queue."));
    }

    private static void RequireNobodyElse(Write write, FoundItem item)
    {
        if (item.ClaimedBy is not null && item.ClaimedBy != write.Who.Id)
        {
            throw new RefusedException(Problems.Conflict.With($"{item.ClaimedByName} works on it."));
        }
    }
}
