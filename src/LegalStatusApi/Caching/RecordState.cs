using LegalStatusApi.Domain;

namespace LegalStatusApi.Caching;

/// <summary>All that what the record says depends on: what was read under one state is read again under the same.</summary>
/// <param name="Revision">The latest revision.</param>
/// <param name="Hash">Its hash, in hexadecimal digits: another database may have the same number.</param>
/// <param name="Redactions">How many requests to redact ended: a redaction alone changes what a revision says.</param>
public sealed record RecordState(Revision Revision, string Hash, long Redactions);
