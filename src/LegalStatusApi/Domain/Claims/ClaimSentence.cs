using System.Globalization;

namespace LegalStatusApi.Domain.Claims;

/// <summary>Why a claim comes to its verdict, as a sentence: templates over what decides.</summary>
public static class ClaimSentence
{
    public static string Why(this ClaimCheck check)
    {
        var (answer, day) = (check.Answer, Day(check.Answer.On));
        var levels = Levels(check);
        var sentence = check.Verdict switch
        {
            VerdictTerm.Supported => $"What is on record for {day} says so: {levels}.",
            VerdictTerm.Contradicted => $"What is on record for {day} says otherwise: {levels}.",
            VerdictTerm.Overstated => $"On {day} it is true only in part: {levels}.",
            VerdictTerm.TrueOnlyOfForm => $"On {day} it is not so of {Name(answer, answer.Form)} ({levels}), but it is of {List(check.TrueOf.Select(form => Name(answer, form)))}.",
            VerdictTerm.TrueOnlyLater => $"On {day} it is not so ({levels}); on record it is certainly so only {Spans(check, span => span.From > answer.On)}.",
            VerdictTerm.NoLongerTrue => $"On {day} it is no longer so ({levels}); on record it was certainly so {Spans(check, span => span.To <= answer.On)}.",
            _ => $"It cannot be said for {day}: {Doubt(check)}{(levels.Length == 0 ? "" : $" On record: {levels}.")}",
        };
        return string.Join(' ', new[] { sentence, Certainty(answer, day) }.Where(part => part.Length > 0));
    }

    private static string Levels(ClaimCheck check) => string.Join("; ", check.OnTheDay.Levels.Select(level =>
        $"{level.Layer.Place.Name}: {string.Join(" or ", level.Records.Select(record => Said(record, check.Claim)))}"));

    private static string Said(Classification record, Claim claim)
    {
        var what = claim.Activity is not { } activity ? Wording.Plain(record.Status)
            : $"{Wording.Words(activity)} {Wording.Plain(record.Activities.GetValueOrDefault(activity) ?? "not on record")}";
        return $"{what}{(record.Schedule is null ? "" : $" ({record.Schedule})")}{(record.IsLead ? ", not checked in the law itself" : "")}";
    }

    private static string Doubt(ClaimCheck check)
    {
        var headline = check.Answer.Headline;
        var head = check.OnTheDay.Levels is [var first, ..] ? first : null;
        return headline switch
        {
            { Certainty: CertaintyTerm.Unknown } => $"{Reason(headline.Reason)} This does not mean that it is lawful.",
            _ when head is null => "nothing is on record.",
            _ when head.Records.Any(record => record.IsLead) => "the record was not checked in the law itself.",
            _ when check.OnTheDay.Levels.All(level => level.IsSilent) || (head.IsSilent && check.Claim.Activity is not null) =>
                check.Claim.Activity is { } activity ? $"{Wording.Words(activity)} is not on record." : "no class is on record.",
            { Certainty: CertaintyTerm.Either } => "the law changed around this date, and the exact day is not known.",
            { Status: StatusTerm.Unclear } => "the law itself is contradictory or disputed.",
            _ => "the records do not tell so much.",
        };
    }

    private static string Reason(string? reason) => reason switch
    {
        ReasonTerm.NoRecordForDate => "the records are for other dates.",
        ReasonTerm.FormNotRecorded => "the law on this form is not on record.",
        ReasonTerm.OnlyFormsRecorded => "only the law on some forms is on record.",
        ReasonTerm.StartUnknown => "when the record began is not known.",
        ReasonTerm.LeadOnly => "there is only a lead, not checked in the law itself.",
        _ => "nothing certain is on record.",
    };

    private static string Certainty(StatusAnswer answer, string day) => answer.Headline.Certainty switch
    {
        CertaintyTerm.Projected => $"So it will be on {day} unless the law changes before.",
        CertaintyTerm.Unsettled => "A change was due by then whose outcome is not on record.",
        _ => "",
    };

    private static string Spans(ClaimCheck check, Func<ClaimSpan, bool> fits) =>
        List(check.OtherDates.Where(span => span.IsSupported && fits(span)).Select(span => (span.From, span.To) switch
        {
            ({ } from, { } to) => $"from {Day(from)} to {Day(to.AddDays(-1))}",
            ({ } from, null) => $"from {Day(from)} on",
            (null, { } to) => $"until {Day(to.AddDays(-1))}",
            _ => "always",
        }));

    private static string Name(StatusAnswer answer, Form? form) => Wording.Lower(form?.Name ?? answer.Stack.Substance.Name);

    private static string List(IEnumerable<string> items) => string.Join(" and ", items);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
