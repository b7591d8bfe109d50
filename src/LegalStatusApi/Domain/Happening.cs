using System.Globalization;

namespace LegalStatusApi.Domain;

/// <summary>Something that the feeds of changes tell: of the law, or of the record, never of both.</summary>
/// <param name="Kind">law or record.</param>
/// <param name="Change">What happened.</param>
/// <param name="At">When it was told: published, or certainly in effect, whichever came later.</param>
/// <param name="Revision">The publication that told it.</param>
/// <param name="Relation">What the record is: classification, lead, pending_law, source, jurisdiction, substance.</param>
/// <param name="Id">Its id.</param>
/// <param name="Key">Its key.</param>
/// <param name="Identity">What makes it this event and no other, whenever and however often it is told.</param>
/// <param name="Position">Its place in the order of telling.</param>
/// <param name="Subject">Name of the substance or form.</param>
/// <param name="Reason">Why it was published.</param>
/// <param name="Corrects">The revision that had said it otherwise.</param>
/// <param name="Boundary">Of the law: begins or ends.</param>
/// <param name="On">Of the law: the day, as precisely as it is known.</param>
/// <param name="Status">Of the law: what took effect or ended.</param>
/// <param name="Record">Of the law: the record that states it, or stated it.</param>
/// <param name="Before">Of the law: what stood before.</param>
public sealed record Happening(
    string Kind,
    string Change,
    DateTimeOffset At,
    long Revision,
    string Relation,
    string Id,
    string? Key,
    string Identity,
    IReadOnlyList<string> Position,
    Place? Place,
    string? Substance,
    string? Form,
    string? Subject,
    string Reason,
    long? Corrects,
    string? Boundary,
    PartialDate? On,
    string? Status,
    Classification? Record,
    Classification? Before)
{
    public bool IsLaw => Kind == ChangeTerms.Law;

    public bool IsRetraction => Change == ChangeTerms.Retracted;

    /// <summary>Stable wherever and whenever it is told; a retraction has an id of its own.</summary>
    public string EventId => RecordId.OfEvent(IsRetraction ? $"{Identity}|{ChangeTerms.Retracted}|{Revision}" : Identity);

    /// <summary>The event that is taken back.</summary>
    public string? Retracts => IsRetraction ? RecordId.OfEvent(Identity) : null;

    /// <summary>What the period says otherwise than the one before it; null for the first on record and for an end.</summary>
    public Change? Difference => Boundary == "begins" && Record is not null && Before is not null ? Domain.Change.Between(Before, Record) : null;

    /// <summary>One line.</summary>
    public string Title => IsLaw
        ? IsSameWord && !IsRetraction ? $"{About}: law changed {On} ({Differing}; still {InWords}){(Record!.IsLead ? " (not checked in the law itself)" : "")}"
        : $"{About}: {InWords} {(IsRetraction ? "(taken back)" : Boundary == "begins" ? "took effect" : "ended")} {On}{(Record is { IsLead: true } ? " (not checked in the law itself)" : "")}"
        : $"{About}: {(Change == ChangeTerms.Changed ? "record changed" : $"record {Plain(Change)}")} ({Key})";

    /// <summary>Plain sentences that are safe to print: templates over the record's fields.</summary>
    public string Say => IsLaw ? IsRetraction ? OfRetraction() : OfLaw() : OfRecord();

    private string InWords => (Record is null ? null : Record with { Status = Status! })?.StatusInWords ?? Plain(Status!);

    // The word stayed the same: what changed is something else.
    private bool IsSameWord => Difference is { HasGap: false } && Before!.Status == Status;

    private string Differing => Difference!.Fields.Count == 0 ? "another instrument"
        : string.Join(", ", Difference.Fields.Select(each => Wording.Words(each.Field.Replace("activities.", "", StringComparison.Ordinal)) switch
        {
            "medicalAccess" => "medical access",
            var words => words,
        }).Distinct(StringComparer.Ordinal));

    private string About => string.Join(", ", new[] { Place?.Name, Subject }.Where(part => part is not null).DefaultIfEmpty(Plain(Relation)));

    private string OfLaw()
    {
        var law = Clause();
        return Boundary == "begins"
            ? $"{Wording.Caution(Record!)}From {Day(On!.Value)} on, {law} {BeforeIt()}"
            : $"{Wording.Caution(Record!)}From {Day(On!.Value)} on, this no longer holds: {law} What took effect in its place is not on record, which does not mean that it is lawful.";
    }

    private string BeforeIt() => Before is null
        ? "What stood before is not on record."
        : $"{(Difference!.HasGap ? "The record before it, after which there is a gap, says" : "Before that")}: "
            + $"{(IsSameWord ? $"the same word; what changed: {Differing}. Then: " : "")}{(Before.IsLead ? "not checked in the law itself, " : "")}{Plain(Before.Status)}{(Before.Schedule is null ? "" : $" ({Before.Schedule})")}.";

    private string OfRetraction() =>
        $"Taken back: revision {Revision} no longer states that {(Boundary == "begins" ? "from" : "until")} {Day(On!.Value)} {Clause()} "
        + "Taking it back is a change of the record, not of the law.";

    private string OfRecord() => Change switch
    {
        "added" => $"{Named} was added in revision {Revision}. That it is on record now does not say when the law changed.",
        "corrected" => $"{Named} was wrong and is corrected in revision {Revision}; the law did not change by that.",
        "reverified" => $"{Named} was checked again, as revision {Revision} tells; neither the law nor what is on record of it changed.",
        "withdrawn" => $"{Named} is no longer said from revision {Revision} on.",
        "law_changed" => $"{Named} follows a change of the law, from revision {Revision} on.",
        _ => $"{Named} was changed in revision {Revision} by an import, which does not say whether the law changed or the record was wrong.",
    };

    private string Named => $"The {Plain(Relation)} record {Key}{(Subject is null || Place is null ? "" : $" ({Place.Name}, {Subject})")}";

    private string Clause() => Record is null || Place is null || Subject is null
        ? "the law said otherwise."
        : Wording.Clause(Subject, Record with { Status = Status! }, Place);

    private static string Day(PartialDate date) => date switch
    {
        { Day: not null } => date.First.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        { Month: not null } => $"some day in {date.First.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}",
        _ => $"some day in {date.Year}",
    };

    private static string Plain(string term) => term.Replace('_', ' ');
}
