namespace LegalStatusApi.Domain;

/// <summary>The words of the feeds of changes.</summary>
public static class ChangeTerms
{
    public const string Law = "law";
    public const string Record = "record";
    public const string TookEffect = "took_effect";
    public const string Ended = "ended";
    public const string Retracted = "retracted";
    public const string Changed = "changed";

    public static readonly TermList Kinds = new("eventKind", "Whether the law changed, or what is on record of it. The two are never mixed.",
        [
            new(Law, "A status took effect or ended in law; or that was told and is taken back."),
            new(Record, "A publication added, corrected, re-verified, withdrew or otherwise changed a record."),
        ]);

    public static readonly TermList Changes = new("change", "What happened. The first three are of the law, the others of the record.",
        [
            new(TookEffect, "A status took effect; told when it has certainly done so."),
            new(Ended, "A status ended, and nothing on record begins in its place."),
            new(Retracted, "An event that was told of the law, and that the record no longer states: it was corrected, withdrawn, or another took its place."),
            .. ChangeKinds.All.Terms,
            new(Changed, "The record was changed by an import, which does not say of which kind the change is."),
        ]);
}
