namespace LegalStatusApi.Domain.Claims;

/// <summary>
/// The table of claim words. A sign stands for a verdict: <c>+</c> supported, <c>~</c> overstated (true in part), <c>-</c>
/// contradicted, <c>?</c> cannot_say. Statuses and statuses of activities stand in the order of their lists.
/// </summary>
public static class ClaimWords
{
    private static readonly string[] Punished = [StatusTerm.Prohibited, StatusTerm.Deprioritized, StatusTerm.Decriminalized];
    private static readonly string[] BySomeDoor = [StatusTerm.MedicalOnly, StatusTerm.SupervisedProgram];
    private static readonly FinerRule FreeToHold = Finer("possession", "permitted unregulated", VerdictTerm.Overstated, Punished);

    // Ten statuses: prohibited, medical_only, prescription_only, deprioritized, decriminalized, supervised_program, uncontrolled, legal,
    // unclear, unknown. Ten statuses of an activity: criminal_offense, low_priority, civil_offense, not_permitted, prescription,
    // license, supervised_program, permitted, unregulated, unclear.
    public static readonly IReadOnlyList<ClaimWord> All =
    [
        Word("legal", "Expressly lawful for everybody, without a prescription, licence or program.", "lawful",
            "- ~ ~ - - ~ ~ + ? ?", "- - - - ~ ~ ~ + ~ ?", FreeToHold),
        Word("legalized", "Made lawful by a law that says so, for everybody.", "legalised,legalization,legalisation,made legal",
            "- ~ ~ - - ~ - + ? ?", "- - - - ~ ~ ~ + - ?", FreeToHold),
        Word("allowed", "Lawful for everybody.", "permitted",
            "- ~ ~ - - ~ ~ + ? ?", "- - - - ~ ~ ~ + ~ ?", FreeToHold),
        OwnWord("tolerated", "Unlawful, but left unpunished as a matter of policy.", "condoned,gedoogd",
            "- - - + ~ - - - ? ?", "- + ~ - - - - - - ?", Finer("thresholds", "tolerated_below not_prosecuted_below", VerdictTerm.Overstated)),
        Word("illegal", "Unlawful for everybody, whatever the sanction.", "unlawful,outlawed,against the law",
            "+ ~ - + + ~ - - ? ?", "+ + + + ~ ~ ~ - - ?", FreeToHold),
        Word("banned", "Forbidden to hold, sell and make, with no lawful door but research.", "ban,forbidden",
            "+ ~ - + ~ ~ - - ? ?", "+ + ~ + ~ ~ ~ - - ?", FreeToHold),
        Word("prohibited", "Forbidden to hold, sell and make, with no lawful door but research.", "prohibition",
            "+ ~ - + ~ ~ - - ? ?", "+ + ~ + ~ ~ ~ - - ?", FreeToHold),
        Word("crime", "A criminal offense.", "a crime,criminal,criminalized,criminalised,criminal offense,criminal offence",
            "+ ~ ~ + ~ ~ - - ? ?", "+ + - ? ? ? ? - - ?", FreeToHold,
            Finer("possession", "civil_offense", VerdictTerm.Overstated, [StatusTerm.Prohibited, StatusTerm.Deprioritized])),
        Word("felony", "A crime of the graver kind. No record says how grave a crime is.", "a felony",
            "? ? ? ? ? ? - - ? ?", "? ? - ? ? ? ? - - ?"),
        Word("misdemeanor", "A crime of the lesser kind. No record says how grave a crime is.", "a misdemeanor,misdemeanour,a misdemeanour",
            "? ? ? ? ? ? - - ? ?", "? ? - ? ? ? ? - - ?"),
        Word("decriminalized", "Unlawful, but by law no crime to possess for oneself.", "decriminalised,decriminalization,decriminalisation,not a crime",
            "- - - ~ + - - - ? ?", "- ~ + ? - - - ~ ~ ?",
            Finer("possession", "civil_offense", VerdictTerm.Supported, BySomeDoor),
            Finer("possession", "permitted unregulated low_priority", VerdictTerm.Overstated, BySomeDoor)),
        OwnWord("deprioritized", "Still a crime, whose enforcement was made lowest priority.", "deprioritised,lowest priority,low priority,lowest law enforcement priority",
            "- - - + - - - - ? ?", "- + - - - - - - - ?", Finer("possession", "low_priority", VerdictTerm.Supported)),
        Word("controlled", "On a list of controlled drugs.", "scheduled,controlled drug,controlled substance",
            "+ + - + + + - - ? ?", "+ + + ? ? + + ? - ?"),
        Word("uncontrolled", "On no list of controlled drugs.", "not controlled,not scheduled,unscheduled,not a controlled substance",
            "- - + - - - + ? ? ?", "- - - ? ? - - ? + ?", Finer("schedule", "", VerdictTerm.Overstated, [StatusTerm.PrescriptionOnly])),
        Word("unregulated", "No law speaks of it at all.", "not regulated",
            "- - - - - - ~ - ? ?", "- - - - - - - - + ?"),
        Word("prescription_only", "Lawful on prescription, under medicines law alone.", "prescription drug,a prescription drug,prescription medicine",
            "- ~ + - - ~ - - ? ?", "- - - - + - - - - ?"),
        OwnWord("by_prescription", "A doctor can prescribe it.", "available by prescription,available on prescription,on prescription,prescribable,prescribed",
            "- ~ + - - - - - ? ?", "- - - - + ? - ? ? ?",
            Finer("medicalUse", "prescription", VerdictTerm.Supported), Finer("medicalAccess", "none research_only", VerdictTerm.Contradicted)),
        OwnWord("medical", "There is a lawful medical route.", "medically legal,legal for medical use,medical use,medicinal,medicine",
            "- + + ? ? ~ ? ? ? ?", "- - - - + ~ ~ + ? ?",
            Finer("medicalAccess", "approved_medicine off_label", VerdictTerm.Supported),
            Finer("medicalAccess", "individual_exemption", VerdictTerm.Overstated, [.. Punished, StatusTerm.SupervisedProgram]),
            Finer("medicalAccess", "none research_only", VerdictTerm.Contradicted)),
        Word("medical_only", "Lawful as a medicine and not otherwise.", "medical use only,only for medical use",
            "- + ~ - - ~ - - ? ?", "- - - - + ~ ~ - - ?"),
        OwnWord("approved_medicine", "A regulator approved it as a medicine.", "approved for medical use,approved,approved as a medicine,approved drug",
            "- ? ? ? ? ? ? ? ? ?", "- - - - ? ? ? ? ? ?",
            Finer("medicalAccess", "approved_medicine", VerdictTerm.Supported), Finer("medicalAccess", "off_label", VerdictTerm.Overstated),
            Finer("medicalAccess", "none research_only individual_exemption supervised_program", VerdictTerm.Contradicted)),
        OwnWord("off_label", "An approved medicine, lawfully used outside its approval.", "off label use,used off label",
            "- ? ? ? ? ? ? ? ? ?", "- - - - ? ? ? ? ? ?",
            Finer("medicalAccess", "off_label", VerdictTerm.Supported),
            Finer("medicalAccess", "none research_only individual_exemption supervised_program", VerdictTerm.Contradicted)),
        OwnWord("supervised", "Available in a licensed, supervised program.", "supervised program,licensed program,licensed,regulated program,available through a licensed supervised program",
            "- - - - - + - - ? ?", "- - - - - ~ + - - ?",
            Finer("medicalAccess", "supervised_program", VerdictTerm.Supported), Finer("medicalUse", "supervised_program", VerdictTerm.Supported)),
        OwnWord("research_only", "Lawful in licensed research and not otherwise.", "only for research,legal for research only",
            "? - - ? ? - ? - ? ?", "- - - - - ~ - - - ?", Finer("medicalAccess", "research_only", VerdictTerm.Supported, [StatusTerm.Prohibited]),
            Finer("research", "license permitted", VerdictTerm.Overstated, Punished)),
    ];

