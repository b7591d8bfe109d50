namespace LegalStatusApi.Domain;

/// <summary>One word that answers use, what it means, words that are safe to print for it and words that would be wrong.</summary>
/// <param name="Value">The word as answers have it.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Say">Words that are safe to print for it.</param>
/// <param name="Avoid">Words that would be wrong.</param>
/// <param name="Spellings">Of a claim: other words for the same.</param>
/// <param name="ByStatus">Of a claim: the verdict beside each status.</param>
/// <param name="ByActivity">Of a claim that names an activity: the verdict beside each status of the activity.</param>
/// <param name="Finer">Of a claim: parts of a record that tell more than its status; the first that fits goes before the table.</param>
public sealed record Term(
    string Value,
    string Meaning,
    IReadOnlyList<string>? Say = null,
    IReadOnlyList<string>? Avoid = null,
    IReadOnlyList<string>? Spellings = null,
    IReadOnlyDictionary<string, string>? ByStatus = null,
    IReadOnlyDictionary<string, string>? ByActivity = null,
    IReadOnlyList<string>? Finer = null);

/// <summary>A named list of terms. Lists may grow: read an unknown value as "unknown", never as an error.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Meaning">What its terms tell.</param>
/// <param name="Terms">The terms, in their order.</param>
public sealed record TermList(string Name, string Meaning, IReadOnlyList<Term> Terms)
{
    private readonly Dictionary<string, int> _ranks = Terms.Select((term, rank) => (term.Value, rank))
        .ToDictionary(pair => pair.Value, pair => pair.rank, StringComparer.Ordinal);

    public bool Has(string? value) => value is not null && _ranks.ContainsKey(value);

    /// <summary>The place of a term in its list; lists with an order run from strict to free.</summary>
    public int RankOf(string value) => _ranks[value];

    public Term this[string value] => Terms[_ranks[value]];
}

/// <summary>Every term of every answer. sql/migrations/0001_terms.sql refuses all others; a test holds the two equal.</summary>
public static partial class Vocabulary
{
    /// <summary>From strict to free. <c>unclear</c> and <c>unknown</c> have no rank.</summary>
    public static readonly TermList Status = new("status",
        "One word for how a place classifies a substance or form: what a map shows. From strict to free; unclear and unknown have no rank. Where several are true at once the first that applies wins: medical route, licensed program, possession no crime by law, prohibited.",
        [
            new(StatusTerm.Prohibited, "A crime to possess, with no lawful medical route but research or individual exemption.",
                ["prohibited", "illegal", "a controlled drug"], ["legal", "decriminalized", "allowed", "banned for research", "legal for medical use"]),
            new(StatusTerm.MedicalOnly, "A controlled drug with a lawful medical route.",
                ["controlled drug with lawful medical use", "lawful only by the medical route that the law provides"], ["legal", "legalized", "unregulated", "banned"]),
            new(StatusTerm.PrescriptionOnly, "Under medicines law alone; in no list of controlled drugs.",
                ["prescription medicine", "not a scheduled drug there"], ["legal", "unregulated", "controlled drug"]),
            new(StatusTerm.Deprioritized, "Still a crime; its enforcement was made lowest priority locally.",
                ["still illegal; enforcement made a lowest priority"], ["legal", "legalized", "decriminalized by law"]),
            new(StatusTerm.Decriminalized, "Unlawful, but by law no crime to possess for oneself.",
                ["possession for personal use is no crime by law, but remains unlawful"], ["legal", "legalized", "permitted"]),
            new(StatusTerm.SupervisedProgram, "A licensed service without prescription; outside it the drug law applies.",
                ["available through a licensed, supervised program"], ["legal", "legalized", "over the counter", "recreational"]),
            new(StatusTerm.Uncontrolled, "The lists were checked, and it is not on them.",
                ["not on that place's lists of controlled drugs"], ["legal", "legalized", "permitted"]),
            new(StatusTerm.Legal, "Expressly lawful.", ["expressly lawful under that law"], ["unregulated", "safe"]),
            new(StatusTerm.Unclear, "The law itself is contradictory, or courts disagree.",
                ["the law is unclear or disputed"], ["legal", "illegal", "a legal grey area that may be used"]),
            new(StatusTerm.Unknown, "No answer: the reason says why. Never stored, and never the same as lawful.",
                ["no answer is on record"], ["legal", "not illegal", "unregulated"]),
        ]);

