using LegalStatusApi.Domain.Claims;

namespace LegalStatusApi.Domain;

// The terms of checks: claims, and what was printed.
public static partial class Vocabulary
{
    public static readonly TermList Verdict = new("verdict",
        "What the record makes of a claim. The first that fits is said: cannot_say, supported, overstated, true_only_of_form, true_only_later, no_longer_true, contradicted.",
        [
            new(VerdictTerm.Supported, "What is on record says so: every level of law that the word is judged by, or one that prohibits, where no more local law says otherwise."),
            new(VerdictTerm.Contradicted, "What is on record says otherwise."),
            new(VerdictTerm.Overstated, "True in part: by one level of law and not by another, or with conditions that the word leaves out."),
            new(VerdictTerm.TrueOnlyOfForm, "Not true of what was asked about, but of another form, or of the substance itself: trueOf names them."),
            new(VerdictTerm.TrueOnlyLater, "Not true on the day, but supported from a later day on: otherDates tells which."),
            new(VerdictTerm.NoLongerTrue, "Not true on the day any more; it was supported before: otherDates tells when."),
            new(VerdictTerm.CannotSay, "The record does not tell: nothing certain is on record for the day, it was not checked in the law itself, the law is unclear, or the record does not speak of the activity."),
        ]);

    /// <summary>The words that can be checked, each with its table; made when asked for, since the table needs the lists above.</summary>
    public static TermList Claim => ClaimList.Value;

    private static readonly Lazy<TermList> ClaimList = new(() => new TermList("claim",
        "Words that people use of the law, and the verdict beside each status of a record. Case, hyphens and blanks do not matter. A claim may also be a class by its name, such as Class B or Lijst I: it is compared with the most local law that names one.",
        [.. ClaimWords.All.Select(word => word.Term)]));

    public static readonly TermList PrintedVerdict = new("printedVerdict",
        "Does what was printed still stand? From grave to light; the gravest that is true is the verdict, and all are listed.",
        [
            new(PrintedTerm.Corrected, "What this record says of the law on that very day is another now: what was printed needs a correction."),
            new(PrintedTerm.LawChanged, "What was printed was right for its day, but the law itself has changed since."),
            new(PrintedTerm.Annotated, "The law on that day reads the same; how well it was checked, how certain its day is, or what is pending is another."),
            new(PrintedTerm.Unchanged, "It says the same of that day, and the law has not changed since."),
        ]);
}
