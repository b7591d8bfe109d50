using System.Globalization;

namespace LegalStatusApi.Domain;

/// <summary>Sentences about routes of treatment: templates over the fields of a record, and never advice.</summary>
public static class RouteWording
{
    /// <param name="route">A record that tells of a route.</param>
    /// <param name="asked">The indication asked for, if one was.</param>
    /// <param name="match">How the route fits it.</param>
    /// <param name="appliesBelow">The place has others below it in which its law applies.</param>
    public static string Say(RecordOnDay route, string? asked, IndicationMatch? match, bool appliesBelow) => Sentences.Join(
        Route(route),
        Fit(asked, match),
        route.FromSubstance ? $"This is recorded of {Wording.Lower(route.Subject)} in general; whether it covers {Sentences.SubjectOf(route.Own)} is not on record." : "",
        appliesBelow && route.Standing == StandingTerm.OnRecord ? "The law of this level applies in the places below it too, whose own law may be stricter." : "",
        Sentences.Stricter(route));

    /// <summary>The answer where nothing fits the question.</summary>
    public static string None(string substance, Place? place, DateOnly on, bool isFiltered, bool saysNone) => saysNone
        ? $"The law on record for {PlaceOf(place)} on {Sentences.Day(on)} says that there is no medical route for {substance}."
        : $"No route{(isFiltered ? " that fits the question" : "")} is recorded for {substance} in {PlaceOf(place)} on {Sentences.Day(on)}. That is not the same as none existing.";

    private static string Route(RecordOnDay route)
    {
        var (subject, place, day) = (Wording.Lower(route.Subject), Wording.InSentence(route.Place.Name), Sentences.Day(route.Own.On));
        var what = $"{Kind(route.Record.MedicalAccess)}{Conditions(route.Record.Conditions)}";
        return route.Standing switch
        {
            StandingTerm.Lead => $"{Wording.NotChecked}a route for {subject} in {place} is reported: {what}. This is a lead, not a route.",
            StandingTerm.Context => $"{place[..1].ToUpperInvariant()}{place[1..]} speaks of a route for {subject}: {what}. Whether there is a route in a state, its own law says.",
            StandingTerm.Uncertain => $"Whether the law of {place} provided a route for {subject} on {day} is not certain ({Sentences.Why(route.Certainty)}): {what}.",
            _ => $"{Sentences.AsOf(route.Certainty, day)}, the law of {place} provides a route for {subject}: {what}.",
        };
    }

    private static string Kind(string access) => access switch
    {
        "approved_medicine" => "an approved medicine",
        RouteTerm.OffLabel => "an approved medicine, used outside its approval",
        "individual_exemption" => "authorization for the single case",
        "supervised_program" => "a licensed, supervised program",
        RouteTerm.Research => "licensed research only",
        _ => Wording.Plain(access),
    };

    private static string Conditions(Conditions? conditions)
    {
        string?[] parts =
        [
            conditions?.Indications is { Count: > 0 } named ? $"for {string.Join(", ", named.Select(For))}" : "for which indications, is not on record",
            conditions?.MinimumAge is { } age ? string.Create(CultureInfo.InvariantCulture, $"from the age of {age}") : null,
            conditions?.Residency is { } residency ? $"for whom: {residency}" : null,
            conditions?.Setting is { } setting ? $"setting: {setting}" : null,
            conditions?.Prescriber is { } prescriber ? $"prescriber: {prescriber}" : null,
            conditions?.Supervision is { } supervision ? $"supervision: {supervision}" : null,
        ];
        return string.Concat(parts.Where(part => part is not null).Select(part => $"; {part}"));
    }

    private static string Fit(string? asked, IndicationMatch? match) => match?.Term switch
    {
        IndicationMatchTerm.Broader => $"It is recorded for {For(match.By!)}, which includes {For(asked!)}.",
        IndicationMatchTerm.Narrower => $"It is recorded only for {For(match.By!)}, which is a part of {For(asked!)}.",
        IndicationMatchTerm.OffLabel => $"The record does not name {For(asked!)}; it says that the medicine is used outside its approval.",
        IndicationMatchTerm.NotRecorded => $"Whether it is for {For(asked!)} is not on record.",
        _ => "",
    };

    private static string For(string indication) => indication switch
    {
        "any" => "any purpose",
        "ptsd" => "post-traumatic stress disorder",
        "treatment_resistant_depression" => "treatment-resistant depression",
        "end_of_life_distress" => "distress at the end of life",
        _ => Wording.Plain(indication),
    };

    private static string PlaceOf(Place? place) => place is null ? "any place" : Wording.InSentence(place.Name);
}
