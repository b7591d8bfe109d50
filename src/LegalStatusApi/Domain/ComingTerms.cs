namespace LegalStatusApi.Domain;

/// <summary>The words of what lies ahead.</summary>
public static class ComingTerms
{
    public const string TakingEffect = "taking_effect";
    public const string Ending = "ending";
    public const string RecordReview = "record_review";
    public const string Open = "open";
    public const string Resolved = "resolved";
    public const string Withdrawn = "withdrawn";
    public const string AnyState = "all";

    public static readonly TermList Kinds = new("comingKind", "What lies ahead. None of it is law in force.",
        [
            .. Vocabulary.PendingKind.Terms,
            new(TakingEffect, "A law passed, with a first day on record that has not certainly come."),
            new(Ending, "A law whose end is on record and has not certainly come, with nothing on record that begins in its place."),
            new(RecordReview, "The day by which a record should be checked again: no event of the law. Given only where it is asked for."),
        ]);

    public static readonly TermList States = new("comingState", "Whether something pending is still open.",
        [new(Open, "It may still come."), new(Resolved, "It ended, in the way that its outcome tells.")]);

    /// <summary>The states, and both of them.</summary>
    public static readonly TermList AskedStates = new("state", "Which are asked for.", [.. States.Terms, new(AnyState, "Both.")]);
}
