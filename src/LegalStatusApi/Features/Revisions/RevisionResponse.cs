namespace LegalStatusApi.Features.Revisions;

/// <summary>One publication of changes to the record. It never changes, unless a reason is redacted.</summary>
/// <param name="Number">Its number; they run without a gap.</param>
/// <param name="RecordedAt">When it was published.</param>
/// <param name="Author">Who made the changes.</param>
/// <param name="Reviewed">Were they reviewed by somebody else? The first filling of a database is not.</param>
/// <param name="Reviewer">By whom.</param>
/// <param name="Reason">Why they were made.</param>
/// <param name="ContentHash">SHA-256, in hexadecimal, over the canonical JSON (RFC 8785) of the rows it added and closed.</param>
/// <param name="PreviousHash">The hash of the revision before; absent in the first.</param>
/// <param name="Hash">SHA-256 over the canonical JSON of the revision itself, its content hash and its predecessor's hash.</param>
/// <param name="Entries">How many rows it added and closed, by relation; in lists absent.</param>
/// <param name="Changes">Of each record that was changed on purpose, which kind of change it was and why; in lists absent.</param>
public sealed record RevisionResponse(
    long Number,
    DateTimeOffset RecordedAt,
    string Author,
    bool Reviewed,
    string? Reviewer,
    string Reason,
    string ContentHash,
    string? PreviousHash,
    string Hash,
    IReadOnlyList<EntryCountResponse>? Entries,
    IReadOnlyList<RecordChangeResponse>? Changes);

/// <summary>How many rows of one relation were added or closed.</summary>
/// <param name="Relation">What they are: <c>classification</c>, <c>citation</c>, <c>source</c> and so on.</param>
/// <param name="Action"><c>added</c> or <c>closed</c>. A changed row is closed and added anew.</param>
/// <param name="Count">How many.</param>
public sealed record EntryCountResponse(string Relation, string Action, int Count);

/// <summary>What a publication says of a record that it changed on purpose.</summary>
/// <param name="Record">Key of the record.</param>
/// <param name="Kind"><c>added</c>, <c>law_changed</c>, <c>corrected</c>, <c>reverified</c> or <c>withdrawn</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="Corrects">With <c>corrected</c>: the revision that had said it otherwise.</param>
public sealed record RecordChangeResponse(string Record, string Kind, string Reason, long? Corrects);
