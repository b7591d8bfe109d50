namespace LegalStatusApi.Domain;

/// <summary>The words of the review queue.</summary>
public static class ReviewTerms
{
    public const string Report = "report";
    public const string Open = "open";
    public const string Claimed = "claimed";
    public const string Settled = "settled";

    /// <summary>The meaning of each kind is what would settle it.</summary>
    public static readonly TermList Kinds = new("kind", "Why something is in the review queue.",
        [
            new("stale", "Read the sources again; if the law is the same, re-verify the record."),
            new("unverified", "Read the entry in the law itself, or in a reliable second hand, and cite it."),
            new("disputed", "Find what decides between the sources that disagree, or whom they follow."),
            new("named_only", "Read one of the sources that the record only names, and cite what it says."),
            new("missing", "Find the place's list of controlled substances and record what it says, or that it does not say so."),
            new("lead", "Find out what the lead speaks of, and record it."),
            new("dead_source", "Find where the dead source can be read now, and cite that as a version of its own."),
            new("taking_effect_soon", "Confirm the day, and that the law was neither changed nor withdrawn; of a pending law, record how it ended."),
            new("incorporated_list_moved", "Compare the record with the list that it takes over: that list has changed since."),
            new(Report, "Compare the record with what the reader says; maintainers with the scope review can read it."),
        ]);

    public static readonly TermList States = new("state", "How the work on an item stands.",
        [
            new(Open, "Nobody works on it."),
            new(Claimed, "A maintainer works on it. It is open again 30 days later, unless it is claimed anew."),
            new(Settled, "Settled. It is open again if the record changes, or after 180 days; a report is settled for good."),
        ]);

    public static readonly TermList ReportKinds = new("kind", "What a reader says is wrong.",
        [
            new("wrong_status", "The status is another."), new("wrong_date", "It began or ended on another day."),
            new("wrong_source", "The source does not say so, or cannot be read."), new("missing", "Something is not on record."),
            new("other", "Something else."),
        ]);
}
