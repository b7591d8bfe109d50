using LegalStatusApi.Domain;

namespace LegalStatusApi.Caching;

/// <summary>All that what the record says depends on: what was read under one state is read again under the same.</summary>
/// <param name="Revision">The latest revision.</param>
/// <param name="Hash">Its hash, in hexadecimal digits: another database may have the same number.</param>
/// <param name="Redactions">How many requests to redact ended: a redaction alone changes what a revision says.</param>
/// <param name="Epoch">How often a server was read that had not come so far: what was kept before the latest such read is not found again.</param>
public sealed record RecordState(Revision Revision, string Hash, long Redactions, int Epoch = 0)
{
    /// <summary>Whether a server that says this has all that another says, or more.</summary>
    public bool HasReached(RecordState other) =>
        Revision.Number >= other.Revision.Number && Redactions >= other.Redactions && (Revision.Number > other.Revision.Number || Hash == other.Hash);
}
