using LegalStatusApi.Dataset;

namespace LegalStatusApi.Features.Maintenance.Redactions;

/// <summary>A text that was to go stays.</summary>
public static class WithdrawRedaction
{
    public static async Task<Written> WithdrawAsync(Write write, string id)
    {
        await Publication.TakeTurnAsync(write.Connection, write.Cancellation);
        var asked = await RedactionRequest.FindAsync(write, id);
        await write.ExecuteAsync(typeof(WithdrawRedaction), nameof(WithdrawRedaction), new { asked.Redaction });
        await write.AuditAsync("withdraw redaction", id, before: asked.Response());
        return new Written(StatusCodes.Status200OK, asked.Response());
    }
}
