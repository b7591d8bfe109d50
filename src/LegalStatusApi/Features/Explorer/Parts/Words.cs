using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;

namespace LegalStatusApi.Features.Explorer.Parts;

/// <summary>Terms as a page says them.</summary>
public static class Words
{
    /// <summary>A term as words: <c>medical_only</c> is "medical only".</summary>
    public static string Plain(string term) => Wording.Plain(term);

    /// <summary>The same at the beginning of a line.</summary>
    public static string Title(string term) => Plain(term) is { Length: > 0 } words ? char.ToUpperInvariant(words[0]) + words[1..] : "";

    public static string Activity(string activity) => Wording.Words(activity) is { Length: > 0 } words ? char.ToUpperInvariant(words[0]) + words[1..] : "";

    /// <summary>A field of an answer: <c>activities.possession</c> is "possession", <c>layers.US</c> the level of law US.</summary>
    public static string Field(string field) => field.Split('.', 2) switch
    {
        ["activities", var activity] => Activity(activity),
        ["layers" or "context", var code] => $"The level {code}",
        ["medicalAccess"] => "Medical route",
        ["differingForms"] => "Forms that differ",
        _ => Title(field),
    };

    /// <summary>How well a record was checked, in few words.</summary>
    public static string Checked(string? verification) => verification switch
    {
        VerificationTerm.Primary => "Read in the law itself",
        VerificationTerm.Secondary => "From a reliable second hand",
        VerificationTerm.Treaty => "Inferred from a treaty; not checked in the law itself",
        VerificationTerm.Unverified => "A lead; not checked in the law itself",
        _ => "No record",
    };

    /// <summary>The days of a period: from, to, or since when a source shows it.</summary>
    public static string Days(PeriodResponse period) => (period.EffectiveFrom, period.AttestedFrom, period.EffectiveTo) switch
    {
        ({ } from, _, { } to) => $"{from} until {to}",
        ({ } from, _, null) => $"since {from}",
        (null, { } attested, { } to) => $"shown by {attested}, until {to}; its beginning is not known",
        (null, { } attested, null) => $"shown by {attested}; its beginning is not known",
        (null, null, { } to) => $"until {to}; its beginning is not known",
        _ => "its beginning is not known",
    };

    /// <summary>When something pending is expected, and what that says on a day.</summary>
    public static string Expected(string? expectedOn, DateOnly day) => expectedOn is null || !PartialDate.TryParse(expectedOn, out var expected) ? "no day is known"
        : expected.Last < day ? $"expected {expectedOn}; that day has passed, and how it ended is not on record"
        : Coming.MayHaveCome(expected, day) ? $"expected some day in {expectedOn}; whether it has happened already is not on record"
        : $"expected {expectedOn}";

    /// <summary>How many of what: 1 place, 2 places.</summary>
    public static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";

    /// <summary>A substance or a form of it, as a heading.</summary>
    public static string Subject(Substance substance, string? form) =>
        form is null ? substance.Name : substance.Forms.FirstOrDefault(each => each.Slug == form)?.Name ?? form;
}
