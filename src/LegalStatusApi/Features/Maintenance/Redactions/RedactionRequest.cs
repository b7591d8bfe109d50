using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance.Redactions;

/// <summary>A redaction that one maintainer asked for, and no other has confirmed yet.</summary>
/// <param name="AskedBy">Id of the maintainer.</param>
public sealed record RedactionRequest(
    string Redaction, string Relation, string Id, long RecordedIn, string Field, string Reason, string AskedBy, string AskedByName)
{
    public static async Task<RedactionRequest> FindAsync(Write write, string redaction)
    {
        var found = await write.QueryAsync<RedactionRequest>(typeof(RedactionRequest), "FindRedactionRequest", new { Redaction = redaction });
        if (found is [var asked])
        {
            return asked;
        }

        var done = await write.QueryAsync<string>(typeof(RedactionRequest), "FindDoneRedaction", new { Redaction = redaction });
        throw new RefusedException(done.Count > 0
            ? Problems.Conflict.With("It is done, and cannot be taken back.")
            : Problems.UnknownRecord.With($"Nobody asked for a redaction '{Check.Shown(redaction)}', or it was withdrawn."));
    }

    public RedactionRequestResponse Response(int? texts = null) => new(Redaction, Relation, Id, RecordedIn, Field, Reason, AskedByName, texts);
}
