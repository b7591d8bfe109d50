namespace LegalStatusApi.Domain;

// The terms of routes of treatment and of amounts.
public static partial class Vocabulary
{
    public static readonly TermList RouteKind = new("routeKind", "Which kind of lawful medical or supervised route a record tells of: medicalAccess without none and unknown.",
        [
            new("approved_medicine", "An approved medicine."), new(RouteTerm.OffLabel, "An approved medicine, used outside its approval."),
            new("individual_exemption", "By authorization for the single case, of a patient or a prescriber."), new("supervised_program", "A licensed, supervised program."),
            new(RouteTerm.Research, "Only within licensed research."),
        ]);

    public static readonly TermList IndicationMatch = new("indicationMatch", "How what a route is recorded for fits the indication asked for. Routes that do not fit are left out.",
        [
            new(IndicationMatchTerm.Named, "The record names the indication."),
            new(IndicationMatchTerm.Any, "The record says that it is for any purpose."),
            new(IndicationMatchTerm.Broader, "The record names an indication that includes the one asked for; which is told."),
            new(IndicationMatchTerm.Narrower, "The record names only a part of the indication asked for; which is told."),
            new(IndicationMatchTerm.OffLabel, "The record does not name it, but says that the medicine is used outside its approval."),
            new(IndicationMatchTerm.NotRecorded, "The record does not say what the route is for: this is no claim that it is for this."),
        ]);

    public static readonly TermList Standing = new("standing", "What may be made of an item of a list: whether it is on record for the day, or only a lead.",
        [
            new(StandingTerm.OnRecord, "Checked, and it holds on the day; see its certainty and the levels above."),
            new(StandingTerm.Uncertain, "Checked, but whether it holds on the day is not known: certainty tells."),
            new(StandingTerm.Context, "Said by the United Nations or the European Union, whose word by itself is not law in a state."),
            new(StandingTerm.Lead, "Not checked in the law itself, so nobody should act on it: a lead, and nothing more."),
        ]);

    public static readonly TermList Recorded = new("recorded", "What the record as a whole says to a question about one place or many.",
        [
            new(RecordedTerm.Yes, "At least one item is on record for the day."),
            new(RecordedTerm.NotCertain, "Only items that are uncertain or leads."),
            new(RecordedTerm.NoneRecorded, "Nothing is recorded but what is context, which is not the same as nothing existing."),
            new(RecordedTerm.None, "The record says that there is none."),
        ]);
}
