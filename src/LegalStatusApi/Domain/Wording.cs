using System.Globalization;

namespace LegalStatusApi.Domain;

/// <summary>A sentence that is safe to print, and words that would be wrong: templates over the fields of an answer.</summary>
public sealed record Wording(string Say, IReadOnlyList<string> Avoid)
{
    private const string NotChecked = "Not checked in the law itself: ";

    public static Wording Of(StatusAnswer answer)
    {
        var headline = answer.Headline;
        var subject = answer.Form?.Name ?? answer.Stack.Substance.Name;
        var day = answer.On.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        var sentence = headline.Record is { } record
            ? $"{(record.IsLead ? NotChecked : "")}{AsOf(headline, day)}, {Statement(subject, record, headline.Layer!)}"
            : Unknown(answer, subject, day);
        return new Wording(string.Join(' ', new[] { sentence, Inheritance(answer), Above(answer), Forms(answer) }.Where(part => part.Length > 0)),
            Vocabulary.Status[headline.Status].Avoid ?? []);
    }

    /// <summary>Why a level above differs, as a sentence.</summary>
    public static string Why(Conflict conflict, Place ours)
    {
        var stricter = conflict.Kind == ConflictTerm.StricterAbove;
        return conflict.Activities.Count == 0
            ? $"{conflict.Level.Place.Name}: {Plain(conflict.Theirs.Status)}; {ours.Name}: {Plain(conflict.Ours.Status)}."
            : $"{conflict.Level.Place.Name} is {(stricter ? "stricter" : "freer")} than {ours.Name}: " + string.Join("; ",
                conflict.Activities.Select(activity =>
                    $"{Words(activity)}: {Plain(conflict.Theirs.Activities[activity])} against {Plain(conflict.Ours.Activities[activity])}")) + ".";
    }

    private static string AsOf(Headline headline, string day) => headline.Certainty switch
    {
        CertaintyTerm.Projected => $"Unless the law changes before {day}",
        CertaintyTerm.Unsettled => $"As far as is on record for {day}, with a change due whose outcome is not",
        _ => $"As of {day}",
    };

    private static string Statement(string subject, Classification record, Layer layer)
    {
        var schedule = record.Schedule is null ? "" : $" ({record.Schedule})";
        var law = $"the law of {layer.Place.Name}";
        return record.Status switch
        {
            StatusTerm.Prohibited => $"{subject}: prohibited under {law}{schedule}.",
            StatusTerm.MedicalOnly => $"{subject}: a controlled drug under {law}{schedule}, lawful only by the medical route that this law provides.",
            StatusTerm.PrescriptionOnly => $"{subject}: a matter of medicines law in {layer.Place.Name}{schedule}, on none of its lists of controlled drugs.",
            StatusTerm.Deprioritized => $"{subject}: still illegal in {layer.Place.Name}, where enforcement was made a lowest priority.",
            StatusTerm.Decriminalized => $"{subject}: unlawful under {law}{schedule}, but possession for personal use is no crime by that law.",
            StatusTerm.SupervisedProgram => $"{subject}: available in {layer.Place.Name} through a licensed program; outside it, drug law applies.",
            StatusTerm.Uncontrolled => $"{subject}: not on the lists of controlled drugs of {layer.Place.Name}, which were checked.",
            StatusTerm.Legal => $"{subject}: expressly lawful under {law}.",
            _ => $"{subject}: {law} is contradictory or disputed.",
        };
    }

    private static string Unknown(StatusAnswer answer, string subject, string day)
    {
        var finding = answer.Headline.Layer!.Finding;
        var place = answer.Headline.Layer.Place.Name;
        var why = answer.Headline.Reason switch
        {
            ReasonTerm.NoRecordForDate => $"the records of {place} are for other dates",
            ReasonTerm.FormNotRecorded => $"the law of {place} on this form is not on record",
            ReasonTerm.StartUnknown => $"when the record of {place} began is not known",
            ReasonTerm.LeadOnly => $"for {place} there is only a lead, not checked in the law itself",
            ReasonTerm.BoundaryUncertain => $"the law of {place} changed around this date, and the exact day is not known"
                + (finding.Candidates.Count > 1 ? $" (either {string.Join(" or ", finding.Candidates.Select(record => Plain(record.Status)))})" : ""),
            _ => $"nothing is on record for {place}",
        };
        return $"{subject}, {answer.Place.Name}, {day}: no certain answer is on record; {why}. This does not mean that it is lawful.";
    }

    private static string Inheritance(StatusAnswer answer) => answer.Headline is { Inherited: true, Record: not null }
        ? $"{answer.Place.Name} has no record of its own for this; the law above it applies there."
        : "";

    private static string Above(StatusAnswer answer) =>
        answer.Headline.Strictest is { Finding.Record: { } strictest } level && level != answer.Headline.Layer
            && strictest.Status != answer.Headline.Record?.Status
            ? $"{(strictest.IsLead ? NotChecked : "")}The law of {level.Place.Name}, which also applies there: {Plain(strictest.Status)}{(strictest.Schedule is null ? "" : $" ({strictest.Schedule})")}."
            : "";

    private static string Forms(StatusAnswer answer) => answer.Headline.DifferingForms is { Count: > 0 } forms
        ? $"The answer is another for: {string.Join(", ", forms.Select(form => form.Name.ToLowerInvariant()))}."
        : "";

    private static string Plain(string term) => term.Replace('_', ' ');

    private static string Words(string activity) => activity switch
    {
        "importExport" => "import and export",
        "medicalUse" => "medical use",
        _ => activity,
    };
}
