using System.Globalization;

namespace LegalStatusApi.Domain;

/// <summary>Something that lies ahead and is no law in force: pending law, a first day or an end that has not come, a date of review.</summary>
/// <param name="Id">Of the pending law, or of the classification.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">open, resolved, or withdrawn: no longer said.</param>
/// <param name="Outcome">How a resolved one ended.</param>
/// <param name="Title">Its name; of a classification none.</param>
/// <param name="Summary">What it would change.</param>
/// <param name="ExpectedOn">The day, as precisely as it is known; null where it is not.</param>
/// <param name="RecordedIn">The revision that told it so.</param>
/// <param name="RecordedAt">When that was published.</param>
/// <param name="Subject">Name of the substance or form.</param>
/// <param name="Record">Of a classification: the record.</param>
public sealed record Coming(
    string Id,
    string Kind,
    string State,
    string? Outcome,
    string? Title,
    string? Summary,
    PartialDate? ExpectedOn,
    long RecordedIn,
    DateTimeOffset RecordedAt,
    string Position,
    Place Place,
    string Substance,
    string? Form,
    string Subject,
    Classification? Record,
    IReadOnlyList<Citation> Citations)
{
    /// <summary>The same for ever, whatever becomes of it and on whatever host.</summary>
    public string StableName => Record is null ? Id : $"{Id}-{Kind.Replace('_', '-')}";

    public string Name => $"{Place.Name}, {Subject}: " + (Record is null ? Title : Kind switch
    {
        ComingTerms.TakingEffect => $"{Record.StatusInWords} takes effect",
        ComingTerms.Ending => $"{Record.StatusInWords} ends",
        _ => "record to be checked again",
    });

    /// <summary>That it is not law, and what it is; templates over its fields.</summary>
    public string SayOn(DateOnly day) => State switch
    {
        ComingTerms.Withdrawn => "No longer on record: what was told here is taken back.",
        ComingTerms.Resolved => $"No longer pending: {OutcomeInWords}",
        _ => string.Join(' ', new[] { MayHaveComeOn(day) ? $"{WhatItIsIfNotCome} It is expected on {Day}; whether it has happened already is not on record." : WhatItIs, Overdue(day) }
            .Where(part => part.Length > 0)),
    };

    /// <summary>It is expected some day of a month or year that has begun, so that nobody can say that it lies ahead.</summary>
    public bool MayHaveComeOn(DateOnly day) => State == ComingTerms.Open && MayHaveCome(ExpectedOn, day);

    /// <summary>Of a month or year: it has begun and is not over.</summary>
    public static bool MayHaveCome(PartialDate? expected, DateOnly day) => expected is { Day: null } window && window.First <= day && day <= window.Last;

    public bool IsOverdueOn(DateOnly day) => State == ComingTerms.Open && ExpectedOn?.Last < day;

    private string OutcomeInWords => Outcome switch
    {
        "enacted" => "it became law; what it changed is told by the records, not here.",
        "failed" => "it failed, and changed nothing.",
        "withdrawn" => "it was withdrawn, and changed nothing.",
        _ => "how it ended is told by its outcome.",
    };

    private string WhatItIs => Kind switch
    {
        "bill" => "Not law: a bill, which may still be changed or fail.",
        "ballot_measure" => "Not law: a question put to voters.",
        "proposal" => "Not law: a proposal, which may still be changed or dropped.",
        "enacted_undated" => "Not in force as far as is on record: a law that was passed, without a certain first day.",
        "sunset" => "Not ended yet: a law that ends unless it is renewed.",
        "scheduled_review" => "Not law: a review that is due, which changes nothing by itself.",
        ComingTerms.TakingEffect => $"{Wording.Caution(Record!)}Not in force yet. Unless the law changes before, from {Day} on, {Clause}",
        ComingTerms.Ending => $"{Wording.Caution(Record!)}Not ended yet. Until {Day}, {Clause} What follows is not on record, which does not mean that it will be lawful.",
        ComingTerms.RecordReview => "No event of the law: the day by which this record should be checked again.",
        _ => "Not law: it may still change or fail.",
    };

    private string WhatItIsIfNotCome => Kind switch
    {
        "sunset" => "A law that ends unless it is renewed.",
        ComingTerms.TakingEffect => $"{Wording.Caution(Record!)}Unless the law changes before, from {Day} on, {Clause}",
        ComingTerms.Ending => $"{Wording.Caution(Record!)}Until {Day}, {Clause} What follows is not on record, which does not mean that it will be lawful.",
        _ => WhatItIs.Replace("Not law:", "Not law as far as is on record:", StringComparison.Ordinal),
    };

    private string Overdue(DateOnly day) => !IsOverdueOn(day) ? ""
        : Kind == ComingTerms.RecordReview ? "That day has passed." : "The day that was expected has passed, and how it ended is not on record.";

    private string Clause => Wording.Clause(Subject, Record!, Place);

    private string Day => ExpectedOn is { } date ? date switch
    {
        { Day: not null } => date.First.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        { Month: not null } => $"some day in {date.First.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}",
        _ => $"some day in {date.Year}",
    } : "a day that is not known";
}
