using System.Globalization;

namespace LegalStatusApi.Domain;

/// <summary>A sentence that is safe to print, and words that would be wrong: templates over the fields of an answer.</summary>
public sealed record Wording(string Say, IReadOnlyList<string> Avoid)
{
    public const string NotChecked = "Not checked in the law itself: ";

    /// <summary>What stands beside the status of a record that bars licensed businesses alone.</summary>
    public const string BusinessesOnly = "licensed businesses only";

    /// <summary>
    /// Names of a state that are a country's too. An answer knows only the levels of its own place, and looking the names of all others up
    /// would cost every answer a join for this one word: a test holds the list equal to the data set.
    /// </summary>
    public static readonly IReadOnlyList<string> Shared = ["Georgia"];

    // Names that English puts "the" before.
    private static readonly string[] WithArticle =
        ["Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Comoros", "Seychelles", "Islands", "Republic", "Union", "Congo",
            "Isle of Man", "Territory", "District of Columbia", "Emirates"];

    public static Wording Of(StatusAnswer answer)
    {
        var headline = answer.Headline;
        var subject = SubjectOf(answer);
        var day = InWords(answer.On);
        var sentence = headline switch
        {
            { Record: { } record } => $"{(record.IsLead ? NotChecked : "")}{AsOf(headline, day)}, {Statement(subject, record, Told(headline.Layer!.Place, answer.Stack))}",
            { Status: not StatusTerm.Unknown } => Agreed(headline, subject, day, answer.Stack),
            _ => Unknown(answer, subject, day),
        };
        return new Wording(string.Join(' ', new[] { sentence, Inheritance(answer), Above(answer), Freer(answer), Forms(answer) }.Where(part => part.Length > 0)),
            AvoidedIn(answer));
    }