    public static readonly TermList Reason = new("reason", "Why a status is unknown.",
        [
            new(ReasonTerm.NotResearched, "Nothing is on record for this place and substance."),
            new(ReasonTerm.NoRecordForDate, "There are records, but for other dates; the nearest are named."),
            new(ReasonTerm.FormNotRecorded, "The place's law on the substance is on record, but not on this form, which does not share it."),
            new(ReasonTerm.OnlyFormsRecorded, "The place's law on some form is on record, but not on the substance itself."),
            new(ReasonTerm.StartUnknown, "A record may hold, but when it began is not known and no source shows it in force on this date."),
            new(ReasonTerm.LeadOnly, "There is only a lead that was not checked in the law itself: nobody should act on it."),
            new(ReasonTerm.BoundaryUncertain, "The law changed within a month or year whose exact day is not known; both candidates are named."),
        ]);

    public static readonly TermList Certainty = new("certainty", "How sure the date of an answer is.",
        [
            new(CertaintyTerm.Certain, "The record certainly held on this date."),
            new(CertaintyTerm.Either, "The date lies in an uncertain boundary: one of the candidates holds."),
            new(CertaintyTerm.Projected, "The date is in the future: so it will be unless the law changes."),
            new(CertaintyTerm.Unsettled, "A pending change was due by this date and its outcome is not on record."),
            new(CertaintyTerm.Unknown, "There is no answer to be sure of."),
        ]);

    public static readonly TermList Verification = new("verification", "How well a record was checked.",
        [
            new(VerificationTerm.Primary, "The entry was read in the law itself."),
            new(VerificationTerm.Secondary, "A reliable second hand was read."),
            new(VerificationTerm.Treaty, "Inferred only from being a party to the Convention on Psychotropic Substances, 1971."),
            new(VerificationTerm.Unverified, "A lead to confirm."),
        ]);

    public static readonly TermList Activity = new("activity", "What a person or firm does with a substance.",
        [
            new("possession", "Holding it for oneself."),
            new("supply", "Selling, giving or dispensing it."),
            new("production", "Making it."),
            new("cultivation", "Growing the organism that holds it."),
            new("importExport", "Taking it across a border."),
            new("medicalUse", "Giving or taking it as treatment."),
            new("research", "Using it in scientific study."),
        ]);

    public static readonly TermList ActivityStatus = new("activityStatus", "How the law treats an activity. An activity that is absent is not on record.",
        [
            new("criminal_offense", "A crime."),
            new("low_priority", "A crime whose enforcement was made lowest priority locally."),
            new("civil_offense", "Unlawful, but no crime: a fine, a summons or the like."),
            new("not_permitted", "No lawful way to do it; the sanction is not on record."),
            new("prescription", "Lawful on prescription or by a prescriber."),
            new("license", "Lawful with a licence."),
            new("supervised_program", "Lawful within a licensed, supervised program."),
            new("permitted", "Expressly lawful, within the conditions named."),
            new("unregulated", "Drug law does not speak of it."),
            new("unclear", "The law is contradictory, or courts disagree."),
        ]);

    public static readonly TermList MedicalAccess = new("medicalAccess", "Which lawful route of treatment exists.",
        [
            new("none", "None."), new("research_only", "Only within licensed research."),
            new("individual_exemption", "By authorization for the single case, of a patient or a prescriber."), new("off_label", "An approved medicine, used outside its approval."),
            new("approved_medicine", "An approved medicine."), new("supervised_program", "A licensed, supervised program."),
            new("unknown", "Not on record."),
        ]);
}
