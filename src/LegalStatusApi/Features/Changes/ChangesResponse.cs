using System.Collections;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Changes;

/// <summary>A part of what changed.</summary>
/// <param name="Items">With <c>since</c> oldest first; without it newest first.</param>
/// <param name="Next">Address of the part that follows; absent in the last of what was new when the first was asked for.</param>
/// <param name="Since">Send it as <c>since</c>, with the same filters, now or in a year: what is new then is given, each event once. Nothing is new where <c>items</c> is empty.</param>
/// <param name="Revision">The revision up to which the record is told.</param>
/// <param name="On">The day (UTC) up to which the law is told: nothing that takes effect later is.</param>
/// <param name="Notice">What every reuse must say.</param>
public sealed record ChangesResponse(IReadOnlyList<ChangeItem> Items, string? Next, string Since, long Revision, string On, string Notice) : IRows
{
    Type IRows.RowType => typeof(ChangeItem);

    IEnumerable IRows.Rows => Items;

    public static ChangesResponse Of(ChangesPage page) => new(
        [.. page.Shown.Select(ChangeItem.Of)],
        page.NextAt(ListChanges.Path),
        page.Since,
        page.Revision.Number,
        page.On.ToString("yyyy-MM-dd"),
        NoticeOf(page));

    public static string NoticeOf(ChangesPage page) =>
        $"Information, not legal or medical advice; law on {page.On:yyyy-MM-dd}, as recorded in revision {page.Revision.Number}.";
}

/// <summary>One event: of the law, or of the record.</summary>
/// <param name="Id">Stable: the same event has it wherever and however often it is told.</param>
/// <param name="Kind">law: a status took effect or ended; record: only what is on record changed.</param>
/// <param name="Change">What happened.</param>
/// <param name="At">When it was told: published, or certainly in effect, whichever came later.</param>
/// <param name="Revision">The publication that told it; of a retraction, the one that no longer states it.</param>
/// <param name="Title">One line.</param>
/// <param name="Say">Plain sentences that are safe to print.</param>
/// <param name="Jurisdiction">The place; absent where the record is of none.</param>
/// <param name="Substance">Slug of the substance.</param>
/// <param name="Form">Slug of the form; absent for the substance itself.</param>
/// <param name="Law">Of an event of the law: what took effect or ended.</param>
/// <param name="Record">Of an event of the record: what was published of which record.</param>
/// <param name="Retracts">Of a retraction: the id of the event that is taken back.</param>
/// <param name="Link">Where to read on.</param>
public sealed record ChangeItem(
    string Id,
    string Kind,
    string Change,
    DateTimeOffset At,
    long Revision,
    string Title,
    string Say,
    PlaceResponse? Jurisdiction,
    string? Substance,
    string? Form,
    LawChangeResponse? Law,
    RecordEventResponse? Record,
    string? Retracts,
    string Link)
{
    public static ChangeItem Of(Happening happening) => new(
        happening.EventId,
        happening.Kind,
        happening.Change,
        happening.At,
        happening.Revision,
        happening.Title,
        happening.Say,
        happening.Place is { } place ? PlaceResponse.Of(place) : null,
        happening.Substance,
        happening.Form,
        happening.IsLaw ? LawChangeResponse.Of(happening) : null,
        happening.IsLaw && !happening.IsRetraction ? null : RecordEventResponse.Of(happening),
        happening.Retracts,
        ChangesPage.LinkOf(happening));
}

/// <summary>What took effect or ended in law.</summary>
/// <param name="Classification">Stable id of the classification.</param>
/// <param name="On">The day, as precisely as it is known: 1971, 2019-05 or 2019-05-07.</param>
/// <param name="Precision">year, month or day.</param>
/// <param name="CertainOn">The day by which it has certainly happened, and on which it is told: the last that <c>on</c> may mean.</param>
/// <param name="Status">The status that took effect or ended.</param>
/// <param name="Schedule">The class or list exactly as that law names it.</param>
/// <param name="Verification">How well the record was checked; treaty and unverified are leads, not checked in the law itself.</param>
/// <param name="Before">What stood before; absent where nothing is on record, and of an end.</param>
/// <param name="Changed">What differs from it, and by which instruments.</param>
public sealed record LawChangeResponse(
    string Classification,
    string On,
    string Precision,
    string CertainOn,
    string Status,
    string? Schedule,
    string? Verification,
    PeriodResponse? Before,
    ChangeResponse? Changed)
{
    public static LawChangeResponse Of(Happening happening) => new(
        happening.Id,
        happening.On!.Value.ToString(),
        happening.On.Value.Precision,
        happening.On.Value.Last.ToString("yyyy-MM-dd"),
        happening.Status!,
        happening.Record?.Schedule,
        happening.Record?.Verification,
        happening.Before is { } before ? PeriodResponse.Of(before) : null,
        happening.Difference is { } difference ? ChangeResponse.Of(difference) : null);
}

/// <summary>What a publication says of a record.</summary>
/// <param name="Type">What the record is: classification, lead, pending_law, source, jurisdiction or substance.</param>
/// <param name="Key">Its key.</param>
/// <param name="Id">Its id.</param>
/// <param name="Reason">Why it was published.</param>
/// <param name="Corrects">With corrected: the revision that had said it otherwise.</param>
public sealed record RecordEventResponse(string Type, string Key, string Id, string Reason, long? Corrects)
{
    public static RecordEventResponse Of(Happening happening) =>
        new(happening.Relation, happening.Key ?? happening.Id, happening.Id, happening.Reason, happening.Corrects);
}
