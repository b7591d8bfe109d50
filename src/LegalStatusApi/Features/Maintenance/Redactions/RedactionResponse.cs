namespace LegalStatusApi.Features.Maintenance.Redactions;

/// <summary>A free text that two maintainers redacted.</summary>
/// <param name="Redaction">Id of the redaction, which may be of several versions of a row.</param>
/// <param name="Relation">What the row is: classification, source and so on; or revision.</param>
/// <param name="Id">Id of the row; of a revision its number.</param>
/// <param name="RecordedIn">The revision that recorded the row.</param>
/// <param name="Field">The text.</param>
/// <param name="RedactedAt">When.</param>
/// <param name="AskedBy">Name of the maintainer who asked for it.</param>
/// <param name="ConfirmedBy">Name of the other, who confirmed it.</param>
/// <param name="Reason">Why.</param>
public sealed record RedactionResponse(
    string Redaction, string Relation, string Id, long RecordedIn, string Field, DateTimeOffset RedactedAt, string AskedBy, string ConfirmedBy,
    string Reason);

/// <summary>A redaction that a maintainer asked for.</summary>
/// <param name="Redaction">Its id.</param>
/// <param name="Relation">What the row is.</param>
/// <param name="Id">Id of the row; of a revision its number.</param>
/// <param name="RecordedIn">The revision that recorded the row.</param>
/// <param name="Field">The text.</param>
/// <param name="Reason">Why; public once it is done.</param>
/// <param name="AskedBy">Name of the maintainer who asked for it.</param>
/// <param name="Texts">Once it is done: how many texts of that row and of its other versions said so.</param>
public sealed record RedactionRequestResponse(
    string Redaction, string Relation, string Id, long RecordedIn, string Field, string Reason, string AskedBy, int? Texts = null);