    private static readonly Dictionary<string, ClaimWord> BySpelling = All
        .SelectMany(word => word.Spellings.Prepend(word.Name).Select(spelling => (Normal(spelling), word)))
        .ToDictionary(pair => pair.Item1, pair => pair.word, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Spellings => BySpelling.Keys;

    public static ClaimWord? Find(string text) => BySpelling.GetValueOrDefault(Normal(text));

    /// <summary>Lower case, and one blank for each hyphen, underscore or stretch of blanks.</summary>
    public static string Normal(string text) =>
        string.Join(' ', text.ToLowerInvariant().Split([' ', '-', '_', '\u00A0', '\u2010', '\u2011'], StringSplitOptions.RemoveEmptyEntries));

    private static ClaimWord Word(string name, string meaning, string spellings, string byStatus, string byActivity, params FinerRule[] finer) =>
        new(name, meaning, spellings.Split(','), true, Table(Vocabulary.Status, byStatus), Table(Vocabulary.ActivityStatus, byActivity), finer);

    private static ClaimWord OwnWord(string name, string meaning, string spellings, string byStatus, string byActivity, params FinerRule[] finer) =>
        Word(name, meaning, spellings, byStatus, byActivity, finer) with { OfEveryLevel = false };

    private static FinerRule Finer(string part, string values, string verdict, params string[] statuses) =>
        new(part, values.Split(' ', StringSplitOptions.RemoveEmptyEntries), statuses, verdict);

    private static Dictionary<string, string> Table(TermList list, string signs) => list.Terms
        .Zip(signs.Split(' '), (term, sign) => (term.Value, Verdict: VerdictOf(sign)))
        .ToDictionary(pair => pair.Value, pair => pair.Verdict, StringComparer.Ordinal);

    private static string VerdictOf(string sign) => sign switch
    {
        "+" => VerdictTerm.Supported,
        "~" => VerdictTerm.Overstated,
        "-" => VerdictTerm.Contradicted,
        _ => VerdictTerm.CannotSay,
    };
}
