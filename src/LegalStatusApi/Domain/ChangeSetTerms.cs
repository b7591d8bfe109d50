namespace LegalStatusApi.Domain;

/// <summary>The states of a change set.</summary>
public static class ChangeSetState
{
    public const string Draft = "draft";
    public const string InReview = "in_review";
    public const string Approved = "approved";
    public const string Published = "published";
    public const string Rejected = "rejected";
    public const string Withdrawn = "withdrawn";

    public static readonly TermList All = new("state", "Where a change set stands.",
        [
            new(Draft, "Being written."), new(InReview, "Waiting for a reviewer."), new(Approved, "Waiting to be published."),
            new(Published, "A revision."), new(Rejected, "Rejected, with a reason."), new(Withdrawn, "Withdrawn by its author."),
        ]);
}

/// <summary>The four kinds of change, kept apart, and the first appearance of a record.</summary>
public static class ChangeKinds
{
    public static readonly TermList All = new("changeKind", "Which kind a change of a record is.",
        [
            new("added", "A record that was not there."),
            new("law_changed", "The law changed, and the record follows it."),
            new("corrected", "The law did not change: the record was wrong, and is corrected."),
            new("reverified", "Nothing changed in law or record: someone checked it again."),
            new("withdrawn", "The record is no longer said."),
        ]);
}
