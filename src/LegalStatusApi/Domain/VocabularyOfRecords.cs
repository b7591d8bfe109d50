namespace LegalStatusApi.Domain;

// The terms of places, sources and amounts, and the list of all lists.
public static partial class Vocabulary
{
    public static readonly TermList JurisdictionType = new("jurisdictionType", "What kind of place it is.",
        [
            new("international", "The United Nations."), new("supranational", "The European Union."), new("country", "A sovereign state."),
            new("territory", "A dependent or special territory with an ISO 3166-1 code of its own."),
            new("subdivision", "A state, province or the like (ISO 3166-2)."),
            new("county", "A county."), new("municipality", "A city or town."),
        ]);

    public static readonly TermList ParentLaw = new("parentLaw", "What the law of a parent is in the place.",
        [new("applies", "It is law there."), new("context", "It is not law there by itself: treaties, the European Union, self-governing territories.")]);

    public static readonly TermList Binding = new("binding", "Whether a treaty binds the place on the date.",
        [new("yes", "A party on that date."), new("no", "Not a party on that date."), new("unknown", "Not on record.")]);

    public static readonly TermList SourceType = new("sourceType", "What kind of source it is.",
        [
            new("statute", "An act of a legislature."), new("regulation", "Rules made under an act."), new("order", "An order or decree."),
            new("ballot_measure", "A law made by voters."), new("ordinance", "A local law."), new("resolution", "A decision of a council that is no law."),
            new("judgment", "A court's decision."), new("treaty", "An agreement between states."), new("agency_page", "A page or paper of a public body."),
            new("database", "A legal database or tracker."), new("article", "A news or scholarly article."), new("encyclopedia", "An encyclopedia."),
        ]);

    public static readonly TermList CitationRole = new("citationRole", "What a source does for a record.",
        [
            new("establishes", "It makes the classification."), new("amends", "It changes it."), new("repeals", "It ends it."),
            new("interprets", "It says what the law means."), new("reports", "It tells of it, second hand."),
            new("checked", "It was read, and the substance is not listed there."),
            new("named", "It is known to be the law, but was not read: it supports nothing by itself."),
            new("incorporates", "It takes over another place's list, as it changes or frozen at a date."),
        ]);

    public static readonly TermList ThresholdBasis = new("thresholdBasis", "What an amount is measured of. Amounts on different bases cannot be compared.",
        [new("pure", "The pure substance."), new("mixture", "The whole mixture or preparation."), new("dose", "Counted doses."), new("plant", "The plant, fungus or its parts.")]);

    public static readonly TermList ThresholdEffect = new("thresholdEffect", "What crossing an amount changes.",
        [
            new("supply_presumed_above", "Above it, intent to supply is presumed."), new("not_prosecuted_below", "Below it, possession is not prosecuted; it remains an offense."),
            new("diversion_below", "Below it, the police divert from court."), new("lesser_offense_below", "Below it, a lesser offense."),
            new("tolerated_below", "Below it, tolerated by policy; it remains an offense."), new("severity_above", "Above it, a graver offense."),
            new("exempt_below", "Below it, exempt from the law."),
        ]);

    public static readonly TermList Indication = new("indication", "What a treatment is for.",
        [
            new("depression", "Depression."), new("treatment_resistant_depression", "Depression that other treatment did not help."),
            new("suicidality", "Suicidal thoughts."), new("ptsd", "Post-traumatic stress disorder."), new("anxiety", "Anxiety."),
            new("end_of_life_distress", "Distress at the end of life."), new("substance_use_disorder", "Addiction."), new("pain", "Pain."),
            new("anaesthesia", "Anaesthesia."), new("sedation", "Sedation."), new("burnout", "Burnout."), new("any", "Any purpose."),
        ]);

    public static readonly TermList Conflict = new("conflict", "How a level above differs from the headline.",
        [new(ConflictTerm.StricterAbove, "A level above, whose law applies too, is stricter."), new(ConflictTerm.FreerAbove, "A level above is freer.")]);

    public static readonly TermList Freshness = new("freshness", "Whether what heads an answer was checked lately enough for whoever asks.",
        [
            new(FreshnessTerm.Fresh, "Checked within the age that was asked for."), new(FreshnessTerm.Stale, "Checked longer ago than that."),
            new(FreshnessTerm.Unknown, "No record heads the answer, or when it was checked is not on record."),
        ]);

    public static readonly TermList Movement = new("movement", "What became of an answer between two law dates.",
        [
            new(MovementTerm.Moved, "It is another on the later date."), new(MovementTerm.Same, "It is the same on both dates."),
            new(MovementTerm.CannotSay, "On one of the dates there is no certain answer."),
        ]);

    public static readonly TermList PendingKind = new("pendingKind", "What may still change the law.",
        [
            new("bill", "A bill before a legislature."), new("ballot_measure", "A question put to voters."), new("proposal", "A proposed rule or decision."),
            new("enacted_undated", "A law passed, without a certain first day."), new("sunset", "A law that ends unless renewed."),
            new("scheduled_review", "A review that the law or a regulator has set."),
        ]);

    public static readonly TermList PendingOutcome = new("pendingOutcome", "How a pending change ended. Absent while it is open.",
        [new("enacted", "It became law."), new("failed", "It failed."), new("withdrawn", "It was withdrawn.")]);

    public static IReadOnlyList<TermList> All =>
    [
        Status, Reason, Certainty, Verification, Activity, ActivityStatus, MedicalAccess, ThresholdBasis, ThresholdEffect, Indication,
        Conflict, Freshness, Movement, Binding, JurisdictionType, ParentLaw, SourceType, CitationRole, PendingKind, PendingOutcome,
        RouteKind, IndicationMatch, Standing, Recorded,
        ChangeTerms.Kinds, ChangeTerms.Changes, ComingTerms.Kinds, ComingTerms.States,
        Claim, Verdict, PrintedVerdict,
        SearchTerms.Kinds, SearchTerms.Texts, SearchTerms.Ways,
        MapTerms.Marks,
    ];
}