    /// <summary>A day as it is printed.</summary>
    public static string InWords(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>What a place is called where its name alone could mean another: a city or county with the state that it lies in.</summary>
    public static string NameOf(Place place, Stack stack) =>
        (place.Type is "municipality" or "county" || Shared.Contains(place.Name, StringComparer.Ordinal)) && place.Code.LastIndexOf('-') is > 0 and var end
        && stack.Places.FirstOrDefault(above => above.Code == place.Code[..end]) is { } within
            ? $"{place.Name} ({within.Name})"
            : place.Name;

    private static Place Told(Place place, Stack stack) => place with { Name = NameOf(place, stack) };

    // Where a city makes enforcement its lowest priority and a freer law above binds there too, a word is wrong only where it is wrong of both.
    // Any other status is a law of its own, which a freer one above does not take away.
    private static IReadOnlyList<string> AvoidedIn(StatusAnswer answer)
    {
        var avoided = Vocabulary.Status[answer.Headline.Status].Avoid ?? [];
        var freer = answer.Headline.Status == StatusTerm.Deprioritized ? answer.Conflicts.FirstOrDefault(conflict => conflict.Kind == ConflictTerm.FreerAbove) : null;
        return freer is null ? avoided : [.. avoided.Intersect(Vocabulary.Status[freer.Theirs.Status].Avoid ?? [], StringComparer.Ordinal)];
    }

    /// <summary>What one record says, as a clause that follows a date.</summary>
    /// <param name="subject">Name of the substance or form.</param>
    public static string Clause(string subject, Classification record, Place place) => Statement(Lower(subject), record, place);

    /// <summary>What a sentence about a lead begins with.</summary>
    public static string Caution(Classification record) => record.IsLead ? NotChecked : "";

    /// <summary>Why a level above differs, as a sentence.</summary>
    public static string Why(Conflict conflict, Place ours)
    {
        var stricter = conflict.Kind == ConflictTerm.StricterAbove;
        var caution = conflict.Ours.IsLead || conflict.Theirs.IsLead ? NotChecked : "";
        return caution + (conflict.Activities.Count == 0
            ? $"{conflict.Level.Place.Name}: {Plain(conflict.Theirs.Status)}; {ours.Name}: {Plain(conflict.Ours.Status)}."
            : $"The law of {InSentence(conflict.Level.Place.Name)} is {(stricter ? "stricter" : "freer")} than that of {InSentence(ours.Name)}: " + string.Join("; ",
                conflict.Activities.Select(activity =>
                    $"{Words(activity)}: {Plain(conflict.Theirs.Activities[activity])} against {Plain(conflict.Ours.Activities[activity])}")) + ".");
    }

    /// <summary>What an answer is about, as it stands in a sentence.</summary>
    public static string SubjectOf(StatusAnswer answer) => Lower(answer.Form?.Name ?? answer.Stack.Substance.Name);

    private static string AsOf(Headline headline, string day) => headline.Certainty switch
    {
        CertaintyTerm.Projected => $"Unless the law changes before {day}",
        CertaintyTerm.Unsettled => $"As far as is on record for {day}, with a change due whose outcome is not",
        _ => $"As of {day}",
    };

    // The law is the subject of each sentence, so that a name needs neither gender nor number.
    private static string Statement(string subject, Classification record, Place level)
    {
        var schedule = record.Schedule is null ? "" : $" ({record.Schedule})";
        var place = InSentence(level.Name);
        if (level.Type is "international" or "supranational")
        {
            return OfManyStates(subject, record, place, schedule);
        }

        var possession = record.Activities.GetValueOrDefault("possession");
        return record.Status switch
        {
            StatusTerm.Prohibited when record.BarsBusinessesAlone =>
                $"the law of {place} {(record.Verification == VerificationTerm.Primary ? "bars" : "is reported to bar")} licensed businesses with {subject}{schedule}; possession is left to the law above it.",
            StatusTerm.Prohibited => $"the law of {place} prohibits {subject}{schedule}.",
            StatusTerm.MedicalOnly => $"the law of {place} controls {subject}{schedule} and provides a lawful medical route.",
            StatusTerm.PrescriptionOnly when WasLookedFor(record) =>
                $"medicines law alone governs {subject}{schedule} in {place}; its lists of controlled drugs do not name it.",
            StatusTerm.PrescriptionOnly when record.IsLead =>
                $"medicines law governs {subject}{schedule} in {place}; whether a list of controlled drugs names it too was not checked.",
            StatusTerm.PrescriptionOnly => $"medicines law alone governs {subject}{schedule} in {place}.",
            StatusTerm.Deprioritized => $"{place} has made enforcement of the law against {subject} a lowest priority; that by itself makes nothing lawful, and the law above it applies there unchanged.",
            StatusTerm.Decriminalized when possession is "permitted" or "unregulated" =>
                $"the law of {place} does not make possession of {subject}{schedule} for personal use a crime.",
            StatusTerm.Decriminalized => $"the law of {place} treats possession of {subject}{schedule} for personal use as unlawful, but not as a crime.",
            StatusTerm.SupervisedProgram when possession == "permitted" =>
                $"the law of {place} provides for {subject} through a licensed program, and does not punish personal possession within its conditions; supply outside the program is an offense.",
            StatusTerm.SupervisedProgram => $"the law of {place} provides for {subject} through a licensed program; outside it, drug law applies.",
            StatusTerm.Uncontrolled when WasLookedFor(record) =>
                $"the lists of controlled drugs of {place}, which were checked, do not name {subject}.",
            StatusTerm.Uncontrolled => $"the lists of controlled drugs of {place} are reported not to name {subject}.",
            StatusTerm.Legal => $"the law of {place} expressly makes {subject} lawful.",
            _ => $"the law of {place} on {subject} is contradictory or disputed.",
        };
    }

    // Only who read the lists can say that they do not name it.
    private static bool WasLookedFor(Classification record) => record.Citations.Any(citation => citation.Role == "checked");

    // Treaties and the Union oblige states; what binds people is the law of each state.
    private static string OfManyStates(string subject, Classification record, string place, string schedule) => record.Status switch
    {
        StatusTerm.Prohibited => $"the law of {place} lists {subject}{schedule} and obliges its parties or members to control it; classification itself is a matter of each state.",
        StatusTerm.Uncontrolled => $"the law of {place} does not list {subject}; each state may control it all the same.",
        _ => $"the law of {place} speaks of {subject}{schedule}; classification itself is a matter of each state.",
    };

    // The day of change is not known, but what holds is, because the records before and after it say the same word.
    private static string Agreed(Headline headline, string subject, string day, Stack stack)
    {
        var candidates = headline.Layer!.Finding.Candidates;
        return $"{(candidates.Any(record => record.IsLead) ? NotChecked : "")}{AsOf(headline, day)}, "
            + Statement(subject, candidates[0] with { Schedule = null }, Told(headline.Layer.Place, stack))
            + " The law changed around this date, and the exact day is not known.";
    }

    private static string Unknown(StatusAnswer answer, string subject, string day)
    {
        var finding = answer.Headline.Layer!.Finding;
        var place = InSentence(NameOf(answer.Headline.Layer.Place, answer.Stack));
        var why = answer.Headline.Reason switch
        {
            ReasonTerm.NoRecordForDate => $"the records of {place} are for other dates",
            ReasonTerm.FormNotRecorded => $"the law of {place} on this form is not on record",
            ReasonTerm.OnlyFormsRecorded => $"for {place} only the law on some forms is on record",
            ReasonTerm.StartUnknown => $"when the record of {place} began is not known",
            ReasonTerm.LeadOnly => $"for {place} there is only a lead, not checked in the law itself",
            ReasonTerm.BoundaryUncertain => $"the law of {place} changed around this date, and the exact day is not known"
                + (finding.Candidates.Count > 1 ? $" (either {string.Join(" or ", finding.Candidates.Select(record => Plain(record.Status)))})" : ""),
            _ => $"nothing is on record for {place}",
        };
        return $"No certain answer is on record for {subject} in {InSentence(NameOf(answer.Place, answer.Stack))} on {day}: {why}. This does not mean that it is lawful.";
    }

    private static string Inheritance(StatusAnswer answer) => answer.Headline is { Inherited: true, Record: not null }
        ? $"No law of {InSentence(NameOf(answer.Place, answer.Stack))} itself is on record here; the law above it applies there."
        : "";

    /// <summary>What the strictest level says, where it is another than the headline's.</summary>
    // Beside an unknown answer, what is free elsewhere would be read as the answer.
    public static string Above(StatusAnswer answer) =>
        answer.Headline.Strictest is { Said: { } strictest } level && level != answer.Headline.Layer
            && (strictest.Status != answer.Headline.Record?.Status || answer.Headline.Record is { BarsBusinessesAlone: true })
            && (answer.Headline.Status != StatusTerm.Unknown || !Strictness.IsFreerThanPrescriptionOnly(strictest.Status))
            ? $"{(strictest.IsLead ? NotChecked : "")}The law of {InSentence(level.Place.Name)}, which also applies there, says: {Plain(strictest.Status)}{(strictest.Schedule is null ? "" : $" ({strictest.Schedule})")}."
            : "";

    private static string Freer(StatusAnswer answer) => answer.Conflicts
        .Where(conflict => conflict.Kind == ConflictTerm.FreerAbove)
        .Select(conflict => $"{Caution(conflict.Theirs)}Freer is a law above it, which applies there too: {Statement(SubjectOf(answer), conflict.Theirs, Told(conflict.Level.Place, answer.Stack))}")
        .FirstOrDefault() ?? "";

    private static string Forms(StatusAnswer answer) => answer.Headline.DifferingForms is { Count: > 0 } forms
        ? $"The answer is another for: {string.Join(", ", forms.Select(form => Lower(form.Name)))}."
        : "";

    public static string InSentence(string place) =>
        place.StartsWith("United ", StringComparison.Ordinal) || WithArticle.Any(word => place.EndsWith(word, StringComparison.Ordinal))
            ? $"the {place}"
            : place;

    public static string Lower(string name) => name.Length > 1 && char.IsUpper(name[1]) ? name : char.ToLowerInvariant(name[0]) + name[1..];

    public static string Plain(string term) => term.Replace('_', ' ');

    public static string Words(string activity) => activity switch
    {
        "importExport" => "import and export",
        "medicalUse" => "medical use",
        _ => activity,
    };
}
