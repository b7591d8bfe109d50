using System.Globalization;

namespace LegalStatusApi.Domain;

/// <summary>Parts of sentences that several lists share.</summary>
internal static class Sentences
{
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string AsOf(string certainty, string day) => certainty switch
    {
        CertaintyTerm.Projected => $"Unless the law changes before {day}",
        CertaintyTerm.Unsettled => $"As far as is on record for {day}, with a change due whose outcome is not",
        _ => $"As of {day}",
    };

    public static string Why(string certainty) => certainty == CertaintyTerm.Either
        ? "the law changed around this date, and the exact day is not known"
        : "when it began is not known";

    public static string SubjectOf(StatusAnswer answer) => Wording.Lower(answer.Form?.Name ?? answer.Stack.Substance.Name);

    /// <summary>What the strictest level says, where it is another level than the record's own.</summary>
    public static string Stricter(RecordOnDay record) => record is { StricterElsewhere: { Said: { } said } level } && record.Standing != StandingTerm.Context
        ? $"{(said.IsLead ? Wording.NotChecked : "")}The law of {Wording.InSentence(level.Place.Name)}, which also applies, is the strictest: {Wording.Plain(said.Status)}{Schedule(said)}."
        : "";

    public static string Schedule(Classification record) => record.Schedule is null ? "" : $" ({record.Schedule})";

    public static string Join(params string[] sentences) => string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
}
