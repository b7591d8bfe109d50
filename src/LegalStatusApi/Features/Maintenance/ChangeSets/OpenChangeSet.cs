using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>Opens a draft on the current revision, or on the one that a text was made from.</summary>
public static class OpenChangeSet
{
    public static async Task<Written> OpenAsync(Write write)
    {
        var json = write.Json();
        Write.OnlyKnown(json, "title", "reason", "baseRevision");
        var id = "chs_" + RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz234567", 16);
        var opened = await write.ExecuteAsync(typeof(OpenChangeSet), nameof(OpenChangeSet), new
        {
            Id = id, Author = write.Who.Id, Title = Write.Text(json, "title", 200), Reason = Write.Text(json, "reason", 2000), BaseRevision = BaseOf(json),
        });
        if (opened == 0)
        {
            throw new RefusedException(Problems.Impossible.With("baseRevision: There is no such revision.",
                [new ParameterError("baseRevision", "There is no such revision.")]));
        }

        await write.AuditAsync("open", id, after: json);
        var set = (await ShowChangeSet.FindAsync(write.Connection, id, write.Cancellation))!;
        return new Written(StatusCodes.Status201Created, set, $"/v1/changesets/{id}", set.Version);
    }

    // A text that was exported names the revision it was made from; a set made from it is judged against that one.
    private static long? BaseOf(JsonObject json) => json["baseRevision"] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<long>(out var number) && number > 0 => number,
        _ => throw new RefusedException(Problems.Impossible.With("baseRevision: Give a whole number.", [new ParameterError("baseRevision", "Give a whole number.")])),
    };
}
