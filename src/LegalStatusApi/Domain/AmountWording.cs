using System.Globalization;

namespace LegalStatusApi.Domain;

/// <summary>Sentences about amounts that laws name, and what remains an offence below each: templates over the fields of a record.</summary>
public static class AmountWording
{
    private static readonly string[] Forbidding = ["criminal_offense", "civil_offense", "low_priority", "not_permitted"];

    /// <summary>What an amount changes, and what it does not.</summary>
    public static string Say(RecordOnDay record, Threshold amount) => Sentences.Join(
        Names(record, amount),
        record.FromSubstance ? $"It is recorded of {Wording.Lower(record.Subject)} in general, and not of {Sentences.SubjectOf(record.Own)} alone." : "",
        amount.Below is { } below ? $"Below it: {below}." : "",
        amount.Above is { } above ? $"Above it: {above}." : "",
        Effect(amount),
        Remaining(record.Record),
        Sentences.Join([.. record.LevelsAbove.Select(level => Above(level.Level, level.Said, amount))]));

    /// <summary>The answer where no amount is on record.</summary>
    public static string None(string substance, Place? place, DateOnly on) =>
        $"No amount is recorded in the law on {substance} in {(place is null ? "any place" : Wording.InSentence(place.Name))} on {Sentences.Day(on)}. That does not make small amounts lawful.";

    /// <summary>An amount and what it is measured of.</summary>
    public static string Words(Threshold amount) => $"{Quantity(amount)}, {Basis(amount.Basis)}";

    private static string Names(RecordOnDay record, Threshold amount)
    {
        var (place, day) = (Wording.InSentence(record.Place.Name), Sentences.Day(record.Own.On));
        var what = $"{Quantity(amount)} of {Wording.Lower(record.Subject)}, {Basis(amount.Basis)}"
            + (amount.Activity is { } activity ? $", for {Wording.Words(activity)}" : "");
        return record.Standing switch
        {
            StandingTerm.Lead => $"{Wording.NotChecked}an amount is reported for {place}: {what}. This is a lead, on which nobody should act.",
            StandingTerm.Context => $"{place[..1].ToUpperInvariant()}{place[1..]} names an amount: {what}. What binds people is the law of each state.",
            StandingTerm.Uncertain => $"Whether the law of {place} named this amount on {day} is not certain ({Sentences.Why(record.Certainty)}): {what}.",
            _ => $"{Sentences.AsOf(record.Certainty, day)}, the law of {place} names an amount: {what}.",
        };
    }

    private static string Quantity(Threshold amount) => string.Create(CultureInfo.InvariantCulture, $"{amount.Quantity:0.############} ") + amount.Unit switch
    {
        "ug" => "µg",
        "[oz_av]" => "oz",
        "[sft_i]" => "square feet",
        ['{', .. var counted, '}'] => amount.Quantity == 1 ? Wording.Plain(counted) : Plural(Wording.Plain(counted)),
        var unit => unit,
    };

    private static string Plural(string counted) => counted.EndsWith("body", StringComparison.Ordinal) ? $"{counted[..^1]}ies" : $"{counted}s";

    private static string Basis(string basis) => basis switch
    {
        "pure" => "measured as the pure substance",
        "mixture" => "measured as the whole mixture or preparation",
        "dose" => "counted in doses",
        "plant" => "measured as the plant, fungus or its parts",
        _ => $"measured as {Wording.Plain(basis)}",
    };

    // What the kind of amount means by itself, whatever the record adds in words.
    private static string Effect(Threshold amount) => amount.Effect switch
    {
        "supply_presumed_above" => "Above it, intent to supply is presumed; an amount below it is not made lawful by that.",
        "not_prosecuted_below" => "Below it, the act is not prosecuted; it remains an offence.",
        "diversion_below" => "Below it, the police divert from court; the act remains an offence.",
        "lesser_offense_below" => "Below it, the act is a lesser offence, and not lawful.",
        "tolerated_below" => "Below it, the act is tolerated by policy; it remains an offence.",
        "severity_above" => "Above it, the offence is graver; an amount below it is not made lawful by that.",
        "exempt_below" => "Below it, the act is exempt from this law, and from no other.",
        _ => "An amount below it is not made lawful by that.",
    };

    private static string Remaining(Classification record)
    {
        var forbidden = Vocabulary.Activity.Terms.Select(term => term.Value)
            .Where(activity => Forbidding.Contains(record.Activities.GetValueOrDefault(activity), StringComparer.Ordinal))
            .GroupBy(activity => record.Activities[activity], Wording.Words, StringComparer.Ordinal)
            .Select(kind => $"{string.Join(", ", kind)}: {Wording.Plain(kind.Key)}")
            .ToList();
        return forbidden.Count == 0
            ? $"The record as a whole says: {Wording.Plain(record.Status)}{Sentences.Schedule(record)}."
            : $"The record as a whole says: {Wording.Plain(record.Status)}{Sentences.Schedule(record)}; {string.Join("; ", forbidden)}.";
    }

    private static string Above(Layer level, Classification said, Threshold amount)
    {
        var activity = amount.Activity ?? "possession";
        var what = said.Activities.GetValueOrDefault(activity) is { } treated
            ? $"{Wording.Words(activity)}: {Wording.Plain(treated)}"
            : Wording.Plain(said.Status);
        var amounts = said.Thresholds.Any(each => (each.Activity ?? "possession") == activity) ? "names amounts of its own" : "has no such amount on record";
        return $"{(said.IsLead ? Wording.NotChecked : "")}The law of {Wording.InSentence(level.Place.Name)}, which applies there too, {amounts}: {what}{Sentences.Schedule(said)}.";
    }
}
