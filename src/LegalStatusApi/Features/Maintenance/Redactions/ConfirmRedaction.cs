using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Dataset;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance.Redactions;

/// <summary>The second of two maintainers lets the text go.</summary>
public static class ConfirmRedaction
{
    public static async Task<Written> ConfirmAsync(Write write, string id)
    {
        // Nothing is published meanwhile, so no new version says the text again unseen.
        await Publication.TakeTurnAsync(write.Connection, write.Cancellation);
        var asked = await RedactionRequest.FindAsync(write, id);
        if (asked.AskedBy == write.Who.Id)
        {
            throw new RefusedException(Problems.Forbidden.With("Whoever asked for a redaction does not confirm it."));
        }

        await AskRedaction.TextAsync(write, asked);
        var texts = await write.Connection.ExecuteScalarAsync<int>(new CommandDefinition(
            SqlFile.Beside(typeof(ConfirmRedaction), nameof(ConfirmRedaction)), new { asked.Redaction, Maintainer = write.Who.Id },
            cancellationToken: write.Cancellation));
        await write.AuditAsync("redact", id, before: asked.AskedByName, after: asked.Response(texts));
        return new Written(StatusCodes.Status200OK, asked.Response(texts));
    }
}
